import { json, type Unreached, watched } from "./http";

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
export function exchangeWith(base: string, unreached: Unreached): Exchange {
  return (method, path, body, more = {}) => {
    const content = body === undefined ? {} : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
    return watched(json(`${base}${path}`, { method, ...content, ...more }), unreached);
  };
}
