import type { BarSeriesOption, EChartsOption } from "echarts";
import { figure } from "../answer/figures";
import { axisOf, categoryAxis, categoryTooltip, EARLIER_OPACITY, grid, legend, valueAxes } from "./axes";
import type { ChartData, Series } from "./chartData";
import { type Look, markColour } from "./look";

const LABELLED_COLUMNS = 8;

/** Vertical columns; a bucket that is not over is pale with a dashed edge. */
export function columns(data: ChartData, look: Look, stacked: boolean): EChartsOption {
  const labelled = data.series.length === 1 && data.categories.length <= LABELLED_COLUMNS;
  return {
    grid: grid(data),
    legend: legend(data, look),
    tooltip: categoryTooltip(data, look, "shadow"),
    xAxis: categoryAxis(data, look),
    yAxis: valueAxes(data, look, true),
    series: data.series.map((series, i) => ({
      ...bar(series, look),
      yAxisIndex: axisOf(data, series),
      barMaxWidth: 48,
      ...(stacked && { stack: "all" }),
      itemStyle: {
        ...edge(series, look),
        borderRadius: !stacked || i === data.series.length - 1 ? [3, 3, 0, 0] : 0,
        ...(stacked && { borderColor: look.palette.ground, borderWidth: 1 }),
      },
      data: series.values.map((value, index) =>
        data.lastIncomplete && !series.earlier && index === series.values.length - 1
          ? { value, itemStyle: unfinished(look) }
          : value,
      ),
      label: {
        show: labelled,
        position: "top",
        color: look.palette.ink,
        formatter: ({ dataIndex }: { dataIndex: number }) => shortText(series, dataIndex, look),
      },
      labelLayout: { hideOverlap: true },
    })),
  };
}

/** Horizontal bars in the order of the answer, the first on top. */
export function bars(data: ChartData, look: Look): EChartsOption {
  const value = valueAxes(data, look, true)[0];
  const labelled = data.series.length === 1;
  const rank = categoryAxis(data, look);
  return {
    grid: { ...grid(data), right: labelled ? 72 : 12 },
    legend: legend(data, look),
    tooltip: categoryTooltip(data, look, "shadow"),
    // Figures beside the bars say more than an axis.
    xAxis: { ...value, position: "bottom", show: !labelled },
    yAxis: {
      ...rank,
      inverse: true,
      axisLine: { show: false },
      axisLabel: {
        color: look.palette.ink,
        width: look.narrow ? 112 : 160,
        overflow: "truncate",
        interval: data.categories.length > 50 ? "auto" : 0,
      },
    },
    series: data.series.map((series) => ({
      ...bar(series, look),
      barMaxWidth: 24,
      itemStyle: { ...edge(series, look), borderRadius: [0, 3, 3, 0] },
      data: [...series.values],
      label: {
        show: labelled,
        position: "right",
        color: look.palette.ink,
        formatter: ({ dataIndex }: { dataIndex: number }) => shortText(series, dataIndex, look),
      },
    })),
  };
}

export function bar(series: Series, look: Look): BarSeriesOption {
  return { type: "bar", name: series.name, color: markColour(look.palette, series.colour), barGap: "8%" };
}

function edge(series: Series, look: Look) {
  return series.earlier
    ? { opacity: EARLIER_OPACITY }
    : { color: markColour(look.palette, series.colour) };
}

export function unfinished(look: Look) {
  return {
    opacity: EARLIER_OPACITY,
    borderColor: look.palette.ink,
    borderType: "dashed" as const,
    borderWidth: 1.2,
  };
}

function shortText(series: Series, index: number, look: Look): string {
  const value = series.values[index];
  return value == null ? "" : figure(value, series.kind, look.language, "short");
}
