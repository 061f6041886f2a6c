import { describe, expect, it } from "vitest";
import type { ChartSpec, Table } from "../../../main/web/api/answer";
import { drawings } from "../../../main/web/chart/drawing";
import { answered, LOOK } from "../fixtures";

const { table, chart } = answered("lifecycle-zh");
const split: Table = {
  ...table,
  columns: [{ name: "gender", type: "string", label: "性别", role: "dimension", measure: "value", second: false, unit: "number" }, ...table.columns],
  rows: ["女", "男"].flatMap((gender) => table.rows.map((row) => [gender, ...row])),
};
const bySplit: ChartSpec = { ...chart, series: "gender" };

describe("a chart that cannot hold several groups", () => {
  it("has a drawing for each, with the group's name and its own rows", () => {
    const parts = drawings("lifecycle", split, bySplit, false, "zh");
    expect(parts.map(({ name }) => name)).toEqual(["女", "男"]);
    const series = parts.map(({ drawing }) => drawing.option(LOOK).series as { name?: string; data?: unknown[] }[]);
    expect(series[0]?.map(({ name }) => name)).toEqual(["新用户数", "留存用户数", "回流用户数", "沉默用户数"]);
    expect(series[1]?.[0]?.data).toHaveLength(table.rows.length);
  });

  it("is one drawing without a name where nothing is split", () => {
    expect(drawings("lifecycle", table, chart, false, "zh").map(({ name }) => name)).toEqual([undefined]);
  });

  it("is one drawing where its type holds the groups", () => {
    expect(drawings("line", split, { ...bySplit, type: "line" }, false, "zh")).toHaveLength(1);
  });
});
