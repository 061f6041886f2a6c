import type { EChartsOption } from "echarts";
import { tick } from "../answer/figures";
import { categoryAxis, plainTooltip } from "./axes";
import type { ChartData } from "./chartData";
import { type Look, markColour } from "./look";
import { tip } from "./tooltip";

/** Two groupings: categories across, series down, one hue from few to many. */
export function heatmap(data: ChartData, look: Look): EChartsOption {
  const cells = data.series.flatMap((series, y) =>
    series.values.flatMap((value, x) => (value === null ? [] : [[x, y, value] as [number, number, number]])),
  );
  const values = cells.map(([, , value]) => value);
  const least = values.length === 0 ? 0 : Math.min(...values);
  const most = values.length === 0 ? 1 : Math.max(...values);
  const kind = data.series[0]?.kind ?? { unit: "number", measure: "value" };
  return {
    grid: { left: 4, right: 12, top: 12, bottom: 56, outerBoundsMode: "same" },
    tooltip: {
      ...plainTooltip(),
      trigger: "item",
      formatter: (hovered) => {
        const item = Array.isArray(hovered) ? hovered[0] : hovered;
        const [x = 0, y = 0] = (item?.value ?? []) as number[];
        const series = data.series[y];
        return tip(data.categories[x] ?? "", [
          { colour: markColour(look.palette, 0), name: series?.name ?? "", value: series?.texts[x] ?? "" },
        ]);
      },
    },
    xAxis: { ...categoryAxis(data, look), splitArea: { show: false } },
    yAxis: {
      type: "category",
      inverse: true,
      data: data.series.map((series) => series.name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: look.palette.ink, width: look.narrow ? 112 : 160, overflow: "truncate" },
    },
    visualMap: {
      min: least,
      max: most,
      text: [tick(most, kind, look.language), tick(least, kind, look.language)],
      calculable: false,
      orient: "horizontal",
      left: "center",
      bottom: 0,
      itemHeight: 120,
      itemWidth: 12,
      inRange: { color: [...look.palette.ramp] },
      textStyle: { color: look.palette.muted },
    },
    series: {
      type: "heatmap",
      data: cells,
      itemStyle: { borderColor: look.palette.ground, borderWidth: 2, borderRadius: 3 },
    },
  };
}
