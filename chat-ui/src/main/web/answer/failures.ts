import { Failure } from "../api/http";
import { words } from "../i18n/language";

/** What went wrong, and what to do about it. */
export function failureText(error: unknown): string {
  const w = words.value;
  if (!(error instanceof Failure)) {
    return w.serverFailed;
  }
  if (error.status === 0) {
    return error.code === "BROKEN_OFF" ? w.brokenOff : w.unreachable;
  }
  return [error.message || w.serverFailed, adviceOn(error.code)].filter((text) => text !== "").join(" ");
}

/** What the asker can do; empty where the message itself says it. */
export function adviceOn(code: string): string {
  return words.value.advice[code] ?? "";
}
