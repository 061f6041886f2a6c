import type { EChartsOption } from "echarts";
import { nameOf } from "../answer/cells";
import type { ChartSpec, ChartType, Language, Table } from "../api/answer";
import { chartData } from "./chartData";
import { cohortData } from "./cohorts";
import { curves, curvesOption } from "./curves";
import { flowData } from "./flows";
import type { Look } from "./look";
import { chartHeight, chartOption, moving, type PlainType } from "./option";
import { rfmData, rfmGrid } from "./rfmGrid";
import { sankey } from "./sankey";

/** Chart types that the drawing library draws; the others are elements of the page. */
export type DrawnType = Exclude<ChartType, "number" | "numbers" | "cohort_heatmap" | "funnel" | "table" | "empty">;

const ELEMENTS: ReadonlySet<ChartType> = new Set(["number", "numbers", "cohort_heatmap", "funnel", "table", "empty"]);

export function isDrawn(type: ChartType): type is DrawnType {
  return !ELEMENTS.has(type);
}

/** What the drawing library is to draw, and in how much room. */
export interface Drawing {
  readonly option: (look: Look) => EChartsOption;
  readonly height: (narrow: boolean) => number;
  /** Whether it takes the whole width, its table below it. */
  readonly wide: boolean;
  /** In less it would not be read; it scrolls then. */
  readonly leastWidth: number;
  /** Whether it needs the part of the library that draws flows. */
  readonly flows: boolean;
  /** What must be said beside it. */
  readonly remarks: readonly string[];
}

/** One of the drawings of a chart. */
export interface Part {
  /** The group that it is of; a chart that is not split has one part without a name. */
  readonly name: string | undefined;
  readonly drawing: Drawing;
}

/** Charts that cannot hold several groups have a drawing for each. */
const ONE_FOR_EACH: ReadonlySet<ChartType> = new Set(["sankey", "lifecycle"]);

/** All drawings of a chart, at least one. */
export function drawings(
  type: DrawnType,
  table: Table,
  spec: ChartSpec,
  incomplete: boolean,
  language: Language,
): readonly Part[] {
  const place = table.columns.findIndex(({ name }) => name === spec.series);
  const column = table.columns[place];
  if (column === undefined || !ONE_FOR_EACH.has(type)) {
    return [{ name: undefined, drawing: drawing(type, table, spec, incomplete, language) }];
  }
  const alone = { ...spec, series: undefined };
  return [...new Set(table.rows.map((row) => row[place] ?? null))].map((group) => ({
    name: nameOf(table, column, group, language, true),
    drawing: drawing(type, { ...table, rows: table.rows.filter((row) => row[place] === group) }, alone, incomplete, language),
  }));
}

/** A table of more columns has no room beside a chart. */
const MOST_BESIDE = 6;
const FLOW_COLUMN = 150;
const FLOW_LABELS = 128;
const RFM_WIDTH = 460;
const RFM_HEIGHT = 260;

export function drawing(type: DrawnType, table: Table, spec: ChartSpec, incomplete: boolean, language: Language): Drawing {
  if (type === "sankey") {
    return ways(table, spec, language);
  }
  if (type === "retention_curves") {
    const drawn = curves(cohortData(table, spec, language), language);
    return {
      ...PLAIN,
      wide: true,
      option: (look) => ({ ...moving(look), ...curvesOption(drawn, look) }),
      height: (narrow) => (narrow ? 280 : 360),
      remarks: drawn.remarks,
    };
  }
  if (type === "rfm_grid") {
    const groups = rfmData(table, spec, language);
    return {
      ...PLAIN,
      wide: true,
      leastWidth: RFM_WIDTH,
      option: (look) => ({ ...moving(look), ...rfmGrid(groups, look) }),
      height: () => RFM_HEIGHT,
    };
  }
  const data = chartData(table, spec, incomplete, language);
  return {
    ...PLAIN,
    wide: type === "lifecycle" || table.columns.length > MOST_BESIDE,
    option: (look) => chartOption(type satisfies PlainType, data, look),
    height: (narrow) => chartHeight(type, data, narrow),
  };
}

const PLAIN = { wide: false, leastWidth: 0, flows: false, remarks: [] } as const;

function ways(table: Table, spec: ChartSpec, language: Language): Drawing {
  const data = flowData(table, spec, spec.flow ?? { levels: [], direction: "from" }, language);
  const most = Math.max(...data.nodes.map(({ column }) => data.nodes.filter((node) => node.column === column).length), 1);
  return {
    option: (look) => ({ ...moving(look), ...sankey(data, look) }),
    height: () => Math.min(640, 160 + most * 44),
    wide: true,
    leastWidth: FLOW_LABELS + (data.columns - 1) * FLOW_COLUMN,
    flows: true,
    remarks: data.remarks,
  };
}
