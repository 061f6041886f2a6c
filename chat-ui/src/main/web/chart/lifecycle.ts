import type { EChartsOption } from "echarts";
import { tick } from "../answer/figures";
import { categoryAxis, categoryTooltip, grid, legend, valueAxes } from "./axes";
import { bar, unfinished } from "./bars";
import type { ChartData } from "./chartData";
import type { Look } from "./look";

/** Those who come, from green over blue to light blue, and brown for those who went. */
const COLOURS = [2, 0, 4, 1];

/** Columns that stand on each other above zero; those of the last figure hang below it. */
export function lifecycle(figures: ChartData, look: Look): EChartsOption {
  const data = { ...figures, series: figures.series.map((series, i) => ({ ...series, colour: COLOURS[i] ?? i })) };
  const below = data.series.length - 1;
  const categories = categoryAxis(data, look);
  return {
    grid: { ...grid(data), top: look.narrow ? 64 : 40 },
    // All four at once: two lines of them on a phone.
    legend: { ...legend(data, look), type: "plain", width: look.narrow ? 260 : "auto" },
    tooltip: categoryTooltip(data, look, "shadow"),
    // Names at the bottom, where no column hangs over them, and a line at zero.
    xAxis: [
      { ...categories, axisLine: { show: false, onZero: false } },
      {
        ...categories,
        position: "bottom",
        axisLabel: { show: false },
        axisLine: { onZero: true, lineStyle: { color: look.palette.muted } },
      },
    ],
    yAxis: valueAxes(data, look, true).map((axis) => ({
      ...axis,
      axisLabel: {
        ...axis.axisLabel,
        formatter: (value: number) => tick(Math.abs(value), { unit: "people", measure: "value" }, look.language),
      },
    })),
    series: data.series.map((series, i) => ({
      ...bar(series, look),
      stack: "all",
      barMaxWidth: 48,
      data: series.values.map((value, index) => {
        const drawn = value === null || i < below ? value : -value;
        return data.lastIncomplete && index === series.values.length - 1
          ? { value: drawn, itemStyle: unfinished(look) }
          : drawn;
      }),
    })),
  };
}
