import type { TargetedEvent, TargetedKeyboardEvent } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { applied } from "../api/completion";
import { words } from "../i18n/language";
import { Recall } from "./recall";
import { type Complete, Suggesting } from "./suggesting";
import { optionId, SuggestionList, SUGGESTIONS } from "./SuggestionList";

/** Keys after which the word at the caret is another one. */
const MOVES_CARET = new Set(["ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"]);

interface ComposerProps {
  readonly busy: boolean;
  readonly asked: readonly string[];
  readonly complete: Complete;
  readonly ask: (question: string) => void;
  readonly stop: () => void;
}

/**
 * The question box, which offers how the word being typed could go on. Enter asks, unless a completion is marked or
 * an input method is still composing characters with it.
 */
export function Composer({ busy, asked, complete, ask, stop }: ComposerProps) {
  const [typed, setTyped] = useState("");
  const box = useRef<HTMLTextAreaElement>(null);
  const questions = useRef(asked);
  questions.current = asked;
  const [recall] = useState(() => new Recall(() => questions.current));
  const completing = useRef(complete);
  completing.current = complete;
  const [suggesting] = useState(() => new Suggesting(() => completing.current));
  const offered = suggesting.offered.value;
  const marked = suggesting.marked.value;
  const open = offered.length > 0;
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

  useEffect(() => {
    const target = box.current;
    const begun = () => suggesting.close();
    const ended = () => target && suggest(suggesting, target, false);
    // Not by onCompositionEnd: for this event Preact listens under a name that browsers do not use.
    target?.addEventListener("compositionstart", begun);
    target?.addEventListener("compositionend", ended);
    return () => {
      target?.removeEventListener("compositionstart", begun);
      target?.removeEventListener("compositionend", ended);
    };
  }, [suggesting]);

  const send = () => {
    const question = typed.trim();
    suggesting.close();
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
    if (open && chooseByKey(event)) {
      event.preventDefault();
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
      const newer = recall.newer();
      replace(event, newer);
      if (newer === undefined && typed === "") {
        suggesting.typed("", 0);
      }
    } else if (MOVES_CARET.has(event.key)) {
      suggesting.close();
    }
  };

  /** Whether the key was meant for the list. */
  const chooseByKey = ({ key, shiftKey }: KeyboardEvent): boolean => {
    if (key === "ArrowDown" || key === "ArrowUp") {
      suggesting.move(key === "ArrowDown" ? 1 : -1);
      return true;
    }
    if (key === "Escape") {
      suggesting.close();
      return true;
    }
    return !shiftKey && (key === "Enter" || key === "Tab") && choose(marked);
  };

  /** Puts a completion into the text; whether there was one. */
  const choose = (place: number): boolean => {
    const completion = suggesting.chosen(typed, place);
    if (completion === undefined || box.current === null) {
      return false;
    }
    const text = applied(typed, completion);
    const caret = completion.from + completion.insert.length;
    suggesting.close();
    setTyped(text);
    // At once and not when it is drawn: the next key may already be on its way.
    box.current.value = text;
    box.current.setSelectionRange(caret, caret);
    return true;
  };

  const replace = (event: Event, question: string | undefined) => {
    if (question !== undefined) {
      event.preventDefault();
      suggesting.close();
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
        {open && <SuggestionList offered={offered} marked={marked} choose={choose} />}
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
          role="combobox"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded={open}
          aria-controls={SUGGESTIONS}
          aria-activedescendant={open && marked >= 0 ? optionId(marked) : undefined}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            suggest(suggesting, event.currentTarget, event.isComposing);
          }}
          onKeyDown={onKeyDown}
          onPointerDown={() => suggesting.close()}
          onBlur={() => suggesting.close()}
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
        {open ? w.completionHint : w.askHint}
      </p>
    </form>
  );
}

/** Nothing is offered while an input method composes, nor for a selection. */
function suggest(suggesting: Suggesting, box: HTMLTextAreaElement, composing: boolean): void {
  if (composing || box.selectionStart !== box.selectionEnd || box.value.trim() === "") {
    suggesting.close();
  } else {
    suggesting.typed(box.value, box.selectionStart);
  }
}
