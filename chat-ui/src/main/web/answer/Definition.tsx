import { createContext } from "preact";
import { useContext, useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Definition } from "../api/answer";
import { words } from "../i18n/language";
import { Definitions } from "./Definitions";
import { placed } from "./placing";
import { withTerms } from "./terms";

/** The definitions of the metrics that an answer speaks of. */
export const Defined = createContext<readonly Definition[]>([]);

/** The answer in words; each metric in it opens its definition. */
export function Sentence({ text }: { readonly text: string }) {
  const definitions = useContext(Defined);
  return (
    <p class="sentence">
      {withTerms(text, definitions).map((piece, i) =>
        piece.definition === undefined ? piece.text : <Term key={i} definition={piece.definition} text={piece.text} />,
      )}
    </p>
  );
}

/** The name of a figure; opens its definition where there is one. */
export function FigureName({ metric, text }: { readonly metric: string | undefined; readonly text: string }) {
  const definition = useContext(Defined).find(({ name }) => name === metric);
  return definition === undefined ? <>{text}</> : <Term definition={definition} text={text} />;
}

/** A word with its definition one click away. */
function Term({ definition, text }: { readonly definition: Definition; readonly text: string }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => setOpen(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        class="term"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        title={words.value.whatIs(definition.label)}
        onClick={() => setOpen(!open)}
      >
        {text}
      </button>
      {open && <Explained id={id} definition={definition} anchor={button.current} close={close} />}
    </>
  );
}

interface ExplainedProps {
  readonly id: string;
  readonly definition: Definition;
  readonly anchor: HTMLElement | null;
  readonly close: () => void;
}

function Explained({ id, definition, anchor, close }: ExplainedProps) {
  const box = useRef<HTMLSpanElement>(null);
  const closing = useRef(close);
  closing.current = close;
  useLayoutEffect(() => {
    if (box.current !== null && anchor !== null) {
      placed(box.current, anchor);
    }
  }, [anchor]);
  useEffect(() => {
    const elsewhere = (event: Event) => {
      const target = event.target as Node;
      if (box.current?.contains(target) !== true && anchor?.contains(target) !== true) {
        closing.current();
      }
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key === "Escape") {
        event.stopPropagation();
        closing.current();
        anchor?.focus();
      }
    };
    document.addEventListener("pointerdown", elsewhere, true);
    document.addEventListener("scroll", elsewhere, true);
    document.addEventListener("keydown", escape, true);
    return () => {
      document.removeEventListener("pointerdown", elsewhere, true);
      document.removeEventListener("scroll", elsewhere, true);
      document.removeEventListener("keydown", escape, true);
    };
  }, [anchor]);
  // Elements of phrasing only: it stands within a sentence.
  return (
    <span ref={box} class="explained" id={id} role="note" aria-label={words.value.whatIs(definition.label)}>
      <Definitions definitions={[definition]} within />
    </span>
  );
}
