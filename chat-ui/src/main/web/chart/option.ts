import type { EChartsOption } from "echarts";
import { bars, columns } from "./bars";
import type { ChartData } from "./chartData";
import { donut } from "./donut";
import { heatmap } from "./heatmap";
import { lifecycle } from "./lifecycle";
import { lines } from "./lines";
import type { Look } from "./look";
import { scatter } from "./scatter";
import { segmentBars, segmentBarsHeight } from "./segmentBars";

/** Charts of series over categories. */
export type PlainType =
  | "line"
  | "column"
  | "bar"
  | "stacked_column"
  | "grouped_column"
  | "area"
  | "donut"
  | "heatmap"
  | "scatter"
  | "lifecycle"
  | "segment_bars";

/** The library's option for a chart. */
export function chartOption(type: PlainType, data: ChartData, look: Look): EChartsOption {
  return { ...moving(look), ...shape(type, data, look) };
}

/** What all charts have: their letters, and movement only for those who want it. */
export function moving(look: Look): EChartsOption {
  return {
    animation: !look.still,
    animationDuration: 350,
    textStyle: { fontFamily: look.font, color: look.palette.ink },
  };
}

function shape(type: PlainType, data: ChartData, look: Look): EChartsOption {
  switch (type) {
    case "line":
      return lines(data, look, false);
    case "area":
      return lines(data, look, true);
    case "column":
    case "grouped_column":
      return columns(data, look, false);
    case "stacked_column":
      return columns(data, look, true);
    case "bar":
      return bars(data, look);
    case "donut":
      return donut(data, look);
    case "heatmap":
      return heatmap(data, look);
    case "scatter":
      return scatter(data, look);
    case "lifecycle":
      return lifecycle(data, look);
    case "segment_bars":
      return segmentBars(data, look);
  }
}

const FEW_BARS = 10;

/** How high a chart should be, in pixels, for its data. */
export function chartHeight(type: PlainType, data: ChartData, narrow: boolean): number {
  const rows = data.categories.length;
  switch (type) {
    case "bar":
      return Math.min(1400, 44 + rows * Math.max(rows <= FEW_BARS ? 36 : 26, data.series.length * 16));
    case "heatmap":
      return Math.min(900, 110 + data.series.length * 30);
    case "segment_bars":
      return segmentBarsHeight(data);
    default:
      return narrow ? 260 : 320;
  }
}
