import { useEffect, useState } from "preact/hooks";
import { integer } from "../answer/figures";
import type { Step } from "../api/steps";
import { language, words } from "../i18n/language";
import { progress } from "./progress";

const TICK_MILLIS = 100;

interface WorkingProps {
  readonly since: number;
  readonly steps: readonly Step[];
  readonly stop: () => void;
}

/** How far an answer has come, what was understood as soon as it is, and the shape of what is to come. */
export function Working({ since, steps, stop }: WorkingProps) {
  const [elapsed, setElapsed] = useState(() => performance.now() - since);
  useEffect(() => {
    const timer = setInterval(() => setElapsed(performance.now() - since), TICK_MILLIS);
    return () => clearInterval(timer);
  }, [since]);
  const w = words.value;
  const reading = steps.find(({ text }) => text !== undefined)?.text;
  const rows = steps.find((step) => step.rows !== undefined)?.rows;
  return (
    <div class="card working" aria-busy="true">
      <div class="working-head">
        <ol class="progress" aria-label={w.progressLabel}>
          {progress(steps).map(({ state, millis }, i) => (
            <li key={i} data-state={state} aria-current={state === "now" ? "step" : undefined}>
              <span class="progress-mark" aria-hidden="true" />
              {w.progress[i]}
              {state === "done" && <span class="sr-only">{w.progressDone}</span>}
              {millis !== undefined && <span class="progress-time">{w.millis(Math.round(millis).toString())}</span>}
            </li>
          ))}
        </ol>
        <span class="elapsed" aria-hidden="true">
          {w.elapsed((elapsed / 1000).toFixed(1))}
        </span>
        <button type="button" class="quiet" data-action="stop" onClick={stop}>
          {w.stop}
        </button>
      </div>
      <div class="working-reading" role="status">
        {reading !== undefined && (
          <>
            <span class="label">{w.reading}</span> {reading}
          </>
        )}
        {rows !== undefined && <span class="working-rows">{w.rowsCame(integer(rows, language.value))}</span>}
      </div>
      {reading === undefined && <div class="bone wide" />}
      <div class="bone" />
      <div class="bone tall" />
    </div>
  );
}
