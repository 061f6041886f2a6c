import type { EChartsOption } from "echarts";
import { cellText, nameOf } from "../answer/cells";
import type { ChartSpec, Language, Table } from "../api/answer";
import { plainTooltip } from "./axes";
import type { Look } from "./look";
import { inkOn, shade } from "./shades";
import { tip } from "./tooltip";

/** A group of customers in its place: by how lately and how often across, by how much down. */
export interface RfmGroup {
  readonly across: number;
  readonly down: number;
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly short: string;
}

export interface RfmData {
  readonly measured: string;
  readonly groups: readonly RfmGroup[];
}

/** The values of the dimension are the same in every catalog: M by the first two characters, R and F by the next. */
const WHAT_TO_DO = ["价值", "发展", "保持", "挽留"];
const HOW_MUCH = ["重要", "一般"];
const CODE_LENGTH = 2;

const ACROSS: Readonly<Record<Language, readonly string[]>> = {
  zh: ["最近买过·常买", "最近买过·少买", "很久没买·曾常买", "很久没买·少买"],
  en: ["recent, often", "recent, seldom", "long ago, often", "long ago, seldom"],
};
const DOWN: Readonly<Record<Language, readonly string[]>> = {
  zh: ["花得多", "花得少"],
  en: ["much spent", "little spent"],
};

export function rfmData(table: Table, spec: ChartSpec, language: Language): RfmData {
  const x = table.columns.findIndex((column) => column.name === spec.x);
  const y = table.columns.findIndex((column) => column.name === spec.y[0]);
  const [group, measured] = [table.columns[x], table.columns[y]];
  if (group === undefined || measured === undefined) {
    return { measured: "", groups: [] };
  }
  return {
    measured: measured.label,
    groups: table.rows.flatMap((row) => {
      const code = String(row[x] ?? "");
      const across = WHAT_TO_DO.indexOf(code.slice(CODE_LENGTH, 2 * CODE_LENGTH));
      const down = HOW_MUCH.indexOf(code.slice(0, CODE_LENGTH));
      const value = row[y] ?? null;
      return across < 0 || down < 0 || typeof value !== "number"
        ? []
        : [
            {
              across,
              down,
              name: nameOf(table, group, code, language, true),
              value,
              text: cellText(table, measured, value, language, "full"),
              short: cellText(table, measured, value, language, "short"),
            },
          ];
    }),
  };
}

/** Eight groups in two rows of four, the stronger the colour the larger. */
export function rfmGrid(data: RfmData, look: Look): EChartsOption {
  const most = Math.max(...data.groups.map(({ value }) => value), 0);
  const axis = { type: "category" as const, axisLine: { show: false }, axisTick: { show: false }, splitArea: { show: false } };
  return {
    grid: { left: 4, right: 4, top: 4, bottom: 4, outerBoundsMode: "same" },
    tooltip: {
      ...plainTooltip(),
      trigger: "item",
      formatter: (hovered) => {
        const item = Array.isArray(hovered) ? hovered[0] : hovered;
        const group = data.groups[item?.dataIndex ?? -1];
        return group === undefined
          ? ""
          : tip(group.name, [{ colour: ground(group, most, look), name: data.measured, value: group.text }]);
      },
    },
    xAxis: {
      ...axis,
      data: [...ACROSS[look.language]],
      axisLabel: { color: look.palette.muted, interval: 0, width: 100, overflow: "break" },
    },
    yAxis: {
      ...axis,
      inverse: true,
      data: [...DOWN[look.language]],
      axisLabel: { color: look.palette.muted, width: 64, overflow: "break" },
    },
    visualMap: { show: false, min: 0, max: most || 1, dimension: 2, inRange: { color: [...look.palette.ramp] } },
    series: {
      type: "heatmap",
      data: data.groups.map((group) => {
        const colour = ground(group, most, look);
        return {
          value: [group.across, group.down, group.value],
          itemStyle: { color: colour, borderColor: look.palette.ground, borderWidth: 3, borderRadius: 4 },
          label: {
            show: true,
            color: inkOn(colour),
            width: 96,
            overflow: "break",
            lineHeight: 18,
            formatter: `${group.name}\n${group.short}`,
          },
        };
      }),
    },
  };
}

function ground(group: RfmGroup, most: number, look: Look): string {
  return shade(look.palette, most === 0 ? 0 : Math.max(0, group.value) / most);
}
