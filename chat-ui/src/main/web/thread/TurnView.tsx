import { useEffect, useRef, useState } from "preact/hooks";
import { AnswerCard } from "../answer/AnswerCard";
import { NoAnswerCard } from "../answer/NoAnswerCard";
import type { Failure } from "../api/client";
import { KeptTurnView } from "../history/KeptTurnView";
import { words } from "../i18n/language";
import type { Turn } from "./thread";

const TICK_MILLIS = 100;

interface TurnViewProps {
  readonly turn: Turn;
  readonly latest: boolean;
  readonly ask: (question: string) => void;
}

/** A question and its answer, or what it is waiting for. */
export function TurnView({ turn, latest, ask }: TurnViewProps) {
  const place = useRef<HTMLLIElement>(null);
  const settled = turn.outcome.kind;
  useEffect(() => {
    if (latest) {
      place.current?.scrollIntoView({ block: "start" });
    }
  }, [latest, settled]);
  return (
    <li class="turn" ref={place}>
      <h2 class="question">
        <span class="sr-only">{words.value.you}: </span>
        {turn.question}
      </h2>
      <OutcomeView turn={turn} ask={ask} />
    </li>
  );
}

function OutcomeView({ turn, ask }: Pick<TurnViewProps, "turn" | "ask">) {
  const { outcome, question } = turn;
  switch (outcome.kind) {
    case "asking":
      return <Working since={outcome.since} />;
    case "kept":
      return <KeptTurnView id={turn.id} kept={outcome.kept} ask={ask} />;
    case "stopped":
      return <Interrupted message={words.value.stopped} action={words.value.askAgain} act={() => ask(question)} />;
    case "failed":
      return <FailureCard failure={outcome.failure} retry={() => ask(question)} />;
    case "answered": {
      const Card = outcome.answer.status === "answered" ? AnswerCard : NoAnswerCard;
      return <Card answer={outcome.answer} ask={ask} />;
    }
  }
}

/** The shape of an answer to come, and how long it has taken. */
function Working({ since }: { readonly since: number }) {
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setElapsed(performance.now() - since), TICK_MILLIS);
    return () => clearInterval(timer);
  }, [since]);
  return (
    <div class="card working" aria-busy="true">
      <p>
        {words.value.working}
        <span class="elapsed" aria-hidden="true">
          {words.value.elapsed((elapsed / 1000).toFixed(1))}
        </span>
      </p>
      <div class="bone wide" />
      <div class="bone" />
      <div class="bone tall" />
    </div>
  );
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
  const message = failure.status === 0 ? w.unreachable : failure.message || w.serverFailed;
  return (
    <article class="card no-answer" data-status="failed" role="alert">
      <h2>{w.errorTitle}</h2>
      <p>{message}</p>
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
