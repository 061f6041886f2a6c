import type { EChartsOption, LineSeriesOption } from "echarts";
import { describe, expect, it } from "vitest";
import type { Table } from "../../../main/web/api/answer";
import { cohortData, strongest } from "../../../main/web/chart/cohorts";
import { curves, curvesOption } from "../../../main/web/chart/curves";
import { palette } from "../../../main/web/chart/palette";
import { inkOn, shade } from "../../../main/web/chart/shades";
import { answered, LOOK } from "../fixtures";

const dataOf = (name: string) => {
  const { table, chart, language } = answered(name);
  return cohortData(table, chart, language);
};
const rates = (returned: readonly ({ rate: number | null } | undefined)[]) => returned.map((one) => one?.rate);

describe("cohorts", () => {
  it("have a cell for each interval, none where it is not over", () => {
    const { intervals, cohorts } = dataOf("cohorts-zh");
    expect(intervals).toEqual(["第0周", "第1周", "第2周", "第3周", "第4周", "第5周"]);
    expect(cohorts.map(({ name, users }) => [name, users])).toContainEqual(["05-18 当周", 206]);
    expect(cohorts[0]?.returned[1]).toMatchObject({ users: 206, retained: 106 });
    expect(cohorts.map(({ returned }) => returned.filter((one) => one !== undefined).length)).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it("are pooled as people, over those whose interval is over", () => {
    const { cohorts, pooled } = dataOf("cohorts-zh");
    const over = cohorts.slice(0, -1).map(({ returned }) => returned[1]);
    const retained = over.reduce((sum, one) => sum + (one?.retained ?? 0), 0);
    const users = over.reduce((sum, one) => sum + (one?.users ?? 0), 0);
    expect(pooled?.returned[1]).toEqual({ users, retained, rate: retained / users });
    expect(pooled?.returned[5]).toEqual(cohorts[0]?.returned[5]);
  });

  it("are not pooled where rows are missing, nor where there is one", () => {
    const { table, chart } = answered("cohorts-zh");
    expect(cohortData({ ...table, truncated: true }, chart, "zh").pooled).toBeUndefined();
    const one: Table = { ...table, rows: table.rows.filter(([cohort]) => cohort === "2026-05-18") };
    expect(cohortData(one, chart, "zh").pooled).toBeUndefined();
  });

  it("name ranges of intervals, and mark what is small", () => {
    const { intervals, cohorts, startsAtOwn } = dataOf("cohorts-en");
    expect(intervals).toEqual(["Day 1", "Day 1–3", "Day 4+"]);
    expect(startsAtOwn).toBe(false);
    expect(cohorts.map(({ users, small }) => users < 30 === small)).not.toContain(false);
    expect(cohorts.some(({ small }) => small)).toBe(true);
  });

  it("take the cohorts of a group together", () => {
    const { cohorts } = dataOf("curves-en");
    expect(cohorts.map(({ name }) => name)).toEqual(["female", "unknown gender", "male"]);
    const { table } = answered("curves-en");
    const women = table.rows.filter(([gender, , number]) => gender === "女" && number === 2);
    expect(cohorts[0]?.returned[2]?.retained).toBe(women.reduce((sum, row) => sum + Number(row[4]), 0));
  });

  it("have no rate where nobody began", () => {
    const { table, chart } = answered("cohorts-zh");
    const rows = table.rows.map((row) => (row[0] === "2026-05-25" ? [row[0], row[1] ?? null, 0, 0, null] : row));
    const { cohorts } = cohortData({ ...table, rows }, chart, "zh");
    expect(rates(cohorts[1]?.returned ?? [])).toEqual([null, null, null, null, null, undefined]);
  });

  it("are coloured by those who came back, not by those who began", () => {
    expect(strongest(dataOf("cohorts-zh"))).toBeCloseTo(0.6, 1);
  });
});

describe("retention curves", () => {
  const seriesOf = (option: EChartsOption) => option.series as LineSeriesOption[];

  it("are a line for each cohort and a stronger one for all, from the first interval that tells something", () => {
    const drawn = curves(dataOf("cohorts-zh"), "zh");
    const series = seriesOf(curvesOption(drawn, LOOK));
    expect(series).toHaveLength(7);
    expect(series[0]).toMatchObject({ name: "加权平均", lineStyle: { width: 3.4 } });
    expect(drawn.intervals[0]).toBe("第1周");
    expect(drawn.remarks).toContain("第0周都是 100%，没有画");
  });

  it("leave off where an interval is not over", () => {
    const series = seriesOf(curvesOption(curves(dataOf("cohorts-zh"), "zh"), LOOK));
    expect(series[2]?.data?.at(-1)).toBeNull();
  });

  it("dash what is small", () => {
    const data = dataOf("cohorts-en");
    const series = seriesOf(curvesOption(curves(data, "en"), LOOK)).slice(1);
    expect(series.map((line) => line.lineStyle?.type === "dashed")).toEqual(data.cohorts.map(({ small }) => small));
  });

  it("are twelve at most, and say so", () => {
    const data = dataOf("cohorts-zh");
    const cohorts = Array.from({ length: 40 }, (_, i) => data.cohorts.slice(0, 1).map((one) => ({ ...one, name: `${i}` })));
    const drawn = curves({ ...data, cohorts: cohorts.flat() }, "zh");
    expect(drawn.lines).toHaveLength(12);
    expect([drawn.lines[0]?.name, drawn.lines.at(-1)?.name]).toEqual(["0", "39"]);
    expect(drawn.remarks.join()).toContain("40 组里均匀地取了 12 组");
  });

  it("of groups are those of the largest", () => {
    const data = dataOf("curves-en");
    const groups = Array.from({ length: 9 }, (_, i) => data.cohorts.slice(0, 1).map((one) => ({ ...one, name: `${i}`, users: i })));
    const drawn = curves({ ...data, cohorts: groups.flat() }, "en");
    expect(drawn.lines.map(({ name }) => name)).toEqual(["3", "4", "5", "6", "7", "8"]);
    expect(drawn.remarks[0]).toBe("The 6 largest of 9 groups are drawn; the table has all");
  });
});

describe.each(["light", "dark"] as const)("shades of the %s theme", (theme) => {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const all = Array.from({ length: 101 }, (_, i) => shade(palette(theme), i / 100));

  it("carry figures that can be read", () => {
    for (const ground of all) {
      const [dark = 0, light = 0] = [luminance(ground), luminance(inkOn(ground))].sort((a, b) => a - b);
      expect((light + 0.05) / (dark + 0.05), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("go one way, so that they tell more from less without their hue", () => {
    const steps = all.slice(1).map((colour, i) => luminance(colour) - luminance(all[i] ?? colour));
    expect(steps.every((step) => (theme === "light" ? step <= 0 : step >= 0))).toBe(true);
    expect([all[0], all.at(-1)]).toEqual([palette(theme).ramp[0], palette(theme).ramp.at(-1)]);
  });
});
