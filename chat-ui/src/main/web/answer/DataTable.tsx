import { useMemo, useRef, useState } from "preact/hooks";
import type { Cell, Column, Language, Table } from "../api/answer";
import { words } from "../i18n/language";
import { catalog } from "../page/catalog";
import { textOf, widest } from "./widest";
import { currencySign, integer } from "./figures";
import { nextSorting, sorted, type Sorting } from "./sorting";
import { ROW_HEIGHT, useWindow } from "./rowWindow";

const FOLDED_ROWS = 5;
const UNFOLDED_ROWS = 12;
/** Up to here all rows are built; more scroll in a box, of which only those in sight are. */
const MOST_BUILT = 60;

interface DataTableProps {
  readonly table: Table;
  readonly language: Language;
  /** Whether it stands without a chart and so shows more of itself. */
  readonly unfolded: boolean;
  readonly caption: string;
}

/** The rows of an answer. Long ones begin folded; ten thousand scroll as smoothly as ten, as only those in sight are built. */
export function DataTable({ table, language, unfolded, caption }: DataTableProps) {
  const start = unfolded ? UNFOLDED_ROWS : FOLDED_ROWS;
  const [sorting, setSorting] = useState<Sorting>();
  const [all, setAll] = useState(false);
  const [full, setFull] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => sorted(table.rows, sorting), [table, sorting]);
  const shown = all ? rows.length : Math.min(start, rows.length);
  const virtual = shown > MOST_BUILT;
  const view = useWindow(box, shown, virtual);
  const count = (n: number) => integer(n, language);
  const w = words.value;
  const sort = (i: number, figures: boolean) => {
    setSorting(nextSorting(sorting, i, figures));
    box.current?.scrollTo({ top: 0 });
  };
  return (
    <div class="data-table">
      <div class="table-bar">
        <span>{w.rows(count(rows.length))}</span>
        <button type="button" class="quiet" aria-pressed={full} onClick={() => setFull(!full)}>
          {w.fullNumbers}
        </button>
      </div>
      <div
        class="table-scroll"
        ref={box}
        role="region"
        aria-label={virtual ? w.tableScroll(count(rows.length)) : w.table}
        tabIndex={0}
        {...(virtual && { onScroll: view.look })}
      >
        <table {...(virtual && { "aria-rowcount": rows.length + 1 })}>
          <caption class="sr-only">{caption}</caption>
          <thead>
            <tr {...(virtual && { "aria-rowindex": 1 })}>
              {table.columns.map((column, i) => (
                <Heading
                  key={column.name}
                  column={column}
                  sorting={sorting?.column === i ? sorting : undefined}
                  sort={() => sort(i, column.role === "metric")}
                  language={language}
                />
              ))}
            </tr>
          </thead>
          {virtual && <Widest table={table} language={language} full={full} />}
          {virtual && view.from > 0 && <Gap rows={view.from} />}
          <tbody>
            {rows.slice(view.from, view.until).map((row, i) => (
              <Row
                key={view.from + i}
                table={table}
                row={row}
                language={language}
                full={full}
                {...(virtual && { place: view.from + i + 2 })}
              />
            ))}
          </tbody>
          {virtual && view.until < shown && <Gap rows={shown - view.until} />}
        </table>
      </div>
      {rows.length > start && (
        <button type="button" class="quiet more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? w.showLess : w.showAll(count(rows.length))}
        </button>
      )}
    </div>
  );
}

/** Stands where rows are that are out of sight. */
function Gap({ rows }: { readonly rows: number }) {
  return (
    <tbody aria-hidden="true" class="gap">
      <tr>
        <td style={{ height: `${rows * ROW_HEIGHT}px` }} />
      </tr>
    </tbody>
  );
}

/** The widest cell of each column, so that columns keep their widths while rows come and go. */
function Widest({ table, language, full }: { readonly table: Table; readonly language: Language; readonly full: boolean }) {
  const texts = useMemo(() => widest(table, language, full), [table, language, full]);
  return (
    <tbody aria-hidden="true" class="widest">
      <tr>
        {texts.map((text, i) => (
          <td key={i}>{text}</td>
        ))}
      </tr>
    </tbody>
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
  /** Which row of the table it is, headings counted, where not all are built. */
  readonly place?: number;
}

function Row({ table, row, language, full, place }: RowProps) {
  return (
    <tr {...(place !== undefined && { "aria-rowindex": place })}>
      {table.columns.map((column, i) => {
        const value = row[i] ?? null;
        const text = textOf(table, column, value, language, full);
        return (
          <td key={column.name} class={column.role === "metric" ? "figure" : ""}>
            {value === null ? <span class="missing" title={words.value.missing}>–</span> : text}
          </td>
        );
      })}
    </tr>
  );
}
