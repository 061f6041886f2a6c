import { useState } from "preact/hooks";
import type { Answer, ChartType, Timings } from "../api/answer";
import { words } from "../i18n/language";
import { Actions } from "./Actions";
import { Choices } from "./Choices";
import { Defined, Sentence } from "./Definition";
import { Definitions } from "./Definitions";
import { Facts } from "./Facts";
import { PlanView } from "./PlanView";
import { QueryTab } from "./QueryTab";
import { Reading, type Run } from "./Reading";
import { ResultView } from "./ResultView";
import { SaveSegment } from "./SaveSegment";
import { SqlView } from "./SqlView";
import { type Tab, Tabs } from "./Tabs";
import { Verdict } from "./Verdict";

interface AnswerCardProps {
  readonly answer: Answer;
  readonly ask: (question: string) => void;
  /** Absent: the reading is shown, but cannot be changed. */
  readonly run?: Run;
  /** Whether the question was words that were understood, not a query that was chosen. */
  readonly worded?: boolean;
}

/** An answer: the sentence first, then how it was understood, its figures, and what they rest on. */
export function AnswerCard({ answer, ask, run, worded = true }: AnswerCardProps) {
  const w = words.value;
  const [chart, setChart] = useState<ChartType>();
  const { table, definitions, sql, sources, interpretation, plan, query } = answer;
  const tabs: Tab[] = [
    ...(table
      ? [{ key: "result", name: w.result, content: () => <ResultView answer={answer} table={table} chosen={chart} choose={setChart} /> }]
      : []),
    ...(definitions.length > 0
      ? [{ key: "definition", name: w.definitions, content: () => <Definitions definitions={definitions} /> }]
      : []),
    ...(plan !== "" ? [{ key: "plan", name: w.plan, content: () => <PlanView plan={plan} timings={answer.timings} /> }] : []),
    ...(sql !== "" ? [{ key: "sql", name: w.sql, content: () => <SqlView sql={sql} sources={sources} /> }] : []),
    ...(query !== undefined && run !== undefined
      ? [{ key: "query", name: w.editQuery, content: () => <QueryTab answer={answer} run={run} worded={worded} /> }]
      : []),
  ];
  return (
    <article class="card answer" data-status="answered" lang={langTag(answer)}>
      <Defined.Provider value={definitions}>
        <Sentence text={answer.text} />
        {interpretation && <Reading answer={answer} interpretation={interpretation} run={run} />}
        <Facts answer={answer} />
        {tabs.length > 0 && <Tabs tabs={tabs} label={w.views} />}
      </Defined.Provider>
      <Actions answer={answer} chart={chart} worded={worded} />
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
