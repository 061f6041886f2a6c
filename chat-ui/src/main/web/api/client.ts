import type { Answer, Language } from "./answer";
import { type Catalog, decodeCatalog } from "./catalog";
import { type Completion, decodeCompletions } from "./completion";
import { decodeAnswer } from "./decodeAnswer";
import { object, string } from "./json";

/** A question; `language` is the page's. */
export interface Asking {
  readonly question: string;
  readonly language: Language;
  /** The conversation that it goes on with. */
  readonly conversationId?: string;
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
  ask(asking: Asking, signal: AbortSignal): Promise<Answer>;
  /** @throws Failure, or an AbortError where the signal stopped it */
  complete(typing: Typing, signal: AbortSignal): Promise<readonly Completion[]>;
  /** @throws Failure */
  catalog(): Promise<Catalog>;
}

/** No answer came: the network (status 0) or a problem that the server names. */
export class Failure extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly traceId: string,
  ) {
    super(message);
    this.name = "Failure";
  }
}

export function httpClient(base: string): Client {
  return {
    async ask({ question, language, conversationId }, signal) {
      const lang = languageHint(question, language);
      // Undefined fields are not sent.
      const body = JSON.stringify({ question, lang, conversationId });
      const headers = { "Content-Type": "application/json" };
      return decodeAnswer(await json(`${base}api/v1/ask`, { method: "POST", headers, body, signal }));
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

async function json(url: string, request: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url, request);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") {
      throw error;
    }
    throw new Failure(0, "UNREACHABLE", "", "");
  }
  const body: unknown = await response.json().catch(() => undefined);
  // An answer that says "error" comes with its own text and is shown as an answer.
  if (!response.ok && object(body).status !== "error") {
    const problem = object(body);
    const message = string(problem.detail) || string(problem.title) || response.statusText;
    throw new Failure(response.status, string(problem.code), message, string(problem.traceId));
  }
  return body;
}
