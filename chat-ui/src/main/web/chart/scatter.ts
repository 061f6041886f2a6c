import type { EChartsOption } from "echarts";
import { valueAxes, plainTooltip } from "./axes";
import type { ChartData } from "./chartData";
import { type Look, markColour } from "./look";
import { tip } from "./tooltip";

/** One point for each group: its first figure across, its second up. */
export function scatter(data: ChartData, look: Look): EChartsOption {
  const [across, up] = data.series;
  if (across === undefined || up === undefined) {
    return {};
  }
  const axis = (series: typeof across) => ({
    ...valueAxes({ ...data, series: [series] }, look, false)[0],
    name: series.name,
    nameLocation: "middle" as const,
    nameTextStyle: { color: look.palette.muted },
  });
  const colour = markColour(look.palette, 0);
  return {
    grid: { left: 8, right: 24, top: 16, bottom: 8, outerBoundsMode: "same" },
    tooltip: {
      ...plainTooltip(),
      trigger: "item",
      formatter: (hovered) => {
        const index = (Array.isArray(hovered) ? hovered[0] : hovered)?.dataIndex ?? 0;
        return tip(
          data.categories[index] ?? "",
          [across, up].map((series) => ({ colour, name: series.name, value: series.texts[index] ?? "" })),
        );
      },
    },
    xAxis: { ...axis(across), position: "bottom" },
    yAxis: axis(up),
    series: {
      type: "scatter",
      symbolSize: 11,
      itemStyle: { color: colour, opacity: 0.75 },
      // A point without one of its figures keeps its place in the list and is not drawn.
      data: across.values.map((value, i) => [value ?? Number.NaN, up.values[i] ?? Number.NaN]),
    },
  };
}
