import { readFileSync } from "node:fs";
import type { Answer, ChartSpec, Table } from "../../main/web/api/answer";
import { decodeAnswer } from "../../main/web/api/decodeAnswer";
import { chartData } from "../../main/web/chart/chartData";
import type { Look } from "../../main/web/chart/look";
import { palette } from "../../main/web/chart/palette";

/** A stored answer of `src/test/fixtures`. */
export function stored(name: string): unknown {
  return JSON.parse(readFileSync(`src/test/fixtures/${name}.json`, "utf8"));
}

export function answer(name: string): Answer {
  return decodeAnswer(stored(name));
}

export function answered(name: string): Answer & { table: Table; chart: ChartSpec } {
  const { table, chart, ...rest } = answer(name);
  if (table === undefined || chart === undefined) {
    throw new Error(`${name} has no table or no chart`);
  }
  return { ...rest, table, chart };
}

export function dataOf(name: string, incomplete = false) {
  const { table, chart, language } = answered(name);
  return chartData(table, chart, incomplete, language);
}

export const LOOK: Look = { palette: palette("light"), language: "zh", font: "sans-serif", narrow: false, still: false };
