import type { EChartsOption } from "echarts";
import { figure } from "../answer/figures";
import { legend, plainTooltip } from "./axes";
import type { ChartData } from "./chartData";
import { type Look, markColour } from "./look";
import { tip } from "./tooltip";

const BAR = 18;
const ROOM = 84;
const PER_METRIC = 68;

/**
 * A segment beside everybody else: for each metric a bar of each, the longer one over the whole width. Metrics of
 * several units have no axis in common; their figures stand beside the bars.
 */
export function segmentBars(data: ChartData, look: Look): EChartsOption {
  const mostOf = data.series.map((metric) => Math.max(...metric.values.map((value) => Math.abs(value ?? 0)), 0));
  return {
    grid: { left: 4, right: 84, top: 32, bottom: 4, outerBoundsMode: "same" },
    legend: { ...legend({ ...data, series: groupsOf(data) }, look), show: true },
    tooltip: {
      ...plainTooltip(),
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (hovered) => {
        const item = Array.isArray(hovered) ? hovered[0] : hovered;
        const metric = data.series[item?.dataIndex ?? -1];
        return metric === undefined
          ? ""
          : tip(
              metric.name,
              data.categories.map((name, i) => ({
                colour: markColour(look.palette, i),
                name,
                value: metric.texts[i] ?? "",
              })),
            );
      },
    },
    xAxis: { type: "value", min: 0, max: 1, show: false },
    yAxis: {
      type: "category",
      inverse: true,
      data: data.series.map((metric) => metric.name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: look.palette.ink, width: look.narrow ? 84 : 160, overflow: "truncate" },
    },
    series: data.categories.map((name, i) => ({
      type: "bar",
      name,
      color: markColour(look.palette, i),
      barMaxWidth: BAR,
      barGap: "12%",
      itemStyle: { borderRadius: [0, 3, 3, 0] },
      data: data.series.map((metric, m) => shareOf(metric.values[i], mostOf[m])),
      label: {
        show: true,
        position: "right",
        color: look.palette.ink,
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const metric = data.series[dataIndex];
          const value = metric?.values[i];
          return metric === undefined || value == null ? "" : figure(value, metric.kind, look.language, "short");
        },
      },
    })),
  };
}

export function segmentBarsHeight(data: ChartData): number {
  return ROOM + data.series.length * PER_METRIC;
}

function shareOf(value: number | null | undefined, most: number | undefined): number | null {
  return value == null || !most ? null : Math.abs(value) / most;
}

/** The legend names the groups, not the metrics. */
function groupsOf(data: ChartData): ChartData["series"] {
  const first = data.series[0];
  return first === undefined ? [] : data.categories.map((name, i) => ({ ...first, name, colour: i }));
}
