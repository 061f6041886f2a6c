import type { ReadonlySignal } from "@preact/signals";
import type { App } from "../page/app";
import { Removing } from "../ui/removing";
import { board as words } from "./words";

let removing: Removing | undefined;

function boards(): Removing {
  return (removing ??= new Removing());
}

/** Which boards are gone from sight. */
export function removedBoards(): ReadonlySignal<ReadonlySet<string>> {
  return boards().hidden;
}

export function removeBoard(app: App, { id, title }: { readonly id: string; readonly title: string }): void {
  const w = words.value;
  boards().remove(id, {
    remove: (leaving) => app.boards.remove(id, leaving),
    done: w.deleted(title),
    undo: w.undo,
    failed: w.notDeleted,
  });
}
