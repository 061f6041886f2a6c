import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../api/answer";
import type { QueryEditor } from "../editor/queryEditor";
import { words } from "../i18n/language";
import { theme } from "../theme/theme";
import { Acts } from "./acting";
import type { Run } from "./Reading";
import { VouchForm } from "./VouchForm";

interface QueryTabProps {
  readonly answer: Answer;
  readonly run: Run;
  readonly worded: boolean;
}

/** The query of an answer as text, to be changed and run; what it runs comes as the next answer. */
export function QueryTab({ answer, run, worded }: QueryTabProps) {
  const acts = useContext(Acts);
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<QueryEditor | undefined>(undefined);
  const original = JSON.stringify(answer.query, null, 2);
  const [state, setState] = useState<"loading" | "ready" | "failed">("loading");
  const [text, setText] = useState(original);
  const [faults, setFaults] = useState(0);
  const [bare, setBare] = useState(false);
  const [vouching, setVouching] = useState(false);
  const w = words.value;
  const dark = theme.value === "dark";
  const runText = useRef<() => void>(() => undefined);
  runText.current = () => {
    const query = parsed(editor.current?.text() ?? text);
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
    Promise.all([import("../editor/queryEditor"), orNone]).then(
      ([{ editQuery }, loaded]) => {
        if (!gone && place.current !== null) {
          editor.current = editQuery(place.current, {
            text,
            label: words.value.queryJson,
            schema: loaded,
            dark,
            onChange: (changed, count) => {
              setText(changed);
              setFaults(count);
            },
            onRun: () => runText.current(),
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
    // Built anew only for other colours; it keeps its own text meanwhile.
  }, [dark, acts]);

  return (
    <div class="query-tab">
      <p class="query-note">
        <span>{bare ? w.schemaFailed : w.editQueryNote}</span>
        <span>{w.editQueryKeys}</span>
      </p>
      {state === "failed" && <p class="segment-problem">{w.editorFailed}</p>}
      <div class="editor" ref={place} aria-busy={state === "loading"} />
      <div class="query-bar">
        <button type="button" class="solid" disabled={state !== "ready" || parsed(text) === undefined} onClick={() => runText.current()}>
          {w.runQuery}
        </button>
        <button type="button" class="quiet" disabled={text === original} onClick={() => editor.current?.replace(original)}>
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
        <VouchForm acts={acts} answer={answer} query={parsed(text) ?? answer.query} worded={worded} close={() => setVouching(false)} />
      )}
    </div>
  );
}

/** Undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
