import type { Cell, Column, Language, Table } from "../api/answer";
import { nameOf } from "./cells";

/** Spreadsheets read a cell that begins so as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * The rows as CSV that a spreadsheet opens as it is: UTF-8 with a byte order mark, lines by RFC 4180, figures as
 * numbers, and no text that would be taken for a formula.
 */
export function csv(table: Table, language: Language): string {
  const head = table.columns.map((column) => quoted(harmless(column.label)));
  const rows = table.rows.map((row) => table.columns.map((column, i) => cell(table, column, row[i] ?? null, language)));
  return `\ufeff${[head, ...rows].map((line) => line.join(",")).join("\r\n")}\r\n`;
}

function cell(table: Table, column: Column, value: Cell, language: Language): string {
  if (value === null) {
    return "";
  }
  if (typeof value === "number" && column.role === "metric") {
    return String(value);
  }
  return quoted(harmless(nameOf(table, column, value, language, false)));
}

/** An apostrophe makes it a text to the spreadsheet. */
function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
