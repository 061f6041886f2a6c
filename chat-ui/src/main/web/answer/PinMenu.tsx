import type { TargetedEvent } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { type BoardName, LONGEST_TITLE, type View } from "../api/keeping";
import { words } from "../i18n/language";
import { Icon } from "./Actions";
import type { Acting } from "./acting";
import { failureText } from "./failures";
import { Menu } from "./Menu";

interface PinMenuProps {
  readonly acts: Acting;
  readonly view: View;
  readonly tell: (text: string, board?: string) => void;
}

/** Pins an answer to a board: one that is there, or a new one. */
export function PinMenu({ acts, view, tell }: PinMenuProps) {
  const [boards, setBoards] = useState<readonly BoardName[]>();
  const [problem, setProblem] = useState<string>();
  const [naming, setNaming] = useState(false);
  const w = words.value;
  const load = () => {
    setProblem(undefined);
    acts.boards().then(setBoards, (error: unknown) => setProblem(failureText(error)));
  };
  const pin = async (board: Promise<BoardName> | BoardName) => {
    try {
      const { id, title } = await board;
      await acts.pin(id, view);
      tell(w.pinned(title), id);
    } catch (error) {
      tell(failureText(error));
    }
  };
  const own = (boards ?? []).map((board) => ({ label: board.title, act: () => void pin(board) }));
  return (
    <>
      <Menu
        class="action"
        title={w.pinChoose}
        open={load}
        groups={
          boards && [
            ...(own.length > 0 ? [{ title: w.boards, items: own }] : []),
            { title: "", items: [{ label: w.newBoard, act: () => setNaming(true) }] },
          ]
        }
        {...(problem !== undefined && { problem })}
      >
        <Icon name="pin" />
        {w.pin}
      </Menu>
      {naming && (
        <NewBoard
          create={(title) => void pin(acts.newBoard(title))}
          close={() => setNaming(false)}
        />
      )}
    </>
  );
}

interface NewBoardProps {
  readonly create: (title: string) => void;
  readonly close: () => void;
}

function NewBoard({ create, close }: NewBoardProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [title, setTitle] = useState("");
  const w = words.value;
  useEffect(() => dialog.current?.showModal(), []);
  const onSubmit = (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (title.trim() !== "") {
      dialog.current?.close();
      create(title.trim());
    }
  };
  return (
    <dialog ref={dialog} class="segment-dialog" aria-label={w.newBoardTitle} onClose={close}>
      <h2>{w.newBoardTitle}</h2>
      <form onSubmit={onSubmit}>
        <div class="segment-names">
          <label>
            {w.boardName}
            <input
              type="text"
              value={title}
              maxLength={LONGEST_TITLE}
              placeholder={w.boardNamePlaceholder}
              autocomplete="off"
              onInput={(event) => setTitle(event.currentTarget.value)}
            />
          </label>
        </div>
        <div class="segment-actions">
          <button type="submit" class="choice" disabled={title.trim() === ""}>
            {w.create}
          </button>
          <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
            {w.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
}
