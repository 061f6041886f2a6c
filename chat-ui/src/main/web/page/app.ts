import { createContext } from "preact";
import type { Boards } from "../api/boards";
import type { Client, RunQuery } from "../api/client";
import { exchangeWith } from "../api/exchange";
import { httpReadLink, type ReadLink } from "../api/links";
import { httpThreads, type Threads } from "../api/threads";
import { httpBoards } from "../api/boards";
import { History } from "../history/history";
import { language } from "../i18n/language";
import { unreached } from "../net/reach";
import type { Router } from "../route/router";
import { createThread, type Thread } from "../thread/thread";
import type { Complete } from "../thread/suggesting";
import { createQueue, type Queue } from "../ui/queue";
import { Opening } from "./opening";

/** What the parts of the page share. */
export interface App {
  readonly router: Router;
  readonly thread: Thread;
  readonly complete: Complete;
  readonly history: History;
  readonly opening: Opening;
  readonly boards: Boards;
  readonly threads: Threads;
  readonly readLink: ReadLink;
  readonly runQuery: RunQuery;
  /** Of what is run without being asked for, so that a question never waits for it. */
  readonly background: Queue;
  /** Whether it stands in somebody else's page, with nothing around the conversation. */
  readonly embedded: boolean;
}

const AT_ONCE = 3;

export function createApp(base: string, client: Client, router: Router, embedded: boolean): App {
  const exchange = exchangeWith(base, () => unreached(base));
  const thread = createThread(client, () => performance.now());
  const threads = httpThreads(exchange);
  return {
    router,
    thread,
    complete: (text, caret, signal) => client.complete({ text, caret, language: language.value }, signal),
    history: new History(threads),
    opening: new Opening(router, thread, threads),
    boards: httpBoards(exchange),
    threads,
    readLink: httpReadLink(exchange),
    runQuery: (querying, signal) => client.query(querying, signal),
    background: createQueue(AT_ONCE),
    embedded,
  };
}

/** Absent: parts stand alone, as in a test. */
export const AppContext = createContext<App | undefined>(undefined);
