import { events } from "./events";
import { bodyOf, Failure, problem, send } from "./http";
import { object, oneOf, string } from "./json";

const NAMES = ["understood", "planned", "running", "rows"] as const;

export type StepName = (typeof NAMES)[number];

/** How far an answer has come. */
export interface Step {
  readonly step: StepName;
  /** Milliseconds since the server began. */
  readonly elapsed: number;
  /** The reading, once it is understood. */
  readonly text?: string;
  /** How many rows came. */
  readonly rows?: number;
}

export type OnStep = (step: Step) => void;

/**
 * The answer's JSON, each step told as it comes. A server that does not stream answers at once, and no step is told.
 *
 * @throws Failure where a problem comes instead, or the connection breaks
 */
export async function streamed(url: string, request: RequestInit, onStep: OnStep): Promise<unknown> {
  const headers = { ...(request.headers as Record<string, string>), Accept: "text/event-stream, application/json;q=0.9" };
  const response = await send(url, { ...request, headers });
  const type = response.headers.get("Content-Type") ?? "";
  if (!type.startsWith("text/event-stream") || response.body === null) {
    return bodyOf(response);
  }
  try {
    for await (const { event, data } of events(response.body)) {
      const body: unknown = JSON.parse(data);
      switch (event) {
        case "step":
          onStep(stepOf(body));
          break;
        case "answer":
          return body;
        case "problem":
          throw problem(body, 500, "");
      }
    }
  } catch (error) {
    if (error instanceof Failure || request.signal?.aborted === true) {
      throw error;
    }
  }
  throw new Failure(0, "BROKEN_OFF", "", "");
}

function stepOf(json: unknown): Step {
  const o = object(json);
  return {
    step: oneOf(NAMES, o.step, "running"),
    elapsed: typeof o.elapsed === "number" ? o.elapsed : 0,
    ...(string(o.text) !== "" && { text: string(o.text) }),
    ...(typeof o.rows === "number" && { rows: o.rows }),
  };
}
