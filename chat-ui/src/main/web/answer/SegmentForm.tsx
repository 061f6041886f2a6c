import type { TargetedEvent } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { Answer, SegmentOffer } from "../api/answer";
import { Failure } from "../api/http";
import { LONGEST_LABEL, type SavedSegment } from "../api/segment";
import { language, words } from "../i18n/language";
import { Saving } from "./saving";

interface SegmentFormProps {
  readonly answer: Answer;
  readonly offer: SegmentOffer;
  readonly ask: (question: string) => void;
  readonly cancel?: () => void;
}

/** Names for the people of an answer, below the rule by which they belong together; then what became of it. */
export function SegmentForm({ answer, offer, ask, cancel }: SegmentFormProps) {
  const save = useContext(Saving);
  const said = offer.label ?? "";
  const chinese = /\p{Script=Han}/u.test(said);
  const [zh, setZh] = useState(chinese ? said : "");
  const [en, setEn] = useState(chinese ? "" : said);
  const [saved, setSaved] = useState<SavedSegment>();
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const w = words.value;
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  if (save === undefined) {
    return null;
  }
  const nameless = zh.trim() === "" && en.trim() === "";
  const onSubmit = async (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (nameless || busy) {
      return;
    }
    setBusy(true);
    setProblem("");
    try {
      setSaved(await save({ query: answer.query, label: { zh: zh.trim(), en: en.trim() }, language: language.value }));
    } catch (error) {
      setProblem((error instanceof Failure && error.message) || w.unreachable);
    } finally {
      setBusy(false);
    }
  };
  if (saved) {
    const question = w.segmentQuestion(saved.label);
    return (
      <div class="segment-form">
        <p class="segment-saved" role="status">
          {w.segmentStates[saved.state](saved.label)}
        </p>
        <div class="segment-actions">
          {saved.state === "saved" && (
            <button type="button" class="choice" onClick={() => ask(question)}>
              {question}
            </button>
          )}
          {cancel && (
            <button type="button" class="quiet" onClick={cancel}>
              {w.close}
            </button>
          )}
        </div>
      </div>
    );
  }
  return (
    <form class="segment-form" onSubmit={(event) => void onSubmit(event)}>
      <p class="segment-rule">
        <span>{w.segmentRule}</span>
        {offer.definition}
      </p>
      <div class="segment-names">
        <label>
          {w.segmentNameZh}
          <input ref={field} type="text" lang="zh-CN" value={zh} maxLength={LONGEST_LABEL} placeholder={w.segmentPlaceholderZh} autocomplete="off" onInput={(event) => setZh(event.currentTarget.value)} />
        </label>
        <label>
          {w.segmentNameEn}
          <input type="text" lang="en" value={en} maxLength={LONGEST_LABEL} placeholder={w.segmentPlaceholderEn} autocomplete="off" onInput={(event) => setEn(event.currentTarget.value)} />
        </label>
      </div>
      <p class="segment-hint">{w.segmentHint}</p>
      {problem !== "" && (
        <p class="segment-problem" role="alert">
          {problem}
        </p>
      )}
      <div class="segment-actions">
        <button type="submit" class="choice" disabled={nameless || busy}>
          {busy ? w.segmentSaving : w.segmentSave}
        </button>
        {cancel && (
          <button type="button" class="quiet" onClick={cancel}>
            {w.cancel}
          </button>
        )}
      </div>
    </form>
  );
}
