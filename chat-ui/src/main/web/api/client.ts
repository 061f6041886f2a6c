import type { Answer, Language } from "./answer";
import { type Catalog, decodeCatalog } from "./catalog";
import { type Completion, decodeCompletions } from "./completion";
import { decodeAnswer } from "./decodeAnswer";
import { json, posting, type Unreached, watched } from "./http";
import { type OnStep, streamed } from "./steps";

/** A question; `language` is the page's. */
export interface Asking {
  readonly question: string;
  readonly language: Language;
  /** The conversation that it goes on with. */
  readonly conversationId?: string;
}

/** A query instead of words. */
export interface Querying {
  /** As answers carry it, or edited. */
  readonly query: unknown;
  /** The words that the conversation keeps for it. */
  readonly question?: string;
  readonly language: Language;
  readonly conversationId?: string;
  /** As of which moment; absent: now. */
  readonly asOf?: string;
}

/** A question that is being typed; `language` is the page's. */
export interface Typing {
  readonly text: string;
  readonly caret: number;
  readonly language: Language;
}

/** The server, as the page knows it. */
export interface Client {
  /** @throws Failure where there is no answer; an AbortError where the signal stopped it */
  ask(asking: Asking, signal: AbortSignal, onStep?: OnStep): Promise<Answer>;
  /** @throws Failure where there is no answer; an AbortError where the signal stopped it */
  query(querying: Querying, signal: AbortSignal, onStep?: OnStep): Promise<Answer>;
  /** @throws Failure, or an AbortError where the signal stopped it */
  complete(typing: Typing, signal: AbortSignal): Promise<readonly Completion[]>;
  /** @throws Failure */
  catalog(): Promise<Catalog>;
}

const LONGEST_WORDS = 200;
const nobody: OnStep = () => undefined;

/** A query that is run as it stands, without its steps. @throws Failure, or an AbortError where the signal stopped it */
export type RunQuery = (querying: Querying, signal: AbortSignal) => Promise<Answer>;

/** @param unreached is told of every question and query that met nobody */
export function httpClient(base: string, unreached: Unreached = () => undefined): Client {
  return {
    async ask({ question, language, conversationId }, signal, onStep = nobody) {
      const lang = languageHint(question, language);
      const request = posting({ question, lang, conversationId }, { signal });
      return decodeAnswer(await watched(streamed(`${base}api/v1/ask`, request, onStep), unreached));
    },
    async query({ query, question, language, conversationId, asOf }, signal, onStep = nobody) {
      const parameters = {
        lang: language,
        ...(asOf !== undefined && { asOf }),
        ...(conversationId !== undefined && { conversationId }),
        ...(question !== undefined && { question: question.slice(0, LONGEST_WORDS) }),
      };
      const url = `${base}api/v1/query?${new URLSearchParams(parameters)}`;
      return decodeAnswer(await watched(streamed(url, posting(query, { signal }), onStep), unreached));
    },
    async complete({ text, caret, language }, signal) {
      const query = new URLSearchParams({ text, caret: String(caret), lang: language });
      return decodeCompletions(await json(`${base}api/v1/completions?${query}`, { signal }));
    },
    async catalog() {
      return decodeCatalog(await json(`${base}api/v1/catalog`, {}));
    },
  };
}

/**
 * The page's language where the question itself shows none ("GMV", "618 UV"); else undefined, and the answer
 * comes in the language of the question.
 */
export function languageHint(question: string, page: Language): Language | undefined {
  return /\p{Script=Han}|[a-z]{2}/u.test(question) ? undefined : page;
}
