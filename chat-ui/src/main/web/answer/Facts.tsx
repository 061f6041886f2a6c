import type { ComponentChildren } from "preact";
import type { Answer } from "../api/answer";
import { words } from "../i18n/language";
import { catalog } from "../page/catalog";
import { dayOf, periodText } from "./dates";

const ENGINES: Record<string, string> = { duckdb: "DuckDB", druid: "Druid" };

/** What an answer must be read with; never folded away. */
export function Facts({ answer }: { readonly answer: Answer }) {
  const w = words.value;
  const { period, base, secondBase, table, engine, notes, language, verified } = answer;
  const { dataUntil } = catalog.value;
  const open = period?.complete === false || notes.some((note) => note.code === "INCOMPLETE_PERIOD");
  return (
    <section class="facts">
      <dl>
        {period && <Fact name={w.period}>{periodText(period, language)}</Fact>}
        {base && <Fact name={w.base}>{periodText(base, language)}</Fact>}
        {secondBase && <Fact name={w.base}>{periodText(secondBase, language)}</Fact>}
        {dataUntil !== undefined && <Fact name={w.freshness}>{dayOf(dataUntil)}</Fact>}
        {engine !== "" && <Fact name={w.engine}>{ENGINES[engine] ?? engine}</Fact>}
      </dl>
      <p class="marks">
        {verified && (
          <span class="mark good" title={w.verifiedHint}>
            <span aria-hidden="true">✓</span> {w.verified}
          </span>
        )}
        {open && (
          <span class="mark warn" title={w.incompleteHint}>
            {w.incomplete}
          </span>
        )}
        {table && (
          <span class={table.approximate ? "mark warn" : "mark"} title={table.approximate ? w.approximateHint : w.exactHint}>
            {table.approximate ? w.approximate : w.exact}
          </span>
        )}
        {table?.truncated === true && <span class="mark warn">{w.truncated}</span>}
      </p>
      {notes.length > 0 && (
        <ul class="notes" aria-label={w.notes}>
          {notes.map((note) => (
            <li key={note.code + note.text}>{note.text}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
