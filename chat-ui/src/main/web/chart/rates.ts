import { figure, tick } from "../answer/figures";
import type { Language } from "../api/answer";

const RATE = { unit: "percent", measure: "value" } as const;

/** By how many points a rate differs from what it was; nothing where one of them is not there. */
export function pointsText(rate: number | null, before: number | null, language: Language): string {
  return rate === null || before === null
    ? ""
    : figure(rate - before, { unit: "percent", measure: "difference" }, language, "full");
}

/** A rate in full; a dash where there is none. */
export function rateText(rate: number | null, language: Language): string {
  return rate === null ? "–" : figure(rate, RATE, language, "full");
}

/** A rate in few signs, as at an axis. */
export function rateTick(rate: number, language: Language): string {
  return tick(rate, RATE, language);
}

/** Whole percents, as cells are narrow; a digit more where that would hide a small rate. */
export function cellRate(rate: number, language: Language): string {
  return rateTick(rate >= 0.1 ? Math.round(rate * 100) / 100 : rate, language);
}
