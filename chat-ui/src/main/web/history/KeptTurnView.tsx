import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { KeptTurn } from "../api/threads";
import { frame } from "../i18n/frame";
import { words } from "../i18n/language";
import { AppContext } from "../page/app";
import { momentText } from "./moments";

/** How far from the window a turn's figures are already fetched. */
const NEAR = "240px 0px";

interface KeptTurnProps {
  readonly id: number;
  readonly kept: KeptTurn;
  readonly ask: (question: string) => void;
}

/** What was answered at an earlier time, in words; its figures are worked out again when it comes into view. */
export function KeptTurnView({ id, kept, ask }: KeptTurnProps) {
  const app = useContext(AppContext);
  const place = useRef<HTMLElement>(null);
  const [state, setState] = useState<"waiting" | "running" | "failed">("waiting");
  const rerun = kept.query !== undefined && kept.status === "answered";

  useEffect(() => {
    if (app === undefined || !rerun || state !== "waiting" || place.current === null) {
      return;
    }
    const controller = new AbortController();
    let inView = false;
    let queued = false;
    const work = async () => {
      queued = false;
      // Whoever has scrolled past it in the meantime does not wait for it.
      if (!inView || controller.signal.aborted) {
        return;
      }
      const { query, language, asOf } = kept;
      const answer = await app.runQuery({ query, language, ...(asOf !== "" && { asOf }) }, controller.signal);
      app.thread.fill(id, { ...answer, question: kept.question });
    };
    const observer = new IntersectionObserver(
      (entries) => {
        inView = entries.at(-1)?.isIntersecting === true;
        if (inView && !queued) {
          queued = true;
          app.background.run(work).catch(() => !controller.signal.aborted && setState("failed"));
        }
      },
      { rootMargin: NEAR },
    );
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      controller.abort();
    };
  }, [app, id, kept, rerun, state]);

  const w = frame.value;
  const hopeless = kept.status === "asking" || kept.status === "interrupted" || kept.status === "error";
  return (
    <article class="card kept" data-state={rerun ? state : "words"} lang={kept.language === "zh" ? "zh-CN" : "en"} ref={place}>
      {kept.text !== "" && <p class="sentence">{kept.text}</p>}
      {kept.reading !== undefined && (
        <p class="kept-reading">
          <span class="label">{words.value.reading}</span> {kept.reading}
        </p>
      )}
      {hopeless && <p class="kept-note">{w.keptInterrupted}</p>}
      {rerun && state !== "failed" && (
        <div class="kept-figures" aria-busy="true">
          <p class="kept-note">{w.keptRunning}</p>
          <div class="bone tall" />
        </div>
      )}
      {state === "failed" && (
        <p class="kept-note">
          {w.keptFailed}{" "}
          <button type="button" class="quiet" onClick={() => setState("waiting")}>
            {w.retry}
          </button>
        </p>
      )}
      {!rerun && (
        <button type="button" class="quiet" onClick={() => ask(kept.question)}>
          {w.askAgain}
        </button>
      )}
      {kept.askedAt !== "" && <footer>{w.askedAt(momentText(kept.askedAt))}</footer>}
    </article>
  );
}
