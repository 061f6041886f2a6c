import { describe, expect, it } from "vitest";
import { nextSorting, sorted } from "../../../main/web/answer/sorting";

const rows = [
  ["浙江", 2],
  ["安徽", null],
  ["广东", 10],
] as const;

describe("sorting a table", () => {
  it("orders figures as numbers and puts missing ones last either way", () => {
    expect(sorted(rows, { column: 1, descending: true }).map(([name]) => name)).toEqual(["广东", "浙江", "安徽"]);
    expect(sorted(rows, { column: 1, descending: false }).map(([name]) => name)).toEqual(["浙江", "广东", "安徽"]);
  });

  it("orders Chinese names by their sound", () => {
    expect(sorted(rows, { column: 0, descending: false }).map(([name]) => name)).toEqual(["安徽", "广东", "浙江"]);
  });

  it("goes from the most to the least, the other way, and back to the answer's order", () => {
    const first = nextSorting(undefined, 1, true);
    const second = nextSorting(first, 1, true);
    expect([first, second, nextSorting(second, 1, true)]).toEqual([
      { column: 1, descending: true },
      { column: 1, descending: false },
      undefined,
    ]);
  });
});
