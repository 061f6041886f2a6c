import { signal } from "@preact/signals";
import { failureOf } from "../api/http";
import type { Threads, ThreadSummary } from "../api/threads";
import { frame } from "../i18n/frame";
import { Removing } from "../ui/removing";
import { say } from "../ui/toasts";

export type HistoryState = "loading" | "ready" | "failed" | "absent";

const PAGE = 50;
const NOT_FOUND = 404;

/** The conversations that the server keeps for the reader. */
export class History {
  readonly threads = signal<readonly ThreadSummary[]>([]);
  readonly state = signal<HistoryState>("loading");
  /** Whether there are older ones. */
  readonly more = signal(false);
  readonly removing = new Removing();

  constructor(private readonly server: Threads) {}

  async refresh(): Promise<void> {
    try {
      this.arrived(await this.server.list(PAGE), []);
      this.state.value = "ready";
    } catch (error) {
      // A server that keeps none has no history to show, which is no failure.
      const absent = failureOf(error).status === NOT_FOUND;
      this.state.value = absent ? "absent" : this.threads.value.length > 0 ? "ready" : "failed";
    }
  }

  async showMore(): Promise<void> {
    const known = this.threads.value;
    try {
      this.arrived(await this.server.list(PAGE, known.at(-1)?.updatedAt), known);
    } catch {
      say(frame.value.historyFailed);
    }
  }

  async rename(id: string, title: string): Promise<void> {
    const before = this.threads.value;
    this.threads.value = before.map((thread) => (thread.id === id ? { ...thread, title } : thread));
    try {
      await this.server.rename(id, title);
    } catch {
      this.threads.value = before;
      say(frame.value.notSaved);
    }
  }

  remove(thread: ThreadSummary, undone: () => void): void {
    const w = frame.value;
    this.removing.remove(thread.id, {
      remove: async (leaving) => {
        await this.server.remove(thread.id, leaving);
        this.threads.value = this.threads.value.filter(({ id }) => id !== thread.id);
      },
      done: w.threadDeleted(thread.title),
      undo: w.undo,
      failed: w.notDeleted,
      undone,
    });
  }

  private arrived(found: readonly ThreadSummary[], before: readonly ThreadSummary[]): void {
    const known = new Set(before.map(({ id }) => id));
    this.threads.value = [...before, ...found.filter(({ id }) => !known.has(id))];
    this.more.value = found.length === PAGE;
  }
}
