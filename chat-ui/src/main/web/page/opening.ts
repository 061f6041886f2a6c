import { effect, signal, untracked } from "@preact/signals";
import { type Failure, failureOf } from "../api/http";
import type { KeptTurn, Threads } from "../api/threads";
import type { Router } from "../route/router";
import type { Thread, Turn } from "../thread/thread";

export type OpeningState =
  | { readonly kind: "open" }
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly failure: Failure };

/** Keeps the conversation that is shown and the address of the page in step. */
export class Opening {
  readonly state = signal<OpeningState>({ kind: "open" });
  private running: AbortController | undefined;

  constructor(
    private readonly router: Router,
    private readonly thread: Thread,
    private readonly threads: Threads,
  ) {}

  /** Begins to do so. */
  start(): void {
    effect(() => {
      const route = this.router.route.value;
      untracked(() => {
        if (route.page === "thread" && route.id !== this.thread.conversationId.value) {
          void this.open(route.id);
        } else if (route.page === "home" && this.thread.conversationId.value !== undefined) {
          this.begin();
        } else {
          this.settle();
        }
      });
    });
    effect(() => {
      const id = this.thread.conversationId.value;
      const { page } = this.router.route.peek();
      if (id !== undefined && (page === "home" || page === "thread")) {
        this.router.replace({ page: "thread", id });
      }
    });
  }

  /** A conversation that nothing has been said in yet. */
  begin(): void {
    this.settle();
    this.thread.open(undefined, []);
    this.router.go({ page: "home" });
  }

  async open(id: string): Promise<void> {
    this.running?.abort();
    const controller = new AbortController();
    this.running = controller;
    this.state.value = { kind: "loading" };
    try {
      const { turns } = await this.threads.read(id, controller.signal);
      if (!controller.signal.aborted) {
        this.thread.open(id, turns.map(keptTurn));
        this.settle();
      }
    } catch (error) {
      if (!controller.signal.aborted) {
        this.thread.open(undefined, []);
        this.state.value = { kind: "failed", failure: failureOf(error) };
      }
    }
  }

  private settle(): void {
    this.running?.abort();
    this.running = undefined;
    this.state.value = { kind: "open" };
  }
}

function keptTurn(kept: KeptTurn, place: number): Turn {
  return { id: place + 1, question: kept.question, outcome: { kind: "kept", kept } };
}
