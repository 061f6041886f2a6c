import { nameOf } from "../answer/cells";
import { integer } from "../answer/figures";
import type { ChartSpec, Language, Table } from "../api/answer";
import { wordsIn } from "../i18n/language";
import { distinct } from "./chartData";
import { rateText } from "./rates";

const MOST_GROUPS = 6;

/** How far a group gets at a step. */
export interface Reached {
  readonly users: number;
  readonly fromFirst: number | null;
  readonly fromPrevious: number | null;
  /** How far the same group got in the period compared with. */
  readonly before?: Before;
}

/** Null where there is nothing to compare with. */
export interface Before {
  readonly users: number | null;
  readonly fromFirst: number | null;
  readonly fromPrevious: number | null;
}

export interface FunnelGroup {
  /** Empty where people are not split. */
  readonly name: string;
  readonly steps: readonly Reached[];
  /** The step, from 0, that loses most of those of the step before; undefined where nobody is lost. */
  readonly mostLost: number | undefined;
}

export interface FunnelData {
  readonly steps: readonly string[];
  /** The largest ones, in the order of the answer. */
  readonly groups: readonly FunnelGroup[];
  readonly allGroups: number;
  readonly compared: boolean;
}

/** Steps in the order of the rows: two steps may have the same name. */
export function funnelData(table: Table, spec: ChartSpec, language: Language): FunnelData {
  const at = (name: string | undefined) => table.columns.findIndex((column) => column.name === name);
  const [x, by] = [at(spec.x), at(spec.series)];
  const [users, fromFirst, fromPrevious] = [at(spec.y[0]), at(spec.y[1]), at(spec.y[2])];
  const [usersBefore, firstBefore, previousBefore] = [at(spec.y[3]), at(spec.y[4]), at(spec.y[5])];
  const compared = usersBefore >= 0;
  const [step, group] = [table.columns[x], table.columns[by]];
  const rowsOf = (value: unknown) => table.rows.filter((row) => by < 0 || row[by] === value);
  const number = (value: unknown) => (typeof value === "number" ? value : null);

  const values = by < 0 ? [null] : distinct(table.rows.map((row) => row[by] ?? null));
  const groups = values.map((value): FunnelGroup => {
    const steps = rowsOf(value).map((row) => ({
      users: Number(row[users] ?? 0),
      fromFirst: number(row[fromFirst]),
      fromPrevious: number(row[fromPrevious]),
      ...(compared && {
        before: {
          users: number(row[usersBefore]),
          fromFirst: number(row[firstBefore]),
          fromPrevious: number(row[previousBefore]),
        },
      }),
    }));
    return {
      name: group === undefined ? "" : nameOf(table, group, value, language, true),
      steps,
      mostLost: mostLost(steps),
    };
  });
  const kept = new Set([...groups].sort((a, b) => size(b) - size(a)).slice(0, MOST_GROUPS));
  return {
    steps: rowsOf(values[0]).map((row, i) =>
      step !== undefined && (step.role === "dimension" || typeof row[x] === "string")
        ? nameOf(table, step, row[x] ?? null, language, true)
        : wordsIn(language).step(i + 1),
    ),
    groups: groups.filter((one) => kept.has(one)),
    allGroups: groups.length,
    compared,
  };
}

/** Where most are lost, in words. */
export function lossInWords(data: FunnelData, language: Language): readonly string[] {
  const w = wordsIn(language);
  const between = (step: number) => [data.steps[step - 1] ?? "", data.steps[step] ?? ""] as const;
  const losing = data.groups.filter(({ mostLost: step }) => step !== undefined);
  const [first] = losing;
  if (first?.mostLost === undefined) {
    return [];
  }
  if (data.allGroups === 1) {
    const { users, rate } = lost(first, first.mostLost);
    return [w.mostLostAt(...between(first.mostLost), integer(users, language), rateText(rate, language))];
  }
  if (losing.length === data.allGroups && losing.every(({ mostLost: step }) => step === first.mostLost)) {
    return [w.mostLostEverywhere(...between(first.mostLost))];
  }
  return distinct(losing.map(({ mostLost: step }) => step ?? 0)).map((step) =>
    w.mostLostOf(
      ...between(step),
      losing
        .filter((group) => group.mostLost === step)
        .map((group) => `${group.name} ${rateText(lost(group, step).rate, language)}`),
    ),
  );
}

/** Whom a step loses of those of the step before. */
export function lost(group: FunnelGroup, step: number): { readonly users: number; readonly rate: number } {
  const [before, now] = [group.steps[step - 1], group.steps[step]];
  return { users: (before?.users ?? 0) - (now?.users ?? 0), rate: 1 - (now?.fromPrevious ?? 1) };
}

function mostLost(steps: readonly Reached[]): number | undefined {
  let found: number | undefined;
  let least = 1;
  steps.forEach(({ fromPrevious }, i) => {
    if (i > 0 && fromPrevious !== null && fromPrevious < least) {
      found = i;
      least = fromPrevious;
    }
  });
  return found;
}

function size(group: FunnelGroup): number {
  return group.steps[0]?.users ?? 0;
}
