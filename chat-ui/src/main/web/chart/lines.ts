import type { EChartsOption, LineSeriesOption } from "echarts";
import { axisOf, categoryAxis, categoryTooltip, EARLIER_OPACITY, grid, legend, valueAxes } from "./axes";
import type { ChartData, Series } from "./chartData";
import { type Look, markColour } from "./look";

/**
 * Lines over time. Areas start at zero and stand on each other: the server offers them only for what adds up. An
 * earlier period and a bucket that is not over are dashed.
 */
export function lines(data: ChartData, look: Look, area: boolean): EChartsOption {
  return {
    grid: grid(data),
    legend: legend(data, look),
    tooltip: categoryTooltip(data, look, "line"),
    xAxis: { ...categoryAxis(data, look), boundaryGap: false },
    yAxis: valueAxes(data, look, area),
    series: data.series.flatMap((series) => line(data, series, look, area)),
  };
}

function line(data: ChartData, series: Series, look: Look, area: boolean): LineSeriesOption[] {
  const colour = markColour(look.palette, series.colour);
  const last = series.values.length - 1;
  const stacked = area && data.series.length > 1;
  const openEnded = data.lastIncomplete && !series.earlier;
  const common: LineSeriesOption = {
    type: "line",
    name: series.name,
    yAxisIndex: axisOf(data, series),
    color: colour,
    symbolSize: 5,
    connectNulls: false,
    emphasis: { focus: "none" },
  };
  const whole: LineSeriesOption = {
    ...common,
    data: series.values.map((value, i) => (openEnded && i === last ? null : value)),
    showSymbol: series.values.length <= 31,
    lineStyle: series.earlier
      ? { width: 1.5, type: "dashed", opacity: EARLIER_OPACITY }
      : { width: 2.2, type: "solid" },
    ...(series.earlier && { itemStyle: { opacity: EARLIER_OPACITY } }),
    ...(area && { areaStyle: { opacity: stacked ? 0.5 : 0.16 } }),
    ...(stacked && { stack: "over" }),
  };
  if (!openEnded) {
    return [whole];
  }
  const tail: LineSeriesOption = {
    ...common,
    data: series.values.map((value, i) => (i >= last - 1 ? value : null)),
    // A hollow mark: this figure will still change.
    symbol: "emptyCircle",
    showSymbol: true,
    lineStyle: { width: 2, type: [4, 4] },
    ...(stacked && { stack: "open" }),
  };
  return [whole, tail];
}
