import type { Column, Language, Measure, Table } from "../api/answer";
import { wordsIn } from "../i18n/language";
import { nameOf } from "./cells";
import { figureAlone, kindOf, subjectOf, type Locale, type Writing } from "./figures";

const COUNTED_OUT_BELOW = 10_000_000;

/** A figure that stands by itself, with what it is compared with. */
export interface BigNumber {
  readonly column: Column;
  /** Of what it is, where its row is one of several. */
  readonly groups: readonly string[];
  /** Absent: there is none. */
  readonly value?: { readonly text: string; readonly full: string };
  readonly details: readonly Detail[];
}

/** A change, by an arrow and how much, or another figure with its name. */
export type Detail =
  | { readonly kind: "change"; readonly arrow: string; readonly text: string }
  | { readonly kind: "other"; readonly text: string };

/** @param figures the columns to show; none: all figures that are values */
export function bigNumbers(table: Table, figures: readonly string[], locale: Locale): readonly BigNumber[] {
  const groups = groupNames(table, locale.language);
  return headline(table, figures).map((column) => {
    const value = cellOf(table, column);
    return {
      column,
      groups,
      ...(value !== undefined && {
        value: {
          text: figureAlone(value, kindOf(column), locale, writingOf(value, column)),
          full: figureAlone(value, kindOf(column), locale, "full"),
        },
      }),
      details: details(table, column, locale),
    };
  });
}

/** Of each metric its share where that was asked for, else its value. */
function headline(table: Table, figures: readonly string[]): readonly Column[] {
  const shown = table.columns.filter((c) => c.role === "metric" && (figures.length === 0 || figures.includes(c.name)));
  const shares = shown.filter((c) => c.measure === "share");
  const shared = (column: Column) => shares.some((share) => subjectOf(share) === subjectOf(column));
  return shown.filter((c) => c.measure === "share" || (c.measure === "value" && !shared(c)));
}

function details(table: Table, column: Column, locale: Locale): readonly Detail[] {
  const other = (measure: Measure, second = false) =>
    table.columns.find((c) => subjectOf(c) === subjectOf(column) && c.measure === measure && c.second === second);
  const named = (name: string | undefined, shown: Column | undefined): readonly Detail[] => {
    const value = shown && cellOf(table, shown);
    return shown === undefined || value === undefined
      ? []
      : [{ kind: "other", text: `${name ?? shown.label} ${figureAlone(value, kindOf(shown), locale, writingOf(value, shown))}` }];
  };
  const change = (second: boolean): readonly Detail[] => {
    // A rate changes by points; a percentage of a percentage is easily misread.
    const difference = other("difference", second);
    const shown = difference?.unit === "percent" ? difference : (other("change", second) ?? difference);
    const value = shown && cellOf(table, shown);
    return shown === undefined || value === undefined
      ? []
      : [{ kind: "change", arrow: arrowOf(value), text: figureAlone(value, kindOf(shown), locale, "short") }];
  };
  const earlier = other("previous", true);
  return [
    ...change(false),
    ...named(earlier === undefined ? wordsIn(locale.language).previous : undefined, other("previous")),
    ...change(true),
    ...named(undefined, earlier),
    ...(column.measure === "share" ? named(undefined, other("value")) : []),
  ];
}

/** Up or down, without saying whether that is good: of refunds, more is worse. */
function arrowOf(value: number): string {
  return value > 0 ? "▲" : value < 0 ? "▼" : "＝";
}

/** Of what the only row is. */
function groupNames(table: Table, language: Language): readonly string[] {
  const row = table.rows[0] ?? [];
  return table.columns.flatMap((column, i) =>
    column.role === "metric" ? [] : [nameOf(table, column, row[i] ?? null, language, false)],
  );
}

/** Whole things are counted out as long as the number is easily read. */
function writingOf(value: number, column: Column): Writing {
  const whole = column.unit === "count" || column.unit === "people";
  return whole && Math.abs(value) < COUNTED_OUT_BELOW ? "full" : "short";
}

function cellOf(table: Table, column: Column): number | undefined {
  const value = table.rows[0]?.[table.columns.indexOf(column)];
  return typeof value === "number" ? value : undefined;
}
