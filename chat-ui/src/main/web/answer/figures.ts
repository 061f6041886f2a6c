import type { Column, Language, Measure, Unit } from "../api/answer";
import { wordsIn } from "../i18n/language";

/** How a figure is written: with all its digits, or short (万/亿, K/M). */
export type Writing = "full" | "short";

export interface FigureKind {
  readonly unit: Unit;
  readonly measure: Measure;
}

export interface Locale {
  readonly language: Language;
  /** ISO code of amounts. */
  readonly currency: string;
}

const TAGS: Record<Language, string> = { zh: "zh-CN", en: "en-US" };
/** From here on a short figure has a unit of thousands (en) or ten thousands (zh). */
const SHORTENED_FROM: Record<Language, number> = { zh: 10_000, en: 1_000 };

/** A figure with its sign, percent or points; amounts without their currency, which the heading tells. */
export function figure(value: number, kind: FigureKind, language: Language, writing: Writing): string {
  const signed: Intl.NumberFormatOptions =
    kind.measure === "difference" || kind.measure === "change" ? { signDisplay: "exceptZero" } : {};
  if (isPercent(kind)) {
    return format(value, language, { ...signed, style: "percent", minimumFractionDigits: 2, maximumFractionDigits: 2 });
  }
  if (kind.unit === "percent" && kind.measure === "difference") {
    const points = format(value * 100, language, { ...signed, minimumFractionDigits: 2, maximumFractionDigits: 2 });
    return `${points} ${wordsIn(language).points}`;
  }
  if (writing === "short" && Math.abs(value) >= SHORTENED_FROM[language]) {
    return format(value, language, {
      ...signed,
      notation: "compact",
      useGrouping: true,
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
    });
  }
  const whole = kind.unit === "count" || kind.unit === "people";
  const digits = kind.unit === "currency" ? 2 : 0;
  return format(value, language, {
    ...signed,
    minimumFractionDigits: whole && Number.isInteger(value) ? 0 : digits,
    maximumFractionDigits: 2,
  });
}

/** A figure that stands alone: an amount has its currency sign. */
export function figureAlone(value: number, kind: FigureKind, locale: Locale, writing: Writing): string {
  const written = figure(value, kind, locale.language, writing);
  if (kind.unit !== "currency" || kind.measure === "change" || kind.measure === "share") {
    return written;
  }
  const sign = currencySign(locale);
  return /^[+-]/.test(written) ? `${written.charAt(0)}${sign}${written.slice(1)}` : sign + written;
}

export function currencySign(locale: Locale): string {
  const parts = new Intl.NumberFormat(TAGS[locale.language], {
    style: "currency",
    currency: locale.currency,
    currencyDisplay: "narrowSymbol",
  }).formatToParts(0);
  return parts.find((part) => part.type === "currency")?.value ?? "";
}

/** A short label of an axis: no more digits than are needed to tell ticks apart. */
export function tick(value: number, kind: FigureKind, language: Language): string {
  if (isPercent(kind) || kind.unit === "percent") {
    return format(value, language, { style: "percent", maximumFractionDigits: 1 });
  }
  return format(value, language, { notation: "compact", useGrouping: true, maximumFractionDigits: 2 });
}

export function integer(value: number, language: Language): string {
  return format(value, language, { maximumFractionDigits: 0 });
}

/** Which figure a column is of: what it was, its difference and its change are of the same. */
export function subjectOf(column: Column): string {
  const suffix = `_${column.measure}`;
  return column.metric ?? (column.name.endsWith(suffix) ? column.name.slice(0, -suffix.length) : column.name);
}

export function kindOf(column: Column): FigureKind {
  return { unit: column.unit, measure: column.measure };
}

function isPercent({ unit, measure }: FigureKind): boolean {
  return measure === "share" || measure === "change" || (unit === "percent" && measure !== "difference");
}

const formats = new Map<string, Intl.NumberFormat>();

function format(value: number, language: Language, options: Intl.NumberFormatOptions): string {
  const key = language + JSON.stringify(options);
  let made = formats.get(key);
  if (made === undefined) {
    made = new Intl.NumberFormat(TAGS[language], options);
    formats.set(key, made);
  }
  return made.format(value);
}
