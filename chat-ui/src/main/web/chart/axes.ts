import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from "echarts";
import { tick, type FigureKind } from "../answer/figures";
import type { ChartData, Series } from "./chartData";
import { type Look, markColour } from "./look";
import { tip } from "./tooltip";

/** The unit axes of a chart: figures of one unit share one; a third unit has none left and takes the second. */
export function axisOf(data: ChartData, series: Series): number {
  const units = unitsOf(data);
  return Math.min(1, Math.max(0, units.indexOf(unitName(series.kind))));
}

/** One axis of figures for each unit, at most two. */
export function valueAxes(data: ChartData, look: Look, fromZero: boolean) {
  return unitsOf(data)
    .slice(0, 2)
    .map((unit, i) => {
      const first = data.series.find((s) => unitName(s.kind) === unit);
      return {
        type: "value" as const,
        position: i === 0 ? ("left" as const) : ("right" as const),
        // Lengths only compare when they start at zero; positions of lines need not.
        scale: !fromZero,
        splitNumber: look.narrow ? 3 : 5,
        axisLine: { show: false },
        axisTick: { show: false },
        splitLine: { show: i === 0, lineStyle: { color: look.palette.line } },
        axisLabel: {
          color: look.palette.muted,
          formatter: (value: number) => (first === undefined ? String(value) : tick(value, first.kind, look.language)),
        },
      };
    });
}

export function categoryAxis(data: ChartData, look: Look) {
  return {
    type: "category" as const,
    data: [...data.categories],
    ...(data.counted !== undefined && {
      name: data.counted,
      nameLocation: "middle" as const,
      nameGap: 28,
      nameTextStyle: { color: look.palette.muted },
    }),
    axisLine: { lineStyle: { color: look.palette.line } },
    axisTick: { show: false },
    axisLabel: { color: look.palette.muted, hideOverlap: true, interval: "auto" as const },
  };
}

/** A legend where there is more than one series; earlier figures have their own entry. */
export function legend(data: ChartData, look: Look): LegendComponentOption {
  const names = data.series.map((series) => series.name);
  return {
    show: names.length > 1,
    type: "scroll",
    top: 0,
    left: 0,
    data: names,
    textStyle: { color: look.palette.ink },
    pageTextStyle: { color: look.palette.muted },
    pageIconColor: look.palette.ink,
    pageIconInactiveColor: look.palette.line,
    inactiveColor: look.palette.muted,
    itemWidth: 16,
    itemHeight: 8,
  };
}

export function grid(data: ChartData): GridComponentOption {
  return { left: 4, right: 12, top: data.series.length > 1 ? 40 : 16, bottom: 4, outerBoundsMode: "same" };
}

/** A tooltip over a category: every series' figure there, in full. */
export function categoryTooltip(data: ChartData, look: Look, pointer: "line" | "shadow"): TooltipComponentOption {
  return {
    ...plainTooltip(),
    trigger: "axis",
    axisPointer: { type: pointer, lineStyle: { color: look.palette.muted }, shadowStyle: { opacity: 0.25 } },
    formatter: (hovered) => {
      const first = Array.isArray(hovered) ? hovered[0] : hovered;
      const index = first?.dataIndex ?? 0;
      return tip(
        data.categories[index] ?? "",
        data.series.map((series) => ({
          colour: markColour(look.palette, series.colour),
          earlier: series.earlier,
          name: series.name,
          value: series.texts[index] ?? "",
        })),
      );
    },
  };
}

/** The frame of a tooltip; its looks are in the style sheet. */
export function plainTooltip() {
  return { confine: true, padding: 0, borderWidth: 0, className: "chart-tip", transitionDuration: 0 } as const;
}

/** Earlier figures: the same hue, drawn lighter. */
export const EARLIER_OPACITY = 0.55;

function unitsOf(data: ChartData): string[] {
  return [...new Set(data.series.map((series) => unitName(series.kind)))];
}

function unitName({ unit, measure }: FigureKind): string {
  return measure === "share" || measure === "change" ? "percent" : unit;
}
