import { Failure } from "./client";
import { object, string } from "./json";

/** Sends and reads JSON. Fails with a Failure, or an AbortError where the signal stopped it. */
export type Exchange = (
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
  more?: More,
) => Promise<unknown>;

interface More {
  readonly signal?: AbortSignal;
  /** Whether it is to arrive even though the page is being left. */
  readonly keepalive?: boolean;
}

/** @param unreached is told of every request that met nobody */
export function exchangeWith(base: string, unreached: () => void = () => undefined): Exchange {
  return async (method, path, body, more = {}) => {
    const request: RequestInit = { method, ...more };
    if (body !== undefined) {
      request.body = JSON.stringify(body);
      request.headers = { "Content-Type": "application/json" };
    }
    let response: Response;
    try {
      response = await fetch(`${base}${path}`, request);
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") {
        throw error;
      }
      unreached();
      throw new Failure(0, "UNREACHABLE", "", "");
    }
    const json: unknown = await response.json().catch(() => undefined);
    if (!response.ok) {
      const problem = object(json);
      const message = string(problem.detail) || string(problem.title) || response.statusText;
      throw new Failure(response.status, string(problem.code), message, string(problem.traceId));
    }
    return json;
  };
}

/** What went wrong, as a Failure whatever it was. */
export function failureOf(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure(0, "PAGE", String(error), "");
}
