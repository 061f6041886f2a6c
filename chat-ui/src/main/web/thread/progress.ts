import type { Step, StepName } from "../api/steps";

export interface Stage {
  readonly state: "done" | "now" | "next";
  /** What it took, once it is done and where that is known. */
  readonly millis?: number;
}

/** What ends each stage: understanding, planning, the query; the chart ends with the answer itself. */
const ENDS: readonly (StepName | undefined)[] = ["understood", "planned", "rows", undefined];

/** The stages of an answer under way. */
export function progress(steps: readonly Step[]): readonly Stage[] {
  const done = ENDS.map((end) => steps.find(({ step }) => step === end));
  const now = done.findIndex((step) => step === undefined);
  return done.map((step, i) => {
    if (step === undefined) {
      return { state: i === now ? "now" : "next" };
    }
    const before = i === 0 ? 0 : (done[i - 1]?.elapsed ?? 0);
    return { state: "done", millis: Math.max(0, step.elapsed - before) };
  });
}
