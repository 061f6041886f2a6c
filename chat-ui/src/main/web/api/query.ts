import type { Answer, Language } from "./answer";
import { decodeAnswer } from "./decodeAnswer";
import type { Exchange } from "./exchange";

/** A semantic query that is run as it stands, without a conversation. */
export interface Running {
  readonly query: unknown;
  readonly language: Language;
  /** As of which moment; by default the server's present one. */
  readonly asOf?: string;
}

/** @throws Failure, or an AbortError where the signal stopped it */
export type RunQuery = (running: Running, signal: AbortSignal) => Promise<Answer>;

export function httpQuery(exchange: Exchange): RunQuery {
  return async ({ query, language, asOf }, signal) => {
    const options = new URLSearchParams({ lang: language, ...(asOf !== undefined && { asOf }) });
    return decodeAnswer(await exchange("POST", `api/v1/query?${options}`, query, { signal }));
  };
}
