import { signal } from "@preact/signals";
import type { Board, Boards } from "../api/boards";
import { type Failure, failureOf } from "../api/http";

export type BoardState =
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly board: Board }
  | { readonly kind: "failed"; readonly failure: Failure };

export type Saving = "saved" | "saving" | "failed";

const PAUSE_MILLIS = 400;
const CONFLICT = 409;

/** A board that is looked at and changed: a change shows at once and is saved when the hand rests. */
export class OpenBoard {
  readonly state = signal<BoardState>({ kind: "loading" });
  readonly saving = signal<Saving>("saved");

  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing = false;
  /** Whether there is something to save beyond what is being written. */
  private changed = false;

  /** @param stale is told when the board was changed elsewhere and has been read anew */
  constructor(
    private readonly id: string,
    private readonly server: Boards,
    private readonly stale: () => void,
  ) {}

  async load(): Promise<void> {
    try {
      this.state.value = { kind: "ready", board: await this.server.read(this.id) };
      this.saving.value = "saved";
    } catch (error) {
      this.state.value = { kind: "failed", failure: failureOf(error) };
    }
  }

  edit(change: (board: Board) => Board): void {
    const now = this.state.peek();
    if (now.kind === "ready") {
      this.state.value = { kind: "ready", board: change(now.board) };
      this.changed = true;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.save(), PAUSE_MILLIS);
    }
  }

  /** Saves at once what has not been. */
  async save(): Promise<void> {
    clearTimeout(this.timer);
    const now = this.state.peek();
    if (this.writing || !this.changed || now.kind !== "ready") {
      return;
    }
    this.writing = true;
    this.changed = false;
    this.saving.value = "saving";
    try {
      const version = await this.server.write(now.board);
      this.versioned(version);
      this.saving.value = "saved";
    } catch (error) {
      await this.refused(failureOf(error));
    } finally {
      this.writing = false;
    }
    if (this.hasChanges() && this.saving.peek() !== "failed") {
      await this.save();
    }
  }

  /** Asked anew, for things change while something is written. */
  private hasChanges(): boolean {
    return this.changed;
  }

  private versioned(version: number): void {
    const now = this.state.peek();
    if (now.kind === "ready") {
      this.state.value = { kind: "ready", board: { ...now.board, version } };
    }
  }

  private async refused(failure: Failure): Promise<void> {
    if (failure.status === CONFLICT) {
      this.changed = false;
      await this.load();
      this.stale();
    } else {
      this.changed = true;
      this.saving.value = "failed";
    }
  }
}
