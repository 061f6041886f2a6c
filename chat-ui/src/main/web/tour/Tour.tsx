import { frame } from "../i18n/frame";
import { language } from "../i18n/language";
import { catalog } from "../page/catalog";
import { advance, asked, finish } from "./progress";
import { tourQuestions } from "./questions";

/** Three questions that show what can be asked; whoever does not want them never sees them again. */
export function Tour({ ask }: { readonly ask: (question: string) => void }) {
  const w = frame.value.tour;
  const questions = tourQuestions(catalog.value.examples, language.value);
  const step = asked.value;
  if (step === undefined || questions.length === 0) {
    return null;
  }
  const question = questions[step];
  return (
    <section class="tour" aria-label={w.label}>
      <h3>
        {question === undefined ? w.doneTitle : w.titles[step]}
        {question !== undefined && <span class="tour-step">{w.step(step + 1, questions.length)}</span>}
      </h3>
      <p>{question === undefined ? w.done : w.texts[step]}</p>
      {question !== undefined && <p class="tour-question">{question}</p>}
      <div class="tour-acts">
        {question === undefined ? (
          <button type="button" class="primary" data-action="tour-finish" onClick={finish}>
            {w.finish}
          </button>
        ) : (
          <>
            <button
              type="button"
              class="primary"
              data-action="tour-ask"
              onClick={() => {
                advance();
                ask(question);
              }}
            >
              {w.ask}
            </button>
            <button type="button" class="quiet" data-action="tour-skip" onClick={finish}>
              {w.skip}
            </button>
          </>
        )}
      </div>
    </section>
  );
}
