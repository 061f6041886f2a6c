import type { TargetedEvent, TargetedKeyboardEvent } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { words } from "../i18n/language";
import { Recall } from "./recall";

interface ComposerProps {
  readonly busy: boolean;
  readonly asked: readonly string[];
  readonly ask: (question: string) => void;
  readonly stop: () => void;
}

/** The question box. Enter asks, unless an input method is still composing characters with it. */
export function Composer({ busy, asked, ask, stop }: ComposerProps) {
  const [typed, setTyped] = useState("");
  const box = useRef<HTMLTextAreaElement>(null);
  const questions = useRef(asked);
  questions.current = asked;
  const [recall] = useState(() => new Recall(() => questions.current));
  const w = words.value;

  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        box.current?.focus();
      }
    };
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, []);

  const send = () => {
    const question = typed.trim();
    if (question !== "") {
      recall.reset();
      setTyped("");
      ask(question);
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
      if (typed === "") {
        stop();
      }
      recall.reset();
      setTyped("");
    } else if (event.key === "ArrowUp" && event.currentTarget.selectionStart === 0) {
      replace(event, recall.older(typed));
    } else if (event.key === "ArrowDown" && event.currentTarget.selectionEnd === typed.length) {
      replace(event, recall.newer());
    }
  };

  const replace = (event: Event, question: string | undefined) => {
    if (question !== undefined) {
      event.preventDefault();
      setTyped(question);
      // At the start, so that another ↑ goes further back.
      requestAnimationFrame(() => box.current?.setSelectionRange(0, 0));
    }
  };

  const onSubmit = (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    send();
  };

  return (
    <form class="composer" id="ask" onSubmit={onSubmit}>
      <div class="composer-box">
        <textarea
          ref={box}
          rows={1}
          value={typed}
          maxLength={2000}
          placeholder={w.placeholder}
          aria-label={w.askLabel}
          aria-describedby="ask-hint"
          enterkeyhint="send"
          autocomplete="off"
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {busy && (
          <button type="button" class="stop" onClick={stop}>
            {w.stop}
          </button>
        )}
        <button type="submit" class="primary" disabled={typed.trim() === ""}>
          {w.ask}
        </button>
      </div>
      <p id="ask-hint" class="hint">
        {w.askHint}
      </p>
    </form>
  );
}
