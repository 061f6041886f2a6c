import { figure } from "../answer/figures";
import type { Language } from "../api/answer";

/** A rate in full; a dash where there is none. */
export function rateText(rate: number | null, language: Language): string {
  return rate === null ? "–" : figure(rate, { unit: "percent", measure: "value" }, language, "full");
}
