import type { Column, Language, Measure, Table } from "../api/answer";
import { catalog } from "../page/catalog";
import { wordsIn } from "../i18n/language";
import { figure, figureAlone, kindOf, type Locale, type Writing } from "./figures";

const COUNTED_OUT_BELOW = 10_000_000;

interface BigNumbersProps {
  readonly table: Table;
  /** The columns to show; none: all figures that are values. */
  readonly figures: readonly string[];
  readonly language: Language;
}

/** One to six figures, large, each with what it was before where the answer compares. */
export function BigNumbers({ table, figures, language }: BigNumbersProps) {
  const locale = { language, currency: catalog.value.currency };
  const values = table.columns.filter(
    (c) => c.role === "metric" && c.measure === "value" && (figures.length === 0 || figures.includes(c.name)),
  );
  // A share alone is a figure, too.
  const shown = values.length > 0 ? values : table.columns.filter((c) => figures.includes(c.name));
  return (
    <dl class="big-numbers">
      {shown.map((column) => (
        <BigNumber key={column.name} table={table} column={column} locale={locale} />
      ))}
    </dl>
  );
}

function BigNumber({ table, column, locale }: { table: Table; column: Column; locale: Locale }) {
  const words = wordsIn(locale.language);
  const value = cellOf(table, column);
  const other = (measure: Measure) => table.columns.find((c) => c.metric === column.metric && c.measure === measure);
  const previous = other("previous");
  const before = previous && cellOf(table, previous);
  const share = column.measure === "share" ? undefined : other("share");
  const part = share && cellOf(table, share);
  return (
    <div class="big-number">
      <dt>{column.label}</dt>
      <dd>
        {value === undefined ? (
          <span class="missing">{words.missing}</span>
        ) : (
          <span class="value" title={figureAlone(value, kindOf(column), locale, "full")}>
            {figureAlone(value, kindOf(column), locale, writingOf(value, column))}
          </span>
        )}
        <Delta table={table} change={other("change")} difference={other("difference")} locale={locale} />
        {previous && before !== undefined && (
          <span class="aside">
            {words.previous} {figureAlone(before, kindOf(previous), locale, writingOf(before, previous))}
          </span>
        )}
        {share && part !== undefined && (
          <span class="aside">
            {share.label} {figure(part, kindOf(share), locale.language, "full")}
          </span>
        )}
      </dd>
    </div>
  );
}

interface DeltaProps {
  readonly table: Table;
  readonly change: Column | undefined;
  readonly difference: Column | undefined;
  readonly locale: Locale;
}

/** Up or down, without saying whether that is good: of refunds, more is worse. */
function Delta({ table, change, difference, locale }: DeltaProps) {
  // A rate changes by points; a percentage of a percentage is easily misread.
  const column = difference?.unit === "percent" ? difference : (change ?? difference);
  const value = column && cellOf(table, column);
  if (column === undefined || value === undefined) {
    return null;
  }
  const arrow = value > 0 ? "▲" : value < 0 ? "▼" : "＝";
  return (
    <span class="delta">
      <span aria-hidden="true">{arrow}</span> {figureAlone(value, kindOf(column), locale, "short")}
    </span>
  );
}

/** Whole things are counted out as long as the number is easily read. */
function writingOf(value: number, column: Column): Writing {
  const whole = column.unit === "count" || column.unit === "people";
  return whole && Math.abs(value) < COUNTED_OUT_BELOW ? "full" : "short";
}

function cellOf(table: Table, column: Column): number | undefined {
  const value = table.rows[0]?.[table.columns.indexOf(column)];
  return typeof value === "number" ? value : undefined;
}
