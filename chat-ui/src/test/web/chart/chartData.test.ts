import { describe, expect, it } from "vitest";
import { decodeAnswer } from "../../../main/web/api/decodeAnswer";
import { chartData } from "../../../main/web/chart/chartData";
import { dataOf } from "../fixtures";

describe("the data of a chart", () => {
  it("are one series over the categories, named in the answer's language", () => {
    const data = dataOf("ranking-en");
    expect(data.categories.slice(0, 2)).toEqual(["Guangdong", "Jiangsu"]);
    expect(data.series).toHaveLength(1);
    expect(data.series[0]).toMatchObject({ name: "GMV", earlier: false });
    expect(data.series[0]?.texts[0]).toBe("18,234,567.80");
  });

  it("have one series for each value of the series column", () => {
    const data = dataOf("stacked-en");
    expect(data.categories).toEqual(["Mar 2026", "Apr 2026", "May 2026", "Jun 2026"]);
    expect(data.series.map((series) => series.name)).toEqual(["App", "Mini program", "Live stream", "Search"]);
    expect(data.series.map((series) => series.colour)).toEqual([0, 1, 2, 3]);
  });

  it("give a figure and its earlier one the same colour", () => {
    const { series, lastIncomplete } = dataOf("trend-zh", true);
    expect(series.map((s) => [s.earlier, s.colour])).toEqual([
      [false, 0],
      [true, 0],
    ]);
    expect(lastIncomplete).toBe(true);
  });

  it("leave a gap where a combination has no row", () => {
    const { table, language } = decodeAnswer({
      answer: {
        columns: [
          { name: "day", role: "time" },
          { name: "channel", role: "dimension" },
          { name: "uv", role: "metric" },
        ],
        rows: [
          ["2026-06-01", "a", 1],
          ["2026-06-02", "b", 2],
        ],
      },
    });
    const spec = { type: "line", x: "day", y: ["uv"], series: "channel", reason: "", alternatives: [] } as const;
    const data = table && chartData(table, spec, false, language);
    expect(data?.series.map((series) => series.values)).toEqual([
      [1, null],
      [null, 2],
    ]);
  });
});
