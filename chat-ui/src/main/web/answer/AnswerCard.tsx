import type { Answer, Timings } from "../api/answer";
import { words } from "../i18n/language";
import { Choices } from "./Choices";
import { Definitions } from "./Definitions";
import { Facts } from "./Facts";
import { Reading } from "./Reading";
import { ResultView } from "./ResultView";
import { SaveSegment } from "./SaveSegment";
import { SqlView } from "./SqlView";
import { type Tab, Tabs } from "./Tabs";
import { Verdict } from "./Verdict";

interface AnswerCardProps {
  readonly answer: Answer;
  readonly ask: (question: string) => void;
}

/** An answer: the sentence first, then how it was understood, its figures, and what they rest on. */
export function AnswerCard({ answer, ask }: AnswerCardProps) {
  const w = words.value;
  const { table, definitions, sql, sources, interpretation } = answer;
  const tabs: Tab[] = [
    ...(table ? [{ key: "result", name: w.result, content: () => <ResultView answer={answer} table={table} /> }] : []),
    ...(definitions.length > 0
      ? [{ key: "definition", name: w.definitions, content: () => <Definitions definitions={definitions} /> }]
      : []),
    ...(sql !== "" ? [{ key: "sql", name: w.sql, content: () => <SqlView sql={sql} sources={sources} /> }] : []),
  ];
  return (
    <article class="card answer" data-status="answered" lang={langTag(answer)}>
      <p class="sentence">{answer.text}</p>
      {interpretation && <Reading interpretation={interpretation} />}
      <Facts answer={answer} />
      {tabs.length > 0 && <Tabs tabs={tabs} label={w.views} />}
      <Choices title={w.followUps} choices={answer.suggestions.map((s) => ({ label: s, question: s }))} ask={ask} />
      <SaveSegment answer={answer} ask={ask} />
      <Verdict answer={answer} />
      <Footer timings={answer.timings} traceId={answer.traceId} />
    </article>
  );
}

export function langTag(answer: Answer): string {
  return answer.language === "zh" ? "zh-CN" : "en";
}

/** Small print: how long each step took, and the number to tell an administrator. */
export function Footer({ timings, traceId }: { readonly timings: Timings; readonly traceId: string }) {
  const w = words.value;
  const millis = (n: number) => w.millis(n < 10 ? n.toFixed(1) : Math.round(n).toString());
  const steps = (["parse", "plan", "execute"] as const).flatMap((step) => {
    const taken = timings[step];
    // A step that did not run took no time.
    return taken === undefined || taken === 0 ? [] : [`${w.steps[step]} ${millis(taken)}`];
  });
  return (
    <footer>
      {timings.total !== undefined && (
        <span>
          {w.timings} {millis(timings.total)}
        </span>
      )}
      {steps.length > 0 && <span>{steps.join(" · ")}</span>}
      {traceId !== "" && <span class="trace">{w.trace(traceId)}</span>}
    </footer>
  );
}
