import { useContext, useEffect, useState } from "preact/hooks";
import { AnswerCard } from "../answer/AnswerCard";
import { NoAnswerCard } from "../answer/NoAnswerCard";
import type { Answer } from "../api/answer";
import { type Failure, failureOf } from "../api/http";
import type { SharedLink } from "../api/links";
import { momentText } from "../history/moments";
import { frame } from "../i18n/frame";
import { language, words } from "../i18n/language";
import { AppContext } from "../page/app";
import { Link } from "../page/Link";

const NOT_FOUND = 404;

/** A question that somebody shared, answered from today's data. */
export function LinkPage({ id }: { readonly id: string }) {
  const app = useContext(AppContext);
  const w = frame.value;
  const [link, setLink] = useState<SharedLink>();
  const [answer, setAnswer] = useState<Answer>();
  const [failure, setFailure] = useState<Failure>();
  const [attempt, setAttempt] = useState(0);
  const shownIn = language.value;

  useEffect(() => {
    if (app === undefined) {
      return;
    }
    const controller = new AbortController();
    const open = async () => {
      const read = await app.readLink(id, controller.signal);
      setLink(read);
      const found = await app.runQuery({ query: read.query, language: shownIn }, controller.signal);
      setAnswer(withChart({ ...found, question: read.title }, read));
    };
    setFailure(undefined);
    open().catch((error: unknown) => !controller.signal.aborted && setFailure(failureOf(error)));
    return () => controller.abort();
  }, [app, id, attempt, shownIn]);

  if (app === undefined) {
    return null;
  }
  const goOn = (question?: string) => {
    if (link !== undefined) {
      app.opening.begin();
      void (question === undefined
        ? app.thread.run(link.query, link.title, language.peek())
        : app.thread.ask(question, language.peek()));
    }
  };
  const run = (query: unknown, words: string) => {
    app.opening.begin();
    void app.thread.run(query, words, language.peek());
  };
  const missing = failure?.status === NOT_FOUND;
  return (
    <main id="main" class="link-page">
      {failure !== undefined && (
        <div class="notice-page" role="alert">
          <h2>{missing ? w.linkMissing : w.linkFailed}</h2>
          <p>{missing ? w.linkMissingHint : failure.status === 0 ? words.value.unreachable : failure.message}</p>
          {!missing && (
            <button type="button" class="choice" onClick={() => setAttempt(attempt + 1)}>
              {w.retry}
            </button>
          )}
          <Link to={{ page: "home" }} class="choice">
            {w.home}
          </Link>
        </div>
      )}
      {link !== undefined && failure === undefined && (
        <div class="link-head">
          <h2>{link.title}</h2>
          <p>{link.createdAt !== "" && w.linkShared(momentText(link.createdAt))}</p>
        </div>
      )}
      {answer === undefined && failure === undefined && (
        <div class="card working" role="status" aria-busy="true">
          <p>{w.linkLoading}</p>
          <div class="bone wide" />
          <div class="bone tall" />
        </div>
      )}
      {answer !== undefined && failure === undefined && (
        <>
          {answer.status === "answered" ? (
            <AnswerCard answer={answer} ask={goOn} run={run} worded={false} />
          ) : (
            <NoAnswerCard answer={answer} ask={goOn} />
          )}
          <button type="button" class="primary" data-action="continue" onClick={() => goOn()}>
            {w.continueAsking}
          </button>
        </>
      )}
    </main>
  );
}

/** The answer with the chart that was looked at when the link was made, where that is still valid. */
function withChart(answer: Answer, { chart: chosen }: SharedLink): Answer {
  const { chart } = answer;
  if (chart === undefined || chosen === undefined || !chart.alternatives.includes(chosen)) {
    return answer;
  }
  const others = [chart.type, ...chart.alternatives].filter((type) => type !== chosen);
  return { ...answer, chart: { ...chart, type: chosen, alternatives: others } };
}
