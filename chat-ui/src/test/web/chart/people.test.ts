import type { BarSeriesOption, HeatmapSeriesOption } from "echarts";
import { describe, expect, it } from "vitest";
import type { ChartSpec, Column, Table } from "../../../main/web/api/answer";
import { chartData } from "../../../main/web/chart/chartData";
import { drawing, isDrawn } from "../../../main/web/chart/drawing";
import { rfmData } from "../../../main/web/chart/rfmGrid";
import { segmentBars, segmentBarsHeight } from "../../../main/web/chart/segmentBars";
import { LOOK } from "../fixtures";

const column = (name: string, role: Column["role"], unit: Column["unit"]): Column => ({
  name,
  type: role === "metric" ? "integer" : "string",
  label: name,
  role,
  measure: "value",
  second: false,
  unit,
  ...(role === "metric" && { metric: name }),
});

const spec = (type: ChartSpec["type"], x: string, y: readonly string[]): ChartSpec => ({
  type,
  x,
  y,
  reason: "",
  alternatives: [],
});

const table = (columns: readonly Column[], rows: Table["rows"], labels: Table["labels"] = {}): Table => ({
  columns,
  rows,
  approximate: false,
  truncated: false,
  labels,
});

describe("the groups of RFM", () => {
  const rows = [
    ["重要价值客户", 80],
    ["重要挽留客户", 10],
    ["一般发展客户", 40],
  ] as const;
  const groups = table([column("rfm", "dimension", "number"), column("users", "metric", "people")], rows);
  const chart = spec("rfm_grid", "rfm", ["users"]);

  it("stand where they belong", () => {
    const places = rfmData(groups, chart, "zh").groups.map(({ name, across, down }) => [name, across, down]);
    expect(places).toEqual([
      ["重要价值客户", 0, 0],
      ["重要挽留客户", 3, 0],
      ["一般发展客户", 1, 1],
    ]);
  });

  it("are drawn, each with its name and figure", () => {
    expect(isDrawn("rfm_grid")).toBe(true);
    const option = drawing("rfm_grid", groups, chart, false, "zh").option(LOOK);
    const series = option.series as HeatmapSeriesOption;
    expect(series.data).toHaveLength(3);
    expect(series.data?.[0]).toMatchObject({ value: [0, 0, 80], label: { formatter: "重要价值客户\n80" } });
  });

  it("leave out what is none", () => {
    const other = table(groups.columns, [["新客户", 3], ["重要价值客户", null]]);
    expect(rfmData(other, chart, "en").groups).toEqual([]);
  });
});

describe("a segment beside others", () => {
  const answer = table(
    [column("vip", "dimension", "number"), column("gmv", "metric", "currency"), column("buyers", "metric", "people")],
    [
      ["true", 500, 20],
      ["false", 1000, 10],
    ],
    { vip: { true: "高价值用户", false: "其他用户" } },
  );
  const data = chartData(answer, spec("segment_bars", "vip", ["gmv", "buyers"]), false, "zh");
  const series = segmentBars(data, LOOK).series as BarSeriesOption[];

  it("has a bar of each for every metric, the longer over the whole width", () => {
    expect(series.map(({ name, data: bars }) => [name, bars])).toEqual([
      ["高价值用户", [0.5, 1]],
      ["其他用户", [1, 0.5]],
    ]);
  });

  it("grows with its metrics", () => {
    expect(segmentBarsHeight(data)).toBeGreaterThan(2 * 60);
  });
});
