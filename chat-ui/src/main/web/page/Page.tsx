import { language, words } from "../i18n/language";
import { Composer } from "../thread/Composer";
import type { Complete } from "../thread/suggesting";
import type { Thread, Turn } from "../thread/thread";
import { TurnView } from "../thread/TurnView";
import { Header } from "./Header";
import { Welcome } from "./Welcome";

interface PageProps {
  readonly thread: Thread;
  readonly complete: Complete;
}

/** The chat page. */
export function Page({ thread, complete }: PageProps) {
  const turns = thread.turns.value;
  const ask = (question: string) => void thread.ask(question, language.value);
  return (
    <div class="page">
      <Header />
      <main>
        {turns.length === 0 ? (
          <Welcome ask={ask} />
        ) : (
          <ol class="thread" aria-label={words.value.thread}>
            {turns.map((turn, i) => (
              <TurnView key={turn.id} turn={turn} latest={i === turns.length - 1} thread={thread} />
            ))}
          </ol>
        )}
        {/* The state of the latest question in a sentence, for those who hear the page. */}
        <p class="sr-only" role="status">
          {announcement(turns.at(-1))}
        </p>
      </main>
      <Composer
        busy={thread.busy.value}
        asked={turns.map((turn) => turn.question)}
        complete={complete}
        ask={ask}
        stop={() => thread.stop()}
      />
    </div>
  );
}

function announcement(turn: Turn | undefined): string {
  switch (turn?.outcome.kind) {
    case undefined:
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
