import type { Timings } from "../api/answer";
import { words } from "../i18n/language";
import { CopyButton } from "./CopyButton";
import { shares } from "./timings";

/** How an answer was computed: the relational plan, and what each step took. */
export function PlanView({ plan, timings }: { readonly plan: string; readonly timings: Timings }) {
  const w = words.value;
  return (
    <div class="plan">
      <TimeBar timings={timings} />
      <div class="sql-bar">
        <p>{w.planNote}</p>
        <CopyButton text={plan} />
      </div>
      <pre tabIndex={0} aria-label={w.plan}>
        <code>{plan}</code>
      </pre>
    </div>
  );
}

function TimeBar({ timings }: { readonly timings: Timings }) {
  const w = words.value;
  const steps = shares(timings);
  if (steps.length === 0) {
    return null;
  }
  const name = (step: string) => (step === "other" ? w.otherTime : w.steps[step as keyof typeof w.steps]);
  return (
    <figure class="time-bar">
      <figcaption>{w.timeSpent}</figcaption>
      <div class="time-track" aria-hidden="true">
        {steps.map(({ step, share }) => (
          <span key={step} data-step={step} style={{ flexGrow: share * 100 }} />
        ))}
      </div>
      <ul>
        {steps.map(({ step, millis }) => (
          <li key={step} data-step={step}>
            {name(step)} {w.millis(millis < 10 ? millis.toFixed(1) : Math.round(millis).toString())}
          </li>
        ))}
      </ul>
    </figure>
  );
}
