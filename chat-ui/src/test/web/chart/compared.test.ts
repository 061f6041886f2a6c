import { describe, expect, it } from "vitest";
import type { Cell, Column, Table } from "../../../main/web/api/answer";
import { chartData } from "../../../main/web/chart/chartData";
import { cohortData } from "../../../main/web/chart/cohorts";
import { curves } from "../../../main/web/chart/curves";
import { funnelData } from "../../../main/web/chart/funnel";
import { pointsText } from "../../../main/web/chart/rates";
import { answered } from "../fixtures";

/** Beside each of some figures what it was. */
function compared(table: Table, figures: readonly string[], before: (value: number) => Cell): Table {
  const at = figures.map((name) => table.columns.findIndex((column) => column.name === name));
  return {
    ...table,
    columns: [...table.columns, ...at.map((i) => previous(table.columns[i]))],
    rows: table.rows.map((row) => [...row, ...at.map((i) => before(Number(row[i])))]),
  };
}

function previous(column: Column | undefined): Column {
  if (column === undefined) {
    throw new Error("no such column");
  }
  return { ...column, name: `${column.name}_previous`, measure: "previous" };
}

describe("a funnel that is compared", () => {
  it("has at each step how far people got before", () => {
    const { table, chart } = answered("funnel-zh");
    const both = compared(table, chart.y, (value) => value / 2);
    const spec = { ...chart, y: [...chart.y, ...chart.y.map((name) => `${name}_previous`)] };
    const data = funnelData(both, spec, "zh");

    expect(data.compared).toBe(true);
    expect(data.groups[0]?.steps[1]?.before?.users).toBe(3522);
    expect(funnelData(table, chart, "zh").groups[0]?.steps[1]?.before).toBeUndefined();
  });

  it("has nothing to tell where there was nothing", () => {
    const { table, chart } = answered("funnel-zh");
    const both = compared(table, chart.y, () => null);
    const spec = { ...chart, y: [...chart.y, ...chart.y.map((name) => `${name}_previous`)] };

    expect(funnelData(both, spec, "zh").groups[0]?.steps[1]?.before).toEqual({
      users: null,
      fromFirst: null,
      fromPrevious: null,
    });
    expect(pointsText(0.5, null, "zh")).toBe("");
    expect(pointsText(0.5, 0.48, "en")).toBe("+2.00 pp");
  });
});

describe("a retention curve that is compared", () => {
  const column = (name: string, unit: Column["unit"], measure: Column["measure"] = "value"): Column => ({
    name,
    type: "decimal",
    label: name,
    role: "metric",
    measure,
    second: false,
    unit,
  });
  const names = ["rate", "retained_users", "cohort_users"];
  const table: Table = {
    columns: [
      column("period_number", "number"),
      ...names.map((name) => column(name, "people")),
      ...names.map((name) => column(`${name}_previous`, "people", "previous")),
    ],
    rows: [
      [0, 1, 40, 40, 1, 50, 50],
      [1, 0.5, 20, 40, 0.4, 20, 50],
      [2, null, null, null, 0.2, 10, 50],
    ],
    approximate: false,
    truncated: false,
    labels: {},
  };
  const spec = {
    type: "retention_curves" as const,
    x: "period_number",
    y: [...names, ...names.map((name) => `${name}_previous`)],
    reason: "",
    alternatives: [],
  };

  it("is two lines, of which the earlier one may reach further", () => {
    const [now, before] = cohortData(table, spec, "zh").cohorts;

    expect([now?.name, before?.name]).toEqual(["本期", "对比期"]);
    expect([now?.earlier, before?.earlier]).toEqual([false, true]);
    expect(now?.returned.map((r) => r?.rate)).toEqual([1, 0.5, null]);
    expect(before?.returned.map((r) => r?.rate)).toEqual([1, 0.4, 0.2]);
    expect(curves(cohortData(table, spec, "zh"), "zh").pooled).toBeUndefined();
  });

  it("has one colour for a figure and what it was", () => {
    const line = { ...spec, type: "line" as const, y: ["rate", "rate_previous"] };
    const [now, before] = chartData(table, line, false, "zh").series;

    expect([now?.colour, before?.colour]).toEqual([0, 0]);
    expect(before?.earlier).toBe(true);
  });
});
