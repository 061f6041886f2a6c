import { useMemo, useState } from "preact/hooks";
import type { Cell, Column, Language, Table } from "../api/answer";
import { words } from "../i18n/language";
import { catalog } from "../page/catalog";
import { cellText } from "./cells";
import { currencySign, integer } from "./figures";
import { nextSorting, sorted, type Sorting } from "./sorting";

const FOLDED_ROWS = 5;
const UNFOLDED_ROWS = 12;
const MORE_ROWS = 200;

interface DataTableProps {
  readonly table: Table;
  readonly language: Language;
  /** Whether it stands without a chart and so shows more of itself. */
  readonly unfolded: boolean;
  readonly caption: string;
}

/** The rows of an answer. Long ones begin folded and unfold in steps, so that no page of rows is ever built at once. */
export function DataTable({ table, language, unfolded, caption }: DataTableProps) {
  const start = unfolded ? UNFOLDED_ROWS : FOLDED_ROWS;
  const [sorting, setSorting] = useState<Sorting>();
  const [extra, setExtra] = useState(0);
  const [full, setFull] = useState(false);
  const rows = useMemo(() => sorted(table.rows, sorting), [table, sorting]);
  const shown = rows.slice(0, start + extra);
  const left = rows.length - shown.length;
  const count = (n: number) => integer(n, language);
  return (
    <div class="data-table">
      <div class="table-bar">
        <span>
          {words.value.rows(count(rows.length))}
          {table.truncated && <strong class="mark warn">{words.value.truncated}</strong>}
        </span>
        <button type="button" class="quiet" aria-pressed={full} onClick={() => setFull(!full)}>
          {words.value.fullNumbers}
        </button>
      </div>
      <div class="table-scroll" role="region" aria-label={words.value.table} tabIndex={0}>
        <table>
          <caption class="sr-only">{caption}</caption>
          <thead>
            <tr>
              {table.columns.map((column, i) => (
                <Heading
                  key={column.name}
                  column={column}
                  sorting={sorting?.column === i ? sorting : undefined}
                  sort={() => setSorting(nextSorting(sorting, i, column.role === "metric"))}
                  language={language}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, i) => (
              <Row key={i} table={table} row={row} language={language} full={full} />
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && (
        <button type="button" class="quiet more" onClick={() => setExtra(extra + MORE_ROWS)}>
          {left <= MORE_ROWS ? words.value.showAll(count(rows.length)) : words.value.showMore(count(MORE_ROWS))}
        </button>
      )}
      {left <= 0 && extra > 0 && (
        <button type="button" class="quiet more" onClick={() => setExtra(0)}>
          {words.value.showLess}
        </button>
      )}
    </div>
  );
}

interface HeadingProps {
  readonly column: Column;
  readonly sorting: Sorting | undefined;
  readonly sort: () => void;
  readonly language: Language;
}

function Heading({ column, sorting, sort, language }: HeadingProps) {
  const order = sorting === undefined ? "none" : sorting.descending ? "descending" : "ascending";
  const amount = column.unit === "currency" && column.measure !== "change" && column.measure !== "share";
  return (
    <th scope="col" class={column.role === "metric" ? "figure" : ""} aria-sort={order}>
      <button type="button" onClick={sort} title={words.value.sortBy(column.label)}>
        {column.label}
        {amount && <span class="unit">{currencySign({ language, currency: catalog.value.currency })}</span>}
        <span class="sort" aria-hidden="true">
          {sorting === undefined ? "" : sorting.descending ? "↓" : "↑"}
        </span>
      </button>
    </th>
  );
}

interface RowProps {
  readonly table: Table;
  readonly row: readonly Cell[];
  readonly language: Language;
  readonly full: boolean;
}

function Row({ table, row, language, full }: RowProps) {
  return (
    <tr>
      {table.columns.map((column, i) => {
        const value = row[i] ?? null;
        const text = cellText(table, column, value, language, full || column.role !== "metric" ? "full" : "short");
        return (
          <td key={column.name} class={column.role === "metric" ? "figure" : ""}>
            {value === null ? <span class="missing" title={words.value.missing}>–</span> : text}
          </td>
        );
      })}
    </tr>
  );
}
