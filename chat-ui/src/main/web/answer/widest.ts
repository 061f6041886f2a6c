import type { Cell, Column, Language, Table } from "../api/answer";
import { cellText } from "./cells";

/** A cell of the table: figures are short unless all their digits are wanted, names are always whole. */
export function textOf(table: Table, column: Column, value: Cell, language: Language, full: boolean): string {
  return cellText(table, column, value, language, full || column.role !== "metric" ? "full" : "short");
}

/** How many of the longest values are written out to be compared. */
const COMPARED = 12;

/** The widest text of each column, without writing out every cell. */
export function widest(table: Table, language: Language, full: boolean): readonly string[] {
  return table.columns.map((column, i) => {
    const values = [...new Set(table.rows.map((row) => row[i] ?? null))];
    const size = (value: Cell) => (typeof value === "number" ? Math.abs(value) : lengthOf(labelOf(table, column, value)));
    const longest = values.toSorted((a, b) => size(b) - size(a)).slice(0, COMPARED);
    return longest
      .map((value) => textOf(table, column, value, language, full))
      .reduce((widestYet, text) => (lengthOf(text) > lengthOf(widestYet) ? text : widestYet), "");
  });
}

function labelOf(table: Table, column: Column, value: Cell): string {
  return table.labels[column.name]?.[String(value)] ?? String(value ?? "");
}

/** Chinese characters are about two digits wide. */
function lengthOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (letter > "\u2e7f" ? 2 : 1), 0);
}
