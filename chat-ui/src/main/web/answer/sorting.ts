import type { Cell } from "../api/answer";

export interface Sorting {
  readonly column: number;
  readonly descending: boolean;
}

/** The rows in the order asked for; missing values come last either way, equal ones keep their order. */
export function sorted<R extends readonly Cell[]>(rows: readonly R[], sorting: Sorting | undefined): readonly R[] {
  if (sorting === undefined) {
    return rows;
  }
  const { column, descending } = sorting;
  return rows.toSorted((left, right) => {
    const a = left[column] ?? null;
    const b = right[column] ?? null;
    if (a === null || b === null) {
      return a === b ? 0 : a === null ? 1 : -1;
    }
    const order = compare(a, b);
    return descending ? -order : order;
  });
}

/** A click on a heading: figures first from the top, names first from A; again turns round; a third goes back. */
export function nextSorting(now: Sorting | undefined, column: number, figures: boolean): Sorting | undefined {
  if (now?.column !== column) {
    return { column, descending: figures };
  }
  return now.descending === figures ? { column, descending: !figures } : undefined;
}

function compare(a: string | number | boolean, b: string | number | boolean): number {
  if (typeof a === "string" || typeof b === "string") {
    return String(a).localeCompare(String(b), "zh-CN");
  }
  return Number(a) - Number(b);
}
