import { useEffect, useRef } from "preact/hooks";
import type { Completion } from "../api/completion";
import { words } from "../i18n/language";

/** The list's id; the question box says by it what it controls. */
export const SUGGESTIONS = "ask-suggestions";

export function optionId(place: number): string {
  return `${SUGGESTIONS}-${place}`;
}

interface SuggestionListProps {
  readonly offered: readonly Completion[];
  readonly marked: number;
  readonly choose: (place: number) => void;
}

/** What the word that is being typed could become. It stands above the box, and the focus stays in the box. */
export function SuggestionList({ offered, marked, choose }: SuggestionListProps) {
  const w = words.value;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.children[marked]?.scrollIntoView({ block: "nearest" }), [marked]);
  return (
    <ul class="suggestions" id={SUGGESTIONS} role="listbox" aria-label={w.completions} ref={list}>
      {offered.map(({ label, description, kind }, place) => (
        <li
          key={`${kind} ${label}`}
          id={optionId(place)}
          role="option"
          aria-selected={place === marked}
          data-kind={kind}
          // A press must not take the focus out of the box.
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(place)}
        >
          <span class="name">{label}</span>
          <span class="meaning">{description}</span>
          <span class="kind">{w.completionKinds[kind]}</span>
        </li>
      ))}
    </ul>
  );
}
