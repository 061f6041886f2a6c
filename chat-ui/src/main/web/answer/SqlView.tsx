import { useMemo } from "preact/hooks";
import type { Source } from "../api/answer";
import { words } from "../i18n/language";
import { CopyButton } from "./CopyButton";
import { sqlTokens } from "./sqlTokens";

/** The SQL that ran, coloured, to read and to copy. */
export function SqlView({ sql, sources }: { readonly sql: string; readonly sources: readonly Source[] }) {
  const tokens = useMemo(() => sqlTokens(sql), [sql]);
  const w = words.value;
  return (
    <div class="sql">
      <div class="sql-bar">
        <p>{w.sqlNote}</p>
        <CopyButton text={sql} />
      </div>
      <ul class="sql-sources" aria-label={w.sources}>
        {sources.map((source) => (
          <li key={source.table}>
            <code>{source.table}</code> {source.reason}
          </li>
        ))}
      </ul>
      <pre tabIndex={0} aria-label={w.sql}>
        <code>
          {tokens.map((token, i) =>
            token.kind === "plain" ? token.text : (
              <span key={i} class={`sql-${token.kind}`}>
                {token.text}
              </span>
            ),
          )}
        </code>
      </pre>
    </div>
  );
}
