import { useEffect, useRef, useState } from "preact/hooks";
import { LONGEST_TITLE } from "../api/threads";

interface TitleFormProps {
  readonly title: string;
  readonly label: string;
  readonly save: (title: string) => void;
  readonly cancel: () => void;
}

/** A name that is being changed where it stands. Enter or leaving it keeps it, Escape doesn't. */
export function TitleForm({ title, label, save, cancel }: TitleFormProps) {
  const [typed, setTyped] = useState(title);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.select(), []);
  const keep = () => {
    const kept = typed.trim();
    if (kept === "" || kept === title) {
      cancel();
    } else {
      save(kept);
    }
  };
  return (
    <input
      ref={box}
      class="title-form"
      value={typed}
      maxLength={LONGEST_TITLE}
      aria-label={label}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.isComposing) {
          return;
        }
        if (event.key === "Enter") {
          event.preventDefault();
          keep();
        } else if (event.key === "Escape") {
          event.stopPropagation();
          cancel();
        }
      }}
    />
  );
}
