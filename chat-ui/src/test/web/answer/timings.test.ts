import { describe, expect, it } from "vitest";
import { shares } from "../../../main/web/answer/timings";
import { progress } from "../../../main/web/thread/progress";

describe("what each step took", () => {
  it("adds up to the whole, the rest named where it counts", () => {
    expect(shares({ parse: 10, plan: 10, execute: 60, total: 100 }).map(({ step, share }) => [step, share])).toEqual([
      ["parse", 0.1],
      ["plan", 0.1],
      ["execute", 0.6],
      ["other", 0.2],
    ]);
    expect(shares({ parse: 1, total: 1 }).map(({ step }) => step)).toEqual(["parse"]);
    expect(shares({})).toEqual([]);
  });
});

describe("how far an answer has come", () => {
  const states = (...steps: Parameters<typeof progress>[0]) => progress(steps).map(({ state }) => state);

  it("begins with understanding, and ends with the chart", () => {
    expect(states()).toEqual(["now", "next", "next", "next"]);
    expect(states({ step: "understood", elapsed: 2 })).toEqual(["done", "now", "next", "next"]);
    expect(states({ step: "understood", elapsed: 2 }, { step: "planned", elapsed: 5 }, { step: "running", elapsed: 5 })).toEqual([
      "done",
      "done",
      "now",
      "next",
    ]);
  });

  it("tells what each took, not when it was over", () => {
    const steps = [
      { step: "understood", elapsed: 2 },
      { step: "planned", elapsed: 5 },
      { step: "rows", elapsed: 45 },
    ] as const;
    expect(progress(steps).map(({ millis }) => millis)).toEqual([2, 3, 40, undefined]);
  });
});
