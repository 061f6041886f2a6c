import { signal, type ReadonlySignal } from "@preact/signals";
import type { Answer, Language } from "../api/answer";
import { type Asking, type Client, Failure } from "../api/client";
import type { KeptTurn } from "../api/threads";

/** A question with what has become of it so far. */
export interface Turn {
  readonly id: number;
  readonly question: string;
  readonly outcome: Outcome;
}

export type Outcome =
  | { readonly kind: "asking"; readonly since: number }
  | { readonly kind: "answered"; readonly answer: Answer }
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "stopped" }
  /** Of an earlier time: its words are there, its figures are fetched when it is looked at. */
  | { readonly kind: "kept"; readonly kept: KeptTurn };

/** A conversation: one question is under way at a time; a new one stops the one before. */
export interface Thread {
  readonly turns: ReadonlySignal<readonly Turn[]>;
  readonly busy: ReadonlySignal<boolean>;
  /** By which the server knows it; undefined until the first answer. */
  readonly conversationId: ReadonlySignal<string | undefined>;
  ask(question: string, language: Language): Promise<void>;
  /** Runs a query as the next turn; `question` are the words shown for it. */
  run(query: unknown, question: string, language: Language): Promise<void>;
  stop(): void;
  /** Goes on with a conversation of an earlier time, or begins a new one. */
  open(conversationId: string | undefined, turns: readonly Turn[]): void;
  /** The figures of a kept turn have come. */
  fill(id: number, answer: Answer): void;
}

export function createThread(client: Client, now: () => number): Thread {
  const turns = signal<readonly Turn[]>([]);
  const busy = signal(false);
  let running: AbortController | undefined;
  const conversationId = signal<string | undefined>(undefined);

  const settle = (id: number, outcome: Outcome) => {
    turns.value = turns.value.map((turn) => (turn.id === id ? { ...turn, outcome } : turn));
  };

  const stop = () => {
    running?.abort();
    running = undefined;
    busy.value = false;
  };

  const ask = async (question: string, language: Language) => {
    stop();
    const controller = new AbortController();
    running = controller;
    busy.value = true;
    const id = turns.value.length + 1;
    turns.value = [...turns.value, { id, question, outcome: { kind: "asking", since: now() } }];
    const outcome = await outcomeOf(client, { question, language, ...inside(conversationId.value) }, controller.signal);
    if (outcome.kind === "answered" && outcome.answer.conversationId !== undefined) {
      conversationId.value = outcome.answer.conversationId;
    }
    settle(id, outcome);
    if (running === controller) {
      stop();
    }
  };

  const open = (conversation: string | undefined, kept: readonly Turn[]) => {
    stop();
    conversationId.value = conversation;
    turns.value = kept;
  };

  const fill = (id: number, answer: Answer) => settle(id, { kind: "answered", answer });

  const run = (_query: unknown, question: string, language: Language) => ask(question, language);

  return { turns, busy, conversationId, ask, run, stop, open, fill };
}

function inside(conversationId: string | undefined): Pick<Asking, "conversationId"> {
  return conversationId === undefined ? {} : { conversationId };
}

async function outcomeOf(client: Client, asking: Asking, signal: AbortSignal): Promise<Outcome> {
  try {
    return { kind: "answered", answer: await client.ask(asking, signal) };
  } catch (error) {
    if (signal.aborted) {
      return { kind: "stopped" };
    }
    const failure = error instanceof Failure ? error : new Failure(0, "PAGE", String(error), "");
    return { kind: "failed", failure };
  }
}
