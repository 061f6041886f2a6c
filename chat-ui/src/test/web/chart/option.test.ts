import type { BarSeriesOption, EChartsOption, LineSeriesOption, PieSeriesOption } from "echarts";
import { describe, expect, it } from "vitest";
import { chartData } from "../../../main/web/chart/chartData";
import { isDrawn } from "../../../main/web/chart/drawing";
import { chartHeight, chartOption } from "../../../main/web/chart/option";
import { palette } from "../../../main/web/chart/palette";
import { answered, dataOf, LOOK } from "../fixtures";

const seriesOf = <T>(option: EChartsOption) => option.series as T[];

describe("a line chart", () => {
  const series = seriesOf<LineSeriesOption>(chartOption("line", dataOf("trend-zh", true), LOOK));

  it("dashes the way to a bucket that is not over", () => {
    const [whole, tail] = series;
    expect(whole?.data?.at(-1)).toBeNull();
    expect(tail?.name).toBe(whole?.name);
    expect(tail?.lineStyle?.type).toEqual([4, 4]);
    expect(tail?.data?.filter((value) => value !== null)).toHaveLength(2);
  });

  it("draws the earlier period dashed, lighter and in the same colour", () => {
    expect(series[2]).toMatchObject({ name: "GMV（上期）", color: series[0]?.color });
    expect(series[2]?.lineStyle).toMatchObject({ type: "dashed", opacity: 0.55 });
  });

  it("leaves gaps open", () => {
    expect(series.every((s) => s.connectNulls === false)).toBe(true);
  });
});

describe("an area chart", () => {
  it("stands its parts on each other, those of an open bucket on their own", () => {
    const data = { ...dataOf("stacked-en"), lastIncomplete: true };
    const series = seriesOf<LineSeriesOption>(chartOption("area", data, LOOK));
    expect(series.map((s) => s.stack)).toEqual(["over", "open", "over", "open", "over", "open", "over", "open"]);
  });
});

describe("columns", () => {
  it("stack only where they are asked to", () => {
    const data = dataOf("stacked-en");
    const stacks = (option: EChartsOption) => seriesOf<BarSeriesOption>(option).map((series) => series.stack);
    expect(stacks(chartOption("stacked_column", data, LOOK))).toEqual(["all", "all", "all", "all"]);
    expect(stacks(chartOption("grouped_column", data, LOOK))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("mark a bucket that is not over", () => {
    const [series] = seriesOf<BarSeriesOption>(chartOption("column", dataOf("trend-zh", true), LOOK));
    expect(series?.data?.at(-1)).toMatchObject({ itemStyle: { borderType: "dashed" } });
  });
});

describe("axes", () => {
  it("of lengths start at zero, those of lines need not", () => {
    const data = dataOf("trend-zh");
    expect(chartOption("column", data, LOOK).yAxis).toMatchObject([{ scale: false }]);
    expect(chartOption("line", data, LOOK).yAxis).toMatchObject([{ scale: true }]);
  });

  it("are one for each unit", () => {
    const option = chartOption("line", dataOf("scatter-en"), LOOK);
    expect(option.yAxis).toHaveLength(2);
    expect(seriesOf<LineSeriesOption>(option).map((series) => series.yAxisIndex)).toEqual([0, 1]);
  });
});

describe("a lifecycle", () => {
  const option = chartOption("lifecycle", dataOf("lifecycle-zh"), LOOK);
  const series = seriesOf<BarSeriesOption>(option);

  it("has those who come above zero and those who went below", () => {
    expect(series.map(({ name }) => name)).toEqual(["新用户数", "留存用户数", "回流用户数", "沉默用户数"]);
    expect(series.map(({ data }) => Math.sign(Number(data?.[0])))).toEqual([1, 1, 1, -1]);
    expect(new Set(series.map(({ stack }) => stack))).toEqual(new Set(["all"]));
  });

  it("writes no minus: nobody is fewer than none", () => {
    const [axis] = option.yAxis as { axisLabel: { formatter: (value: number) => string } }[];
    expect(axis?.axisLabel.formatter(-2000)).toBe("2,000");
  });
});

describe("a histogram", () => {
  it("keeps the place of numbers that nobody has", () => {
    const { table, chart } = answered("lifecycle-zh");
    const people = table.columns.slice(1, 2);
    const counted = people.map((column) => ({ ...column, name: "active_periods", label: "活跃期数" }));
    const data = chartData(
      { ...table, columns: [...counted, ...people], rows: [[1, 9], [2, 5], [5, 1]] },
      { ...chart, x: "active_periods", y: ["new_users"] },
      false,
      "zh",
    );
    expect(data.categories).toEqual(["1", "2", "3", "4", "5"]);
    expect(data.series[0]?.values).toEqual([9, 5, null, null, 1]);
    expect(chartOption("column", data, LOOK).xAxis).toMatchObject({ name: "活跃期数" });
  });
});

describe("other charts", () => {
  it("rank bars from the top", () => {
    expect(chartOption("bar", dataOf("ranking-zh"), LOOK).yAxis).toMatchObject({ inverse: true, data: ["广东", "江苏", "浙江", "山东", "河南"] });
  });

  it("name each part of a donut", () => {
    const option = chartOption("donut", dataOf("donut-zh"), LOOK).series as PieSeriesOption;
    expect(option.data).toMatchObject([{ name: "APP", value: 4.1e7 }, {}, {}, {}]);
  });

  it("span a heat map over all its values", () => {
    const option = chartOption("heatmap", dataOf("heatmap-zh"), LOOK);
    const values = dataOf("heatmap-zh").series.flatMap((series) => series.values.map(Number));
    expect(option.visualMap).toMatchObject({ min: Math.min(...values), max: Math.max(...values) });
    expect(option.yAxis).toMatchObject({ data: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"] });
  });

  it("set one figure against another in a scatter", () => {
    const option = chartOption("scatter", dataOf("scatter-en"), LOOK);
    expect(option.xAxis).toMatchObject({ name: "Visitors" });
    expect(option.yAxis).toMatchObject({ name: "Conversion rate" });
  });

  it("do not move for those who asked for stillness", () => {
    expect(chartOption("bar", dataOf("ranking-zh"), { ...LOOK, still: true }).animation).toBe(false);
  });

  it("grow with their rows", () => {
    expect(chartHeight("bar", dataOf("ranking-zh"), false)).toBeLessThan(chartHeight("bar", dataOf("scatter-en"), false));
    expect(isDrawn("number")).toBe(false);
  });
});

describe("colours of series beyond the palette", () => {
  it("are that of the rest", () => {
    const data = dataOf("heatmap-zh");
    const many = { ...data, series: data.series.map((series) => ({ ...series, colour: 99 })) };
    const [series] = seriesOf<LineSeriesOption>(chartOption("line", many, LOOK));
    expect(series?.color).toBe(palette("light").rest);
  });
});
