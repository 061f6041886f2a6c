import { nameOf } from "../answer/cells";
import type { Cell, ChartSpec, Language, Table } from "../api/answer";
import { wordsIn } from "../i18n/language";
import { distinct } from "./chartData";

/** Below so many people a rate says little. */
export const SMALL_COHORT = 30;

/** How many of a cohort came back in an interval. */
export interface Returned {
  readonly users: number;
  readonly retained: number;
  /** Null where there was nobody who could come back. */
  readonly rate: number | null;
}

export interface Cohort {
  readonly name: string;
  readonly users: number;
  readonly small: boolean;
  /** Whether it is of the period compared with. */
  readonly earlier: boolean;
  /** By interval; undefined where that is not over. */
  readonly returned: readonly (Returned | undefined)[];
}

export interface CohortData {
  readonly intervals: readonly string[];
  /** Whether the first interval is the cohort's own. */
  readonly startsAtOwn: boolean;
  readonly ordered: boolean;
  readonly cohorts: readonly Cohort[];
  /** All cohorts together; undefined where that would not be the whole, or of one only. */
  readonly pooled: Cohort | undefined;
}

/** A retention matrix: rows by the spec's series, whatever else splits the rows being taken together. */
export function cohortData(table: Table, spec: ChartSpec, language: Language): CohortData {
  const at = (name: string | undefined) => table.columns.findIndex((column) => column.name === name);
  const [x, end, by] = [at(spec.x), at(spec.xEnd), at(spec.series)];
  const [retained, users] = [at(spec.y[1]), at(spec.y[2])];
  const [retainedBefore, usersBefore] = [at(spec.y[4]), at(spec.y[5])];
  const grain = table.columns.find((column) => column.role === "time")?.grain ?? "";
  const interval = (row: readonly Cell[]) => `${row[x]}/${end < 0 ? row[x] : (row[end] ?? "")}`;
  const first = new Map([...table.rows].reverse().map((row) => [interval(row), row]));
  const intervals = distinct(table.rows.map(interval));

  const together = (rows: readonly (readonly Cell[])[], part: number, whole: number) => {
    const sums = new Map<string, { users: number; retained: number }>();
    for (const row of rows) {
      const before = sums.get(interval(row)) ?? { users: 0, retained: 0 };
      sums.set(interval(row), {
        users: before.users + Number(row[whole] ?? 0),
        retained: before.retained + Number(row[part] ?? 0),
      });
    }
    return intervals.map((name): Returned | undefined => {
      const of = sums.get(name);
      return of && { ...of, rate: of.users === 0 ? null : of.retained / of.users };
    });
  };
  const cohort = (name: string, rows: readonly (readonly Cell[])[], earlier = false): Cohort => {
    const returned = earlier ? together(rows, retainedBefore, usersBefore) : together(rows, retained, users);
    const size = Math.max(0, ...returned.map((r) => r?.users ?? 0));
    return { name, users: size, small: size < SMALL_COHORT, earlier, returned };
  };

  const column = table.columns[by];
  const values = distinct(table.rows.map((row) => row[by] ?? null));
  return {
    intervals: intervals.map((name) => {
      const row = first.get(name) ?? [];
      const last = end < 0 ? row[x] : row[end];
      return wordsIn(language).interval(grain, Number(row[x]), last == null ? null : Number(last));
    }),
    startsAtOwn: intervals[0] === "0/0",
    ordered: column?.role === "time",
    cohorts:
      usersBefore >= 0
        ? [cohort(wordsIn(language).thisPeriod, table.rows), cohort(wordsIn(language).basePeriod, table.rows, true)]
        : values.map((value) =>
            cohort(
              column === undefined ? "" : nameOf(table, column, value, language, true),
              table.rows.filter((row) => (row[by] ?? null) === value),
            ),
          ),
    pooled: table.truncated || values.length < 2 ? undefined : cohort(wordsIn(language).pooled, table.rows),
  };
}

/** The rate that has the strongest colour: the highest of those who came back, not of those who began. */
export function strongest(data: CohortData): number {
  const rates = data.cohorts.flatMap(({ returned }) =>
    returned.slice(data.startsAtOwn && returned.length > 1 ? 1 : 0).map((r) => r?.rate ?? 0),
  );
  return Math.max(0, ...rates) || 1;
}
