import { useCallback, useContext, useEffect, useRef } from "preact/hooks";
import { frame } from "../i18n/frame";
import { language, words } from "../i18n/language";
import { Composer } from "../thread/Composer";
import type { Thread, Turn } from "../thread/thread";
import { TurnView } from "../thread/TurnView";
import { asked as askedOnTour, finish as finishTour } from "../tour/progress";
import { lazily } from "../ui/lazily";
import { AppContext, type App } from "./app";
import { useFar } from "./far";
import { Welcome } from "./Welcome";

const NOT_FOUND = 404;
const Tour = lazily(async () => (await import("../tour/Tour")).Tour, () => null);

/** Questions and answers, and the box for the next. */
export function Conversation() {
  const app = useContext(AppContext);
  return app === undefined ? null : <Shown app={app} thread={app.thread} />;
}

function Shown({ app, thread }: { readonly app: App; readonly thread: Thread }) {
  const turns = thread.turns.value;
  const list = useRef<HTMLOListElement>(null);
  // The same for all turns, so that one that has not changed is not drawn again.
  const ask = useCallback((question: string) => void thread.ask(question, language.value), [thread]);
  // Whoever asks by himself needs no tour, which would only lie over the answer.
  const askByOneself = useCallback(
    (question: string) => {
      finishTour();
      ask(question);
    },
    [ask],
  );
  const stop = useCallback(() => thread.stop(), [thread]);
  useFar(list, turns.length);
  useEffect(() => {
    if (thread.conversationId.value !== undefined) {
      void app.history.refresh();
    }
  }, [app, thread.conversationId.value]);
  return (
    <>
      <main id="main">
        {app.opening.state.value.kind === "open" ? (
          turns.length === 0 ? (
            <Welcome ask={askByOneself} />
          ) : (
            <ol class="thread" aria-label={words.value.thread} ref={list}>
              {turns.map((turn, i) => (
                <TurnView key={turn.id} turn={turn} latest={i === turns.length - 1} thread={thread} />
              ))}
            </ol>
          )
        ) : (
          <NotOpen app={app} />
        )}
        {touring(app, turns) && <Tour ask={ask} />}
        {/* The state of the latest question in a sentence, for those who hear the page. */}
        <p class="sr-only" role="status">
          {announcement(turns.at(-1))}
        </p>
      </main>
      <Composer busy={thread.busy.value} asked={turns.map((turn) => turn.question)} complete={app.complete} ask={askByOneself} stop={stop} />
    </>
  );
}

/** For who is new here: not while an answer is on its way, nor in a conversation of earlier. */
function touring({ embedded, thread, history, opening }: App, turns: readonly Turn[]): boolean {
  const known = turns.length === 0 && history.threads.value.length > 0;
  const old = turns.some(({ outcome }) => outcome.kind === "kept");
  const idle = !thread.busy.value && opening.state.value.kind === "open" && history.state.value !== "loading";
  return askedOnTour.value !== undefined && idle && !embedded && !old && (!known || askedOnTour.value > 0);
}

/** A conversation that is on its way, or does not come. */
function NotOpen({ app }: { readonly app: App }) {
  const w = frame.value;
  const state = app.opening.state.value;
  if (state.kind !== "failed") {
    return (
      <div class="opening" role="status" aria-busy="true">
        <span class="sr-only">{w.threadLoading}</span>
        <div class="bone question-bone" />
        <div class="card">
          <div class="bone wide" />
          <div class="bone" />
          <div class="bone tall" />
        </div>
      </div>
    );
  }
  const missing = state.failure.status === NOT_FOUND;
  const route = app.router.route.value;
  return (
    <div class="notice-page" role="alert">
      <h2>{missing ? w.threadMissing : w.threadFailed}</h2>
      <p>{missing ? w.threadMissingHint : state.failure.status === 0 ? words.value.unreachable : state.failure.message}</p>
      {!missing && route.page === "thread" && (
        <button type="button" class="choice" onClick={() => void app.opening.open(route.id)}>
          {w.retry}
        </button>
      )}
    </div>
  );
}

function announcement(turn: Turn | undefined): string {
  switch (turn?.outcome.kind) {
    case undefined:
    case "kept":
      return "";
    case "asking":
      return words.value.working;
    case "stopped":
      return words.value.stopped;
    case "failed":
      return words.value.errorTitle;
    case "answered": {
      const { answer } = turn.outcome;
      const said = [answer.text, answer.clarification?.question, ...answer.issues.map((issue) => issue.text)];
      return said.find((text) => text !== undefined && text !== "") ?? "";
    }
  }
}
