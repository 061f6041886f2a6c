import { signal } from "@preact/signals";
import { applied, type Completion } from "../api/completion";

const PAUSE_MILLIS = 80;

/** Finds completions of a text at a place in it. */
export type Complete = (text: string, caret: number, signal: AbortSignal) => Promise<readonly Completion[]>;

/** What is offered while a question is typed, and which of it is marked. */
export class Suggesting {
  /** Empty where nothing is offered. */
  readonly offered = signal<readonly Completion[]>([]);
  /** The place of the marked one in `offered`; -1: none. */
  readonly marked = signal(-1);

  private text: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: AbortController | undefined;

  constructor(private readonly complete: () => Complete) {}

  /** The text has changed: looks for completions once typing pauses. What was offered stays until they come. */
  typed(text: string, caret: number): void {
    this.cancel();
    this.timer = setTimeout(() => void this.find(text, caret), PAUSE_MILLIS);
  }

  /** Offers nothing, until something is typed again. */
  close(): void {
    this.cancel();
    this.offered.value = [];
  }

  /** Marks the next one (1) or the one before (-1); beyond the ends none is marked. */
  move(step: 1 | -1): void {
    const places = this.offered.value.length + 1;
    if (this.text !== undefined) {
      this.marked.value = ((this.marked.value + 1 + step + places) % places) - 1;
    }
  }

  /** The marked one; undefined where none is, or where it belongs to an earlier text. */
  chosen(text: string, place = this.marked.value): Completion | undefined {
    return this.text === text ? this.offered.value[place] : undefined;
  }

  private async find(text: string, caret: number): Promise<void> {
    const controller = new AbortController();
    this.running = controller;
    // A question can be asked without them: whatever fails, nothing is offered.
    const found = await this.complete()(text, caret, controller.signal).catch(() => []);
    if (!controller.signal.aborted) {
      this.text = text;
      this.offered.value = found.filter((completion) => isNews(text, completion));
    }
  }

  private cancel(): void {
    clearTimeout(this.timer);
    this.running?.abort();
    this.text = undefined;
    this.marked.value = -1;
  }
}

/** Whether it says more than what is there already. */
function isNews(text: string, completion: Completion): boolean {
  return applied(text, completion).toLowerCase() !== text.toLowerCase();
}
