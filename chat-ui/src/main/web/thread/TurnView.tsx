import { useEffect, useRef } from "preact/hooks";
import { AnswerCard } from "../answer/AnswerCard";
import { failureText } from "../answer/failures";
import { NoAnswerCard } from "../answer/NoAnswerCard";
import type { Failure } from "../api/http";
import { KeptTurnView } from "../history/KeptTurnView";
import { language, words } from "../i18n/language";
import { Question } from "./Question";
import type { Thread, Turn } from "./thread";
import { Working } from "./Working";

interface TurnViewProps {
  readonly turn: Turn;
  readonly latest: boolean;
  readonly thread: Thread;
}

/** A question and its answer, or what it is waiting for. */
export function TurnView({ turn, latest, thread }: TurnViewProps) {
  const place = useRef<HTMLLIElement>(null);
  const settled = turn.outcome.kind;
  useEffect(() => {
    if (latest) {
      place.current?.scrollIntoView({ block: "start" });
    }
  }, [latest, settled]);
  return (
    <li class="turn" ref={place}>
      <Question question={turn.question} ask={(question) => void thread.edit(turn.id, question, language.value)} />
      <OutcomeView turn={turn} thread={thread} />
    </li>
  );
}

function OutcomeView({ turn, thread }: Pick<TurnViewProps, "turn" | "thread">) {
  const { outcome } = turn;
  const again = () => void thread.again(turn.id, language.value);
  const ask = (question: string) => void thread.ask(question, language.value);
  switch (outcome.kind) {
    case "asking":
      return <Working since={outcome.since} steps={outcome.steps} stop={() => thread.stop()} />;
    case "kept":
      return <KeptTurnView id={turn.id} kept={outcome.kept} ask={ask} />;
    case "stopped":
      return <Interrupted message={words.value.stopped} action={words.value.askAgain} act={again} />;
    case "failed":
      return <FailureCard failure={outcome.failure} retry={again} />;
    case "answered": {
      const { answer } = outcome;
      // In the answer's language: what is chosen from its reading is in it.
      const run = (query: unknown, words: string) => void thread.run(query, words, answer.language);
      return answer.status === "answered" ? (
        <AnswerCard key={answer.traceId} answer={answer} ask={ask} run={run} worded={turn.query === undefined} />
      ) : (
        <NoAnswerCard answer={answer} ask={ask} />
      );
    }
  }
}

interface InterruptedProps {
  readonly message: string;
  readonly action: string;
  readonly act: () => void;
}

function Interrupted({ message, action, act }: InterruptedProps) {
  return (
    <div class="card interrupted">
      <p>{message}</p>
      <button type="button" class="quiet" onClick={act}>
        {action}
      </button>
    </div>
  );
}

function FailureCard({ failure, retry }: { readonly failure: Failure; readonly retry: () => void }) {
  const w = words.value;
  return (
    <article class="card no-answer" data-status="failed" role="alert">
      <h2>{w.errorTitle}</h2>
      <p>{failureText(failure)}</p>
      <button type="button" class="choice" onClick={retry}>
        {w.retry}
      </button>
      <footer>
        {failure.code !== "" && <span>{failure.code}</span>}
        {failure.traceId !== "" && <span class="trace">{w.trace(failure.traceId)}</span>}
      </footer>
    </article>
  );
}
