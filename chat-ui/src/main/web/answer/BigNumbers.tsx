import type { Column, Language, Measure, Table } from "../api/answer";
import { catalog } from "../page/catalog";
import { wordsIn } from "../i18n/language";
import { nameOf } from "./cells";
import { FigureName } from "./Definition";
import { figureAlone, kindOf, subjectOf, type Locale, type Writing } from "./figures";

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
  return (
    <dl class="big-numbers">
      {headline(table, figures).map((column) => (
        <BigNumber key={column.name} table={table} column={column} locale={locale} />
      ))}
    </dl>
  );
}

/** Of each metric its share where that was asked for, else its value. */
function headline(table: Table, figures: readonly string[]): readonly Column[] {
  const shown = table.columns.filter((c) => c.role === "metric" && (figures.length === 0 || figures.includes(c.name)));
  const shares = shown.filter((c) => c.measure === "share");
  const shared = (column: Column) => shares.some((share) => subjectOf(share) === subjectOf(column));
  return shown.filter((c) => c.measure === "share" || (c.measure === "value" && !shared(c)));
}

function BigNumber({ table, column, locale }: { table: Table; column: Column; locale: Locale }) {
  const words = wordsIn(locale.language);
  const value = cellOf(table, column);
  const other = (measure: Measure, second = false) =>
    table.columns.find((c) => subjectOf(c) === subjectOf(column) && c.measure === measure && c.second === second);
  const earlier = other("previous", true);
  const whole = column.measure === "share" ? other("value") : undefined;
  return (
    <div class="big-number">
      <dt>
        {groupNames(table, locale.language).map((name) => `${name} · `)}
        <FigureName metric={column.metric} text={column.label} />
      </dt>
      <dd>
        {value === undefined ? (
          <span class="missing">{words.missing}</span>
        ) : (
          <span class="value" title={figureAlone(value, kindOf(column), locale, "full")}>
            {figureAlone(value, kindOf(column), locale, writingOf(value, column))}
          </span>
        )}
        <Delta table={table} change={other("change")} difference={other("difference")} locale={locale} />
        <Aside
          name={(earlier && other("previous")?.label) ?? words.previous}
          table={table}
          column={other("previous")}
          locale={locale}
        />
        <Delta
          table={table}
          change={other("change", true)}
          difference={other("difference", true)}
          locale={locale}
        />
        <Aside name={earlier?.label ?? ""} table={table} column={earlier} locale={locale} />
        {whole && <Aside name={whole.label} table={table} column={whole} locale={locale} />}
      </dd>
    </div>
  );
}

/** Of what the only row is. */
function groupNames(table: Table, language: Language): readonly string[] {
  const row = table.rows[0] ?? [];
  return table.columns.flatMap((column, i) =>
    column.role === "metric" ? [] : [nameOf(table, column, row[i] ?? null, language, false)],
  );
}

interface AsideProps {
  readonly name: string;
  readonly table: Table;
  readonly column: Column | undefined;
  readonly locale: Locale;
}

function Aside({ name, table, column, locale }: AsideProps) {
  const value = column && cellOf(table, column);
  if (column === undefined || value === undefined) {
    return null;
  }
  return (
    <span class="aside">
      {name} {figureAlone(value, kindOf(column), locale, writingOf(value, column))}
    </span>
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
