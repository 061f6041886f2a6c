import { signal, type ReadonlySignal } from "@preact/signals";
import type { Answer, Language } from "../api/answer";
import type { Asking, Client } from "../api/client";
import { type Failure, failureOf } from "../api/http";
import type { OnStep, Step } from "../api/steps";
import type { KeptTurn } from "../api/threads";

/** A question with what has become of it so far. */
export interface Turn {
  readonly id: number;
  /** What was asked, or the words for what was chosen or edited. */
  readonly question: string;
  /** What runs instead of the words: of a reading that was changed by hand. */
  readonly query?: unknown;
  readonly outcome: Outcome;
}

export type Outcome =
  | { readonly kind: "asking"; readonly since: number; readonly steps: readonly Step[] }
  | { readonly kind: "answered"; readonly answer: Answer }
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "stopped" }
  /** Of an earlier time: its words are there, its figures are fetched when it is looked at. */
  | { readonly kind: "kept"; readonly kept: KeptTurn };

type Asked = Pick<Turn, "question" | "query">;

/** A conversation: one question is under way at a time; a new one stops the one before. */
export interface Thread {
  readonly turns: ReadonlySignal<readonly Turn[]>;
  readonly busy: ReadonlySignal<boolean>;
  /** By which the server knows it; undefined until the first answer. */
  readonly conversationId: ReadonlySignal<string | undefined>;
  ask(question: string, language: Language): Promise<void>;
  /** Runs a query as the next turn; `question` are the words shown for it. */
  run(query: unknown, question: string, language: Language): Promise<void>;
  /** Asks a turn in other words. */
  edit(id: number, question: string, language: Language): Promise<void>;
  /** Asks a turn that has no answer once more, at its place. */
  again(id: number, language: Language): Promise<void>;
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
  /** Who asked last at each place: what was stopped to be asked in other words has nothing to say there. */
  const places = new Map<number, AbortController>();
  const conversationId = signal<string | undefined>(undefined);

  const change = (id: number, changed: (turn: Turn) => Turn) => {
    turns.value = turns.value.map((turn) => (turn.id === id ? changed(turn) : turn));
  };

  const stop = () => {
    running?.abort();
    running = undefined;
    busy.value = false;
  };

  /** Asks at the place of the turn with this id, or at the end where there is none. */
  const put = async (id: number, asked: Asked, language: Language) => {
    stop();
    const controller = new AbortController();
    running = controller;
    places.set(id, controller);
    busy.value = true;
    const turn: Turn = { ...asked, id, outcome: { kind: "asking", since: now(), steps: [] } };
    if (turns.value.some((other) => other.id === id)) {
      change(id, () => turn);
    } else {
      turns.value = [...turns.value, turn];
    }
    const onStep: OnStep = (step) => {
      if (!controller.signal.aborted) {
        change(id, (now) => ({ ...now, outcome: withStep(now.outcome, step) }));
      }
    };
    const outcome = await outcomeOf(client, { ...asked, language, ...inside(conversationId.value) }, controller.signal, onStep);
    if (outcome.kind === "answered" && outcome.answer.conversationId !== undefined) {
      conversationId.value = outcome.answer.conversationId;
    }
    if (places.get(id) === controller) {
      change(id, (now) => ({ ...now, outcome }));
    }
    if (running === controller) {
      stop();
    }
  };

  const next = () => Math.max(0, ...turns.value.map((turn) => turn.id)) + 1;

  return {
    turns,
    busy,
    conversationId,
    ask: (question, language) => put(next(), { question }, language),
    run: (query, question, language) => put(next(), { question, query }, language),
    edit(id, question, language) {
      // An earlier answer stays: what followed was understood on top of it.
      const latest = turns.value.at(-1)?.id === id;
      return put(latest ? id : next(), { question }, language);
    },
    again(id, language) {
      const turn = turns.value.find((one) => one.id === id);
      return turn === undefined ? Promise.resolve() : put(id, { question: turn.question, query: turn.query }, language);
    },
    stop,
    open(conversation, kept) {
      stop();
      places.clear();
      conversationId.value = conversation;
      turns.value = kept;
    },
    fill: (id, answer) => change(id, (turn) => ({ ...turn, outcome: { kind: "answered", answer } })),
  };
}

function inside(conversationId: string | undefined): Pick<Asking, "conversationId"> {
  return conversationId === undefined ? {} : { conversationId };
}

function withStep(outcome: Outcome, step: Step): Outcome {
  return outcome.kind === "asking" ? { ...outcome, steps: [...outcome.steps, step] } : outcome;
}

async function outcomeOf(
  client: Client,
  asking: Asking & Pick<Turn, "query">,
  signal: AbortSignal,
  onStep: OnStep,
): Promise<Outcome> {
  try {
    const { query, ...words } = asking;
    const answer = query === undefined ? client.ask(words, signal, onStep) : client.query({ ...words, query }, signal, onStep);
    return { kind: "answered", answer: await answer };
  } catch (error) {
    if (signal.aborted) {
      return { kind: "stopped" };
    }
    return { kind: "failed", failure: failureOf(error) };
  }
}
