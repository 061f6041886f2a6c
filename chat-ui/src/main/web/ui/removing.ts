import { signal } from "@preact/signals";
import { say } from "./toasts";

const REGRET_MILLIS = 7_000;

interface Removal {
  /** Tells the server; `leaving`: the page is on its way out. */
  readonly remove: (leaving: boolean) => Promise<void>;
  readonly done: string;
  readonly undo: string;
  readonly failed: string;
  readonly undone?: () => void;
}

/** Things that are gone from sight but can still be had back; the server hears of it when nobody regrets it. */
export class Removing {
  readonly hidden = signal<ReadonlySet<string>>(new Set());
  private readonly pending = new Map<string, (leaving: boolean) => void>();

  constructor() {
    window.addEventListener("pagehide", () => this.pending.forEach((settle) => settle(true)));
  }

  remove(id: string, { remove, done, undo, failed, undone }: Removal): void {
    this.hidden.value = new Set([...this.hidden.value, id]);
    const show = () => {
      this.hidden.value = new Set([...this.hidden.value].filter((other) => other !== id));
    };
    const settle = (leaving: boolean) => {
      clearTimeout(timer);
      this.pending.delete(id);
      remove(leaving).catch(() => {
        show();
        say(failed);
      });
    };
    const timer = setTimeout(() => settle(false), REGRET_MILLIS);
    this.pending.set(id, settle);
    const close = say(
      done,
      {
        label: undo,
        act: () => {
          clearTimeout(timer);
          this.pending.delete(id);
          close();
          show();
          undone?.();
        },
      },
      REGRET_MILLIS,
    );
  }
}
