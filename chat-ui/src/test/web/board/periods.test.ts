import { describe, expect, it } from "vitest";
import { between, over, PRESETS, presetOf } from "../../../main/web/board/periods";

describe("the period of a board", () => {
  it("takes the place of a query's own", () => {
    const query = { kind: "metric", metrics: ["gmv"], period: { type: "last", count: 7, unit: "day" } };
    expect(over(query, PRESETS.lastMonth)).toEqual({ ...query, period: { type: "previous", unit: "month", back: 1 } });
    expect(over(query, undefined)).toBe(query);
  });

  it("is a preset whatever the order of its fields", () => {
    expect(presetOf({ unit: "day", count: 7, type: "last" })).toBe("last7");
    expect(presetOf({ type: "last", count: 7, unit: "day", whole: false })).toBe("last7");
    expect(presetOf({ type: "last", count: 7, unit: "day", whole: true })).toBeUndefined();
    expect(presetOf({ type: "between", from: "2026-06-01", to: "2026-06-02" })).toBeUndefined();
    expect(presetOf(undefined)).toBeUndefined();
  });

  it("goes from a day to a later one", () => {
    expect(between("2026-06-01", "2026-06-30")).toEqual({ type: "between", from: "2026-06-01", to: "2026-06-30" });
    expect(between("2026-06-01", "2026-06-01")).toBeDefined();
    expect(between("2026-06-02", "2026-06-01")).toBeUndefined();
    expect(between("", "2026-06-01")).toBeUndefined();
    expect(between("2026-13-01", "2026-13-02")).toBeUndefined();
  });
});
