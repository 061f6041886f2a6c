import { useMemo, useState } from "preact/hooks";
import type { Source } from "../api/answer";
import { words } from "../i18n/language";
import { sqlTokens } from "./sqlTokens";

/** The SQL that ran, coloured, to read and to copy. */
export function SqlView({ sql, sources }: { readonly sql: string; readonly sources: readonly Source[] }) {
  const tokens = useMemo(() => sqlTokens(sql), [sql]);
  const [copied, setCopied] = useState<boolean>();
  const copy = () => {
    // Absent where the page is not served over a secure origin.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    void (clipboard?.writeText(sql) ?? Promise.reject(new Error("no clipboard"))).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  const w = words.value;
  return (
    <div class="sql">
      <div class="sql-bar">
        <p>{w.sqlNote}</p>
        <button type="button" class="quiet" onClick={copy}>
          {w.copy}
        </button>
        <span role="status">{copied === undefined ? "" : copied ? w.copied : w.copyFailed}</span>
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
