import type { Timings } from "../api/answer";

export interface StepTime {
  readonly step: "parse" | "plan" | "execute" | "other";
  readonly millis: number;
  /** Of the whole, 0 to 1. */
  readonly share: number;
}

const LEAST_OTHER = 0.05;

/** What each step took of the whole; what no step accounts for is "other", where it is worth telling. */
export function shares(timings: Timings): readonly StepTime[] {
  const steps = (["parse", "plan", "execute"] as const).map((step) => ({ step, millis: timings[step] ?? 0 }));
  const known = steps.reduce((sum, { millis }) => sum + millis, 0);
  const whole = Math.max(known, timings.total ?? 0);
  const all = [...steps, { step: "other" as const, millis: whole - known >= LEAST_OTHER * whole ? whole - known : 0 }];
  return all.filter(({ millis }) => millis > 0).map(({ step, millis }) => ({ step, millis, share: millis / whole }));
}
