import type { EChartsOption, LineSeriesOption } from "echarts";
import { integer, tick } from "../answer/figures";
import type { Language } from "../api/answer";
import { wordsIn } from "../i18n/language";
import { EARLIER_OPACITY, plainTooltip } from "./axes";
import { type Cohort, type CohortData, SMALL_COHORT } from "./cohorts";
import { type Look, markColour } from "./look";
import { rateText } from "./rates";
import { shade } from "./shades";
import { tip } from "./tooltip";

const MOST_LINES = 12;
const MOST_GROUPS = 6;
const MANY_INTERVALS = 15;
/** Where the ramp is dark enough to be seen as a line. */
const FIRST_SHADE = 0.6;
const POOLED = 1;

/** The cohorts that are drawn, and what must be said about those that are not. */
export interface Curves {
  readonly intervals: readonly string[];
  readonly lines: readonly Cohort[];
  readonly pooled: Cohort | undefined;
  readonly ordered: boolean;
  readonly remarks: readonly string[];
}

export function curves(data: CohortData, language: Language): Curves {
  const w = wordsIn(language);
  const lines = data.ordered ? evenly(data.cohorts, MOST_LINES) : largest(data.cohorts, MOST_GROUPS);
  const count = (n: number) => integer(n, language);
  const leftOut = data.ordered ? w.curvesLeftOut : w.groupsLeftOut;
  // All are there when they begin; drawn, that would flatten what comes after.
  const dull = data.startsAtOwn && data.intervals.length > 2 && data.cohorts.every(beginsWhole);
  const shown = (cohort: Cohort) => (dull ? { ...cohort, returned: cohort.returned.slice(1) } : cohort);
  return {
    intervals: dull ? data.intervals.slice(1) : data.intervals,
    lines: lines.map(shown),
    pooled: data.pooled && shown(data.pooled),
    ordered: data.ordered,
    remarks: [
      ...(data.ordered && lines.length > 1 ? [w.curvesByAge] : []),
      ...(lines.some(({ small }) => small) ? [w.curvesSmall(SMALL_COHORT)] : []),
      ...(lines.length < data.cohorts.length ? [leftOut(count(lines.length), count(data.cohorts.length))] : []),
      ...(dull ? [w.startLeftOut(data.intervals[0] ?? "")] : []),
    ],
  };
}

/** A line for each cohort, the later the stronger, or for each group; the pooled one stands out. */
export function curvesOption(drawn: Curves, look: Look): EChartsOption {
  const all = drawn.pooled === undefined ? drawn.lines : [drawn.pooled, ...drawn.lines];
  const colour = (cohort: Cohort) => {
    if (cohort === drawn.pooled) {
      return drawn.ordered ? markColour(look.palette, POOLED) : look.palette.ink;
    }
    const place = cohort.earlier ? 0 : drawn.lines.indexOf(cohort);
    return drawn.ordered && drawn.lines.length > 1
      ? shade(look.palette, FIRST_SHADE + ((1 - FIRST_SHADE) * place) / (drawn.lines.length - 1))
      : markColour(look.palette, place);
  };
  const many = drawn.intervals.length > MANY_INTERVALS;
  const named = drawn.ordered ? all.slice(0, drawn.pooled === undefined ? 0 : 1) : all;
  return {
    grid: { left: 4, right: 24, top: named.length > 0 ? 40 : 16, bottom: 4, outerBoundsMode: "same" },
    legend: {
      show: named.length > 0,
      type: "scroll",
      top: 0,
      left: 0,
      data: named.map(({ name }) => name),
      textStyle: { color: look.palette.ink },
      pageTextStyle: { color: look.palette.muted },
      pageIconColor: look.palette.ink,
      pageIconInactiveColor: look.palette.line,
      inactiveColor: look.palette.muted,
      itemWidth: 20,
      itemHeight: 8,
    },
    tooltip: {
      ...plainTooltip(),
      trigger: "axis",
      axisPointer: { type: "line", lineStyle: { color: look.palette.muted } },
      formatter: (hovered) => {
        const index = (Array.isArray(hovered) ? hovered[0] : hovered)?.dataIndex ?? 0;
        return tip(
          drawn.intervals[index] ?? "",
          all.flatMap((cohort) => {
            const returned = cohort.returned[index];
            return returned === undefined
              ? []
              : [{ colour: colour(cohort), name: cohort.name, value: rateText(returned.rate, look.language) }];
          }),
        );
      },
    },
    xAxis: {
      type: "category",
      data: [...drawn.intervals],
      boundaryGap: drawn.intervals.length < 3,
      axisLine: { lineStyle: { color: look.palette.line } },
      axisTick: { show: false },
      axisLabel: { color: look.palette.muted, hideOverlap: true },
    },
    yAxis: {
      type: "value",
      min: 0,
      splitNumber: look.narrow ? 3 : 5,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: look.palette.line } },
      axisLabel: {
        color: look.palette.muted,
        formatter: (value: number) => tick(value, { unit: "percent", measure: "value" }, look.language),
      },
    },
    series: all.map((cohort): LineSeriesOption => {
      const pooled = cohort === drawn.pooled;
      return {
        type: "line",
        name: cohort.name,
        color: colour(cohort),
        data: cohort.returned.map((returned) => returned?.rate ?? null),
        connectNulls: false,
        symbolSize: pooled ? (many ? 5 : 7) : many ? 2 : 4,
        z: pooled ? 4 : 2,
        lineStyle: {
          width: pooled ? 3.4 : drawn.ordered || cohort.earlier ? 1.4 : 2.2,
          type: (cohort.small && !pooled) || cohort.earlier ? "dashed" : "solid",
          ...(cohort.earlier && { opacity: EARLIER_OPACITY }),
        },
        ...(cohort.earlier && { itemStyle: { opacity: EARLIER_OPACITY } }),
        emphasis: { focus: "none" },
      };
    }),
  };
}

function beginsWhole({ returned: [first] }: Cohort): boolean {
  return first === undefined || first.rate === null || first.rate === 1;
}

/** So many of a list, the first and the last among them, at even distances. */
function evenly<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) {
    return all;
  }
  return Array.from({ length: most }, (_, i) => all[Math.round((i * (all.length - 1)) / (most - 1))]).filter(
    (one): one is T => one !== undefined,
  );
}

function largest(all: readonly Cohort[], most: number): readonly Cohort[] {
  const kept = new Set([...all].sort((a, b) => b.users - a.users).slice(0, most));
  return all.filter((cohort) => kept.has(cohort));
}
