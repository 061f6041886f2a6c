import type { TargetedEvent } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../api/answer";
import { words } from "../i18n/language";
import type { Acting } from "./acting";
import { failureText } from "./failures";

const LONGEST_QUESTION = 200;

interface VouchFormProps {
  readonly acts: Acting;
  readonly answer: Answer;
  /** What the question is to mean. */
  readonly query: unknown;
  readonly worded: boolean;
  readonly close: () => void;
}

/** Saves the query of an answer as what a question means. */
export function VouchForm({ acts, answer, query, worded, close }: VouchFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const [question, setQuestion] = useState(worded ? answer.question : "");
  const [saving, setSaving] = useState(false);
  const [told, setTold] = useState<{ readonly text: string; readonly saved: boolean }>();
  const w = words.value;
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const onSubmit = async (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSaving(true);
    try {
      const state = await acts.vouch({ question: question.trim(), query, language: answer.language });
      setTold({ text: w.vouchStates[state], saved: true });
    } catch (error) {
      setTold({ text: failureText(error), saved: false });
    }
    setSaving(false);
  };
  if (told?.saved === true) {
    return (
      <p class="vouch-told" role="status">
        <span class="mark good">
          <span aria-hidden="true">✓</span> {w.verified}
        </span>{" "}
        {told.text}
      </p>
    );
  }
  return (
    <form class="vouch" onSubmit={(event) => void onSubmit(event)}>
      <label>
        <span>{w.vouchQuestion}</span>
        <input
          ref={field}
          type="text"
          value={question}
          maxLength={LONGEST_QUESTION}
          autocomplete="off"
          onInput={(event) => setQuestion(event.currentTarget.value)}
        />
      </label>
      <p class="segment-hint">{w.vouchHint}</p>
      {told !== undefined && (
        <p class="segment-problem" role="alert">
          {told.text}
        </p>
      )}
      <div class="segment-actions">
        <button type="submit" class="choice" disabled={saving || question.trim() === ""}>
          {saving ? w.segmentSaving : w.segmentSave}
        </button>
        <button type="button" class="quiet" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  );
}
