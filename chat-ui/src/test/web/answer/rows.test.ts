import { describe, expect, it } from "vitest";
import { ROW_HEIGHT, rowWindow } from "../../../main/web/answer/rowWindow";
import { widest } from "../../../main/web/answer/widest";
import { answered } from "../fixtures";

describe("the rows that are built", () => {
  it.each([0, 1, 37, 500, 5_000, 9_990])("cover what is in sight from row %i, and are few", (first) => {
    const { from, until } = rowWindow(first * ROW_HEIGHT, 560, 10_000);
    expect(from).toBeLessThanOrEqual(first);
    expect(until).toBeGreaterThanOrEqual(Math.min(10_000, first + 15));
    expect(until - from).toBeLessThan(70);
  });

  it("stay the same for a little scrolling", () => {
    expect(rowWindow(ROW_HEIGHT * 25, 560, 10_000)).toEqual(rowWindow(ROW_HEIGHT * 26 + 3, 560, 10_000));
  });
});

describe("the widest cell", () => {
  it("of each column keeps its width", () => {
    const { table } = answered("ranking-zh");
    expect(widest(table, "zh", false)).toEqual(["广东", "1,823.46万"]);
    expect(widest(table, "zh", true)).toEqual(["广东", "18,234,567.80"]);
  });
});
