import type { Cell, Column, Language, Table } from "../api/answer";
import { wordsIn } from "../i18n/language";
import { bucket, duration } from "./dates";
import { figure, kindOf, type Writing } from "./figures";

/** A cell as people read it; empty where there is no value. */
export function cellText(
  table: Table,
  column: Column,
  value: Cell,
  language: Language,
  writing: Writing,
): string {
  if (value === null) {
    return "";
  }
  if (column.role === "metric" && typeof value === "number") {
    return figure(value, kindOf(column), language, writing);
  }
  return nameOf(table, column, value, language, writing === "short");
}

/** What a group is called: its label, its bucket, or the value itself. */
export function nameOf(table: Table, column: Column, value: Cell, language: Language, short: boolean): string {
  const words = wordsIn(language);
  if (value === null) {
    return words.missing;
  }
  const label = table.labels[column.name]?.[String(value)];
  if (label !== undefined) {
    return label;
  }
  if (column.role === "time") {
    return bucket(String(value), grainOf(column), language, short);
  }
  if (typeof value === "boolean") {
    return value ? words.yes : words.no;
  }
  if (column.name === "weekday" && typeof value === "number") {
    return words.weekdays[value - 1] ?? String(value);
  }
  if (column.name === "from_seconds" && typeof value === "number") {
    return duration(value, language);
  }
  if (column.name === "hour" && typeof value === "number") {
    return words.hour(value);
  }
  return String(value);
}

/** A time column is named by its grain where it doesn't say it. */
export function grainOf(column: Column): string {
  return column.grain ?? column.name;
}
