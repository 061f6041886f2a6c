import { object, string } from "./json";

const UNREACHABLE = "UNREACHABLE";

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

/** What went wrong, as a Failure whatever it was. */
export function failureOf(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure(0, "PAGE", String(error), "");
}

export type Unreached = () => void;

/** The same, and somebody is told where it met nobody. */
export async function watched<T>(sent: Promise<T>, unreached: Unreached): Promise<T> {
  try {
    return await sent;
  } catch (error) {
    if (error instanceof Failure && error.code === UNREACHABLE) {
      unreached();
    }
    throw error;
  }
}

/** @throws Failure where the server cannot be reached; an AbortError where the signal stopped it */
export async function send(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    throw isAbort(error) ? error : new Failure(0, UNREACHABLE, "", "");
  }
}

/** The body of an answer. @throws Failure where it is a problem, or none came */
export async function json(url: string, request: RequestInit): Promise<unknown> {
  return bodyOf(await send(url, request));
}

export async function bodyOf(response: Response): Promise<unknown> {
  const body: unknown = await response.json().catch((error: unknown) => {
    if (isAbort(error)) {
      throw error;
    }
    return undefined;
  });
  // An answer that says "error" comes with its own text and is shown as an answer.
  if (!response.ok && object(body).status !== "error") {
    throw problem(body, response.status, response.statusText);
  }
  return body;
}

/** What a problem+json says. */
export function problem(json: unknown, status: number, otherwise: string): Failure {
  const o = object(json);
  const message = string(o.detail) || string(o.title) || otherwise;
  return new Failure(typeof o.status === "number" ? o.status : status, string(o.code), message, string(o.traceId));
}

/** A request with a JSON body; undefined fields are not sent. */
export function posting(body: unknown, rest: RequestInit = {}): RequestInit {
  return {
    ...rest,
    method: "POST",
    headers: { "Content-Type": "application/json", ...(rest.headers as Record<string, string> | undefined) },
    body: JSON.stringify(body),
  };
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
