import type { Language, Status } from "./answer";
import type { Exchange } from "./exchange";
import { list, object, oneOf, string } from "./json";

/** A conversation of the history. */
export interface ThreadSummary {
  readonly id: string;
  readonly title: string;
  /** A moment, ISO. */
  readonly updatedAt: string;
  readonly turns: number;
}

export type KeptStatus = Status | "asking" | "interrupted";

/** A question of an earlier time: its words and reading, not its rows. */
export interface KeptTurn {
  readonly number: number;
  readonly question: string;
  readonly askedAt: string;
  readonly asOf: string;
  readonly language: Language;
  readonly status: KeptStatus;
  readonly text: string;
  readonly query?: unknown;
  readonly reading?: string;
}

export interface KeptThread {
  readonly id: string;
  readonly title: string;
  readonly turns: readonly KeptTurn[];
}

/** All throw Failure. */
export interface Threads {
  /** The latest first; `before`: those last touched before that moment. */
  list(limit: number, before?: string): Promise<readonly ThreadSummary[]>;
  read(id: string, signal: AbortSignal): Promise<KeptThread>;
  rename(id: string, title: string): Promise<void>;
  remove(id: string, leaving?: boolean): Promise<void>;
}

const STATUSES: readonly KeptStatus[] = ["answered", "clarify", "declined", "error", "asking", "interrupted"];

export const LONGEST_TITLE = 80;

export function httpThreads(exchange: Exchange): Threads {
  const at = (id: string) => `api/v1/threads/${encodeURIComponent(id)}`;
  return {
    async list(limit, before) {
      const options = new URLSearchParams({ limit: String(limit), ...(before !== undefined && { before }) });
      return list(object(await exchange("GET", `api/v1/threads?${options}`)).threads).map(summary);
    },
    async read(id, signal) {
      const o = object(await exchange("GET", at(id), undefined, { signal }));
      return { id: string(o.id) || id, title: string(o.title), turns: list(o.turns).map(turn) };
    },
    async rename(id, title) {
      await exchange("PATCH", at(id), { title });
    },
    async remove(id, leaving = false) {
      await exchange("DELETE", at(id), undefined, { keepalive: leaving });
    },
  };
}

function summary(json: unknown): ThreadSummary {
  const o = object(json);
  return {
    id: string(o.id),
    title: string(o.title),
    updatedAt: string(o.updatedAt),
    turns: Number(o.turns ?? 0),
  };
}

function turn(json: unknown): KeptTurn {
  const o = object(json);
  return {
    number: Number(o.number),
    question: string(o.question),
    askedAt: string(o.askedAt),
    asOf: string(o.asOf),
    language: oneOf<Language>(["zh", "en"], o.lang, "zh"),
    status: oneOf(STATUSES, o.status, "interrupted"),
    text: string(o.text),
    ...(o.query != null && { query: o.query }),
    ...(typeof o.reading === "string" && o.reading !== "" && { reading: o.reading }),
  };
}
