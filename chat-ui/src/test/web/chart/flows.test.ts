import type { SankeySeriesOption } from "echarts";
import { describe, expect, it } from "vitest";
import type { Cell, ChartSpec, Flow, Table } from "../../../main/web/api/answer";
import { drawing } from "../../../main/web/chart/drawing";
import { type FlowData, flowData } from "../../../main/web/chart/flows";
import { sankey } from "../../../main/web/chart/sankey";
import { answered, LOOK } from "../fixtures";

const dataOf = (name: string) => {
  const { table, chart, language } = answered(name);
  return flowData(table, chart, chart.flow ?? { levels: [], direction: "from" }, language);
};
const linked = ({ links }: FlowData) =>
  links.map(({ from, to, sessions }) => `${from.column} ${from.name} > ${to.column} ${to.name}: ${sessions}`);

const LEVELS = ["page_1", "page_2", "page_3"];

function table(columns: readonly string[], rows: readonly (readonly Cell[])[]): Table {
  return {
    columns: columns.map((name) => ({
      name,
      type: "string",
      label: name,
      role: LEVELS.includes(name) ? "dimension" : "metric",
      measure: "value",
      second: false,
      unit: "count",
    })),
    rows,
    approximate: false,
    truncated: false,
    labels: {},
  };
}

function beginnings(direction: Flow["direction"], rows: readonly (readonly Cell[])[]): FlowData {
  const spec: ChartSpec = { type: "sankey", x: "depth", y: ["sessions", "dropped"], reason: "", alternatives: [] };
  return flowData(table(["depth", ...LEVELS, "sessions", "dropped"], rows), spec, { levels: LEVELS, direction }, "en");
}

function whole(direction: Flow["direction"], rows: readonly (readonly Cell[])[]): FlowData {
  const spec: ChartSpec = { type: "sankey", y: ["sessions", "share"], reason: "", alternatives: [] };
  return flowData(table([...LEVELS, "sessions", "share"], rows), spec, { levels: LEVELS, direction }, "en");
}

describe("ways through pages", () => {
  it("join pages by the sessions that go from one to the next, and those who leave", () => {
    const data = beginnings("from", [
      [1, "home", null, null, 10, 1],
      [2, "home", "item", null, 6, 2],
      [2, "home", "search", null, 3, 0],
      [3, "home", "item", "cart", 4, 4],
      [3, "home", "search", "item", 3, 3],
    ]);
    expect(linked(data)).toEqual([
      "0 home > 1 Left: 1",
      "0 home > 1 item: 6",
      "1 item > 2 Left: 2",
      "0 home > 1 search: 3",
      "1 item > 2 cart: 4",
      "1 search > 2 item: 3",
    ]);
    expect(data.all).toBe(10);
    expect(data.remarks).toEqual(["Ways are followed up to page 3"]);
  });

  it("to a page run towards it", () => {
    const data = beginnings("to", [
      [1, "pay", null, null, 10, 0],
      [2, "pay", "cart", null, 10, 4],
      [3, "pay", "cart", "item", 6, 6],
    ]);
    expect(linked(data)).toEqual(["1 cart > 2 pay: 10", "0 Entered > 1 cart: 4", "0 item > 1 cart: 6"]);
  });

  it("that are not listed are shown as such", () => {
    const data = whole("from", [
      ["home", "item", "cart", 50, 0.5],
      ["home", "item", null, 30, 0.3],
    ]);
    expect(linked(data)).toEqual([
      "0 home > 1 item: 80",
      "1 item > 2 cart: 50",
      "1 item > 2 Left: 30",
      "0 home > 1 Ways not listed: 20",
    ]);
    expect(data.nodes.find(({ name }) => name === "home")?.sessions).toBe(100);
  });

  it("to a page are read from their end", () => {
    const data = whole("to", [
      ["home", "cart", "pay", 6, 0.6],
      ["cart", "pay", null, 4, 0.4],
    ]);
    expect(linked(data)).toEqual(["1 cart > 2 pay: 10", "0 home > 1 cart: 6", "0 Entered > 1 cart: 4"]);
  });

  it("keep the most frequent pages of a level and fold the rest", () => {
    const pages = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
    const data = beginnings("from", [
      [1, "home", null, null, 450, 0],
      ...pages.map((page, i) => [2, "home", page, null, 90 - 10 * i, 0]),
    ]);
    const second = data.nodes.filter(({ column }) => column === 1);
    expect(second.map(({ name, sessions }) => `${name} ${sessions}`)).toEqual([
      "a 90",
      "b 80",
      "c 70",
      "d 60",
      "e 50",
      "f 40",
      "Other 60",
    ]);
    expect(data.remarks[0]).toContain("6 most frequent pages");
  });

  it("lose no session: what comes to a page of the middle goes on or leaves", () => {
    const { nodes, links, columns } = dataOf("ways-en");
    for (const node of nodes.filter(({ kind, column }) => kind !== "end" && column > 0 && column < columns - 1)) {
      const out = links.filter(({ from }) => from === node).reduce((sum, { sessions }) => sum + sessions, 0);
      expect(out, node.name).toBe(node.sessions);
    }
  });

  it("are drawn in columns of time, in a box of their own where that is wide", () => {
    const { table: rows, chart } = answered("ways-en");
    const drawn = drawing("sankey", rows, chart, false, "en");
    expect(drawn).toMatchObject({ flows: true, wide: true, leastWidth: 128 + 3 * 150 });
    const series = sankey(dataOf("ways-en"), LOOK).series as SankeySeriesOption;
    expect(series.data?.[0]).toMatchObject({ depth: 0 });
    expect(series).toMatchObject({ draggable: false, layoutIterations: 0 });
    expect(drawing("sankey", rows, chart, false, "en").option({ ...LOOK, still: true }).animation).toBe(false);
  });
});
