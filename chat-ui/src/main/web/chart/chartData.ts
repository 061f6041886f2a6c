import { cellText, nameOf } from "../answer/cells";
import { kindOf, subjectOf, type FigureKind } from "../answer/figures";
import type { Cell, ChartSpec, Column, Language, Table } from "../api/answer";

/** What a chart draws, read off an answer's table; independent of the drawing library. */
export interface ChartData {
  readonly categories: readonly string[];
  readonly overTime: boolean;
  /** What the categories are numbers of, where they are. */
  readonly counted?: string;
  readonly series: readonly Series[];
  /** Whether the last bucket is not over, so that its figure will still change. */
  readonly lastIncomplete: boolean;
}

export interface Series {
  readonly name: string;
  readonly kind: FigureKind;
  /** The figures of an earlier period, drawn lighter than those of the period asked. */
  readonly earlier: boolean;
  /** Which colour: a figure and its earlier one share theirs. */
  readonly colour: number;
  /** By category; null is a gap, never 0. */
  readonly values: readonly (number | null)[];
  /** The values as words, in full. */
  readonly texts: readonly string[];
}

export function chartData(table: Table, spec: ChartSpec, incomplete: boolean, language: Language): ChartData {
  const index = new Map(table.columns.map((column, i) => [column.name, i]));
  const at = (name: string | undefined) => (name === undefined ? undefined : index.get(name));
  const x = at(spec.x);
  const by = at(spec.series);
  const figures = spec.y.map(at).filter((i) => i !== undefined);
  const xColumn = x === undefined ? undefined : table.columns[x];

  const present = distinct(table.rows.map((row) => (x === undefined ? "" : row[x])));
  const counted = xColumn?.role === "metric" && xColumn.type === "integer" ? xColumn.label : undefined;
  const categories = counted === undefined ? present : everyNumber(present);
  const groups = by === undefined ? [undefined] : distinct(table.rows.map((row) => row[by]));
  const series = groups.flatMap((group, g) =>
    figures.flatMap((f, n) => {
      const column = table.columns[f];
      if (column === undefined) {
        return [];
      }
      const rows = by === undefined ? table.rows : table.rows.filter((row) => row[by] === group);
      const byCategory = new Map(rows.map((row) => [x === undefined ? "" : row[x], row[f] ?? null]));
      const cells = categories.map((category) => byCategory.get(category) ?? null);
      const groupName =
        by === undefined ? undefined : groupLabel(table, table.columns[by], group ?? null, language);
      return [
        {
          name: seriesName(groupName, column, figures.length),
          kind: kindOf(column),
          earlier: column.measure === "previous",
          colour: by === undefined ? colourOf(table.columns, figures, n) : g,
          values: cells.map(numberOf),
          texts: cells.map((value) => cellText(table, column, value, language, "full")),
        },
      ];
    }),
  );
  const overTime = xColumn?.role === "time";
  return {
    categories: categories.map((value) =>
      xColumn === undefined ? "" : nameOf(table, xColumn, value ?? null, language, true),
    ),
    overTime,
    ...(counted !== undefined && { counted }),
    series,
    lastIncomplete: overTime && incomplete && categories.length > 1,
  };
}

function seriesName(group: string | undefined, column: Column, figures: number): string {
  if (group === undefined) {
    return column.label;
  }
  return figures > 1 ? `${group} ${column.label}` : group;
}

function groupLabel(table: Table, column: Column | undefined, value: Cell, language: Language): string {
  return column === undefined ? String(value) : nameOf(table, column, value, language, true);
}

/** A figure's colour is that of its metric's first column. */
function colourOf(columns: readonly Column[], figures: readonly number[], n: number): number {
  const metrics = distinct(figures.map((f) => subject(columns[f])));
  const column = columns[figures[n] ?? -1];
  return Math.max(0, metrics.indexOf(subject(column)));
}

function subject(column: Column | undefined): string | undefined {
  return column && subjectOf(column);
}

const MOST_NUMBERS = 400;

/** Numbers that nobody has keep their place on the axis. */
function everyNumber(present: readonly (Cell | undefined)[]): readonly (Cell | undefined)[] {
  const numbers = present.filter((value) => typeof value === "number");
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return numbers.length === present.length && most - least < MOST_NUMBERS
    ? Array.from({ length: most - least + 1 }, (_, i) => least + i)
    : present;
}

function numberOf(value: Cell): number | null {
  return typeof value === "number" ? value : null;
}

export function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
