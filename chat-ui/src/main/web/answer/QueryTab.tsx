import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../api/answer";
import { loadNotation, type NotationName } from "../editor/notation";
import type { QueryEditor } from "../editor/queryEditor";
import { words } from "../i18n/language";
import { recall, remember } from "../page/memory";
import { theme } from "../theme/theme";
import { Acts } from "./acting";
import type { Run } from "./Reading";
import { VouchForm } from "./VouchForm";

interface QueryTabProps {
  readonly answer: Answer;
  readonly run: Run;
  readonly worded: boolean;
}

const KEY = "mingshu.notation";
const NOTATIONS: readonly NotationName[] = ["json", "yaml"];

/** The query of an answer as text, to be changed and run; what it runs comes as the next answer. */
export function QueryTab({ answer, run, worded }: QueryTabProps) {
  const acts = useContext(Acts);
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<QueryEditor | undefined>(undefined);
  /** What has been written so far; without a text it is to be written anew. */
  const draft = useRef<{ readonly text?: string }>({});
  const [notation, setNotation] = useState<NotationName>(() => (recall(KEY) === "yaml" ? "yaml" : "json"));
  const [state, setState] = useState<"loading" | "ready" | "failed">("loading");
  const [query, setQuery] = useState(answer.query);
  const [faults, setFaults] = useState(0);
  const [bare, setBare] = useState(false);
  const [vouching, setVouching] = useState(false);
  const w = words.value;
  const dark = theme.value === "dark";
  const runQuery = useRef<() => void>(() => undefined);
  runQuery.current = () => {
    if (query !== undefined) {
      run(query, w.editedQuery);
    }
  };

  useEffect(() => {
    let gone = false;
    const schema = acts?.schema() ?? Promise.resolve({});
    const orNone = schema.catch(() => {
      setBare(true);
      return {};
    });
    Promise.all([import("../editor/queryEditor"), loadNotation[notation](), orNone]).then(
      ([{ editQuery }, written, loaded]) => {
        if (!gone && place.current !== null) {
          editor.current = editQuery(place.current, {
            notation: written,
            text: draft.current.text ?? written.write(query),
            label: words.value.queryText,
            schema: loaded,
            dark,
            onChange: (text, changed, count) => {
              draft.current = { text };
              setQuery(changed);
              setFaults(count);
            },
            onRun: () => runQuery.current(),
          });
          setState("ready");
        }
      },
      () => !gone && setState("failed"),
    );
    return () => {
      gone = true;
      editor.current?.destroy();
      editor.current = undefined;
    };
    // Built anew only for other colours or another notation; it keeps its own text meanwhile.
  }, [dark, acts, notation]);
  const writeAs = (chosen: NotationName) => {
    remember(KEY, chosen);
    draft.current = {};
    setNotation(chosen);
  };

  return (
    <div class="query-tab">
      <div class="type-switch" role="group" aria-label={w.notations}>
        {NOTATIONS.map((name) => (
          <button
            key={name}
            type="button"
            data-notation={name}
            aria-pressed={name === notation}
            disabled={query === undefined}
            title={query === undefined ? w.notReadable : undefined}
            onClick={() => writeAs(name)}
          >
            {name.toUpperCase()}
          </button>
        ))}
      </div>
      <p class="query-note">
        <span>{bare ? w.schemaFailed : w.editQueryNote}</span>
        <span>{w.editQueryKeys}</span>
      </p>
      {state === "failed" && <p class="segment-problem">{w.editorFailed}</p>}
      <div class="editor" ref={place} aria-busy={state === "loading"} />
      <div class="query-bar">
        <button type="button" class="solid" disabled={state !== "ready" || query === undefined} onClick={() => runQuery.current()}>
          {w.runQuery}
        </button>
        <button type="button" class="quiet" disabled={same(query, answer.query)} onClick={() => editor.current?.replace(answer.query)}>
          {w.restore}
        </button>
        {acts !== undefined && (
          <button type="button" class="quiet" aria-expanded={vouching} onClick={() => setVouching(!vouching)}>
            {w.vouch}
          </button>
        )}
        <span class="problem-count" role="status">
          {faults > 0 ? w.problems(faults) : ""}
        </span>
      </div>
      {vouching && acts !== undefined && (
        <VouchForm acts={acts} answer={answer} query={query ?? answer.query} worded={worded} close={() => setVouching(false)} />
      )}
    </div>
  );
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
