import { figure } from "../answer/figures";
import type { Language } from "../api/answer";

/** By how many points a rate differs from what it was; nothing where one of them is not there. */
export function pointsText(rate: number | null, before: number | null, language: Language): string {
  return rate === null || before === null
    ? ""
    : figure(rate - before, { unit: "percent", measure: "difference" }, language, "full");
}

/** A rate in full; a dash where there is none. */
export function rateText(rate: number | null, language: Language): string {
  return rate === null ? "–" : figure(rate, { unit: "percent", measure: "value" }, language, "full");
}
