import type { EChartsOption } from "echarts";
import { figure } from "../answer/figures";
import { plainTooltip } from "./axes";
import type { ChartData } from "./chartData";
import { type Look, markColour } from "./look";
import { tip } from "./tooltip";

/** Parts of a whole; the server offers it only where the parts add up to one. */
export function donut(data: ChartData, look: Look): EChartsOption {
  const series = data.series[0];
  const values = series?.values ?? [];
  const whole = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const share = (index: number) =>
    figure((values[index] ?? 0) / whole, { unit: "percent", measure: "share" }, look.language, "full");
  return {
    tooltip: {
      ...plainTooltip(),
      trigger: "item",
      formatter: (hovered) => {
        const index = (Array.isArray(hovered) ? hovered[0] : hovered)?.dataIndex ?? 0;
        const text = series?.texts[index] ?? "";
        const value = series?.kind.measure === "share" ? text : `${text} · ${share(index)}`;
        return tip(data.categories[index] ?? "", [
          { colour: markColour(look.palette, index), name: series?.name ?? "", value },
        ]);
      },
    },
    series: {
      type: "pie",
      radius: look.narrow ? ["32%", "52%"] : ["46%", "72%"],
      center: ["50%", "52%"],
      // From the top, clockwise, in the order of the answer.
      startAngle: 90,
      itemStyle: { borderColor: look.palette.ground, borderWidth: 2 },
      label: {
        color: look.palette.ink,
        formatter: ({ dataIndex }) => `${data.categories[dataIndex] ?? ""}\n${share(dataIndex)}`,
        lineHeight: 16,
      },
      labelLine: { lineStyle: { color: look.palette.muted }, ...(look.narrow && { length: 8, length2: 4 }) },
      data: values.map((value, i) => ({
        name: data.categories[i] ?? "",
        value: value ?? 0,
        itemStyle: { color: markColour(look.palette, i) },
      })),
    },
  };
}
