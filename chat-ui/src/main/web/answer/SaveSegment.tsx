import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../api/answer";
import { words } from "../i18n/language";
import { Saving } from "./saving";
import { SegmentForm } from "./SegmentForm";

interface SaveSegmentProps {
  readonly answer: Answer;
  readonly ask: (question: string) => void;
}

/** Offers to save the people of an answer, and asks for their name in a dialog. */
export function SaveSegment({ answer, ask }: SaveSegmentProps) {
  const save = useContext(Saving);
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (open) {
      dialog.current?.showModal();
    }
  }, [open]);
  const { segment } = answer;
  if (save === undefined || segment === undefined) {
    return null;
  }
  const w = words.value;
  const close = () => dialog.current?.close();
  const askNext = (question: string) => {
    close();
    ask(question);
  };
  return (
    <>
      <button type="button" class="save-segment" onClick={() => setOpen(true)}>
        <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
          <circle cx="7.5" cy="6.5" r="3" />
          <path d="M2 16.5c0-3.3 2.3-5.3 5.5-5.3 1.2 0 2.3.3 3.2.8M14.5 10.5v6M11.5 13.5h6" />
        </svg>
        {w.saveSegment}
      </button>
      {open && (
        <dialog ref={dialog} class="segment-dialog" aria-label={w.saveSegmentTitle} onClose={() => setOpen(false)}>
          <h2>{w.saveSegmentTitle}</h2>
          <SegmentForm answer={answer} offer={segment} ask={askNext} cancel={close} />
        </dialog>
      )}
    </>
  );
}
