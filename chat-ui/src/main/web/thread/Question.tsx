import type { TargetedKeyboardEvent } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { words } from "../i18n/language";

interface QuestionProps {
  readonly question: string;
  readonly ask: (question: string) => void;
}

/** A question that was asked; it can be edited where it stands and asked again. */
export function Question({ question, ask }: QuestionProps) {
  const [editing, setEditing] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const w = words.value;
  const close = () => {
    setEditing(false);
    requestAnimationFrame(() => pencil.current?.focus({ preventScroll: true }));
  };
  if (editing) {
    return (
      <Editing
        question={question}
        ask={(changed) => {
          close();
          ask(changed);
        }}
        cancel={close}
      />
    );
  }
  return (
    <div class="asked">
      <button ref={pencil} type="button" class="edit" aria-label={w.editQuestion} title={w.editQuestion} onClick={() => setEditing(true)}>
        <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
          <path d="M4 16l.8-3.4L13 4.4a1.5 1.5 0 0 1 2.1 0l.5.5a1.5 1.5 0 0 1 0 2.1l-8.2 8.2z" />
        </svg>
      </button>
      <h2 class="question">
        <span class="sr-only">{w.you}: </span>
        {question}
      </h2>
    </div>
  );
}

interface EditingProps extends QuestionProps {
  readonly cancel: () => void;
}

function Editing({ question, ask, cancel }: EditingProps) {
  const [typed, setTyped] = useState(question);
  const box = useRef<HTMLTextAreaElement>(null);
  const w = words.value;
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.setSelectionRange(question.length, question.length);
  }, [question]);
  const send = () => {
    if (typed.trim() !== "") {
      ask(typed.trim());
    }
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    // Safari ends a composition before its Enter arrives and gives it key code 229.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    if (event.isComposing || event.keyCode === 229) {
      return;
    }
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      send();
    } else if (event.key === "Escape") {
      event.preventDefault();
      cancel();
    }
  };
  return (
    <div class="editing">
      <textarea
        ref={box}
        rows={1}
        value={typed}
        maxLength={2000}
        aria-label={w.editQuestion}
        enterkeyhint="send"
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div class="editing-actions">
        <button type="button" class="quiet" onClick={cancel}>
          {w.cancel}
        </button>
        <button type="button" class="choice" disabled={typed.trim() === ""} onClick={send} title={w.editQuestionDone}>
          {w.ask}
        </button>
      </div>
    </div>
  );
}
