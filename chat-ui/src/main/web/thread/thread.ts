import { signal, type ReadonlySignal } from "@preact/signals";
import type { Answer, Language } from "../api/answer";
import { type Asking, type Client, Failure } from "../api/client";

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
  | { readonly kind: "stopped" };

/** A conversation: one question is under way at a time; a new one stops the one before. */
export interface Thread {
  readonly turns: ReadonlySignal<readonly Turn[]>;
  readonly busy: ReadonlySignal<boolean>;
  ask(question: string, language: Language): Promise<void>;
  stop(): void;
}

export function createThread(client: Client, now: () => number): Thread {
  const turns = signal<readonly Turn[]>([]);
  const busy = signal(false);
  let running: AbortController | undefined;
  let conversation: Pick<Asking, "conversationId"> = {};

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
    const outcome = await outcomeOf(client, { question, language, ...conversation }, controller.signal);
    if (outcome.kind === "answered" && outcome.answer.conversationId !== undefined) {
      conversation = { conversationId: outcome.answer.conversationId };
    }
    settle(id, outcome);
    if (running === controller) {
      stop();
    }
  };

  return { turns, busy, ask, stop };
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
