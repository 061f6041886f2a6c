import type { Language } from "./answer";
import { json, posting } from "./http";
import { object, oneOf, text } from "./json";

/** The people of an answer, to be saved as a segment. */
export interface SegmentWish {
  /** The query that the answer came from, as it came. */
  readonly query: unknown;
  /** One of the names may be empty: the other stands in for it. */
  readonly label: { readonly zh: string; readonly en: string };
  /** What language to be answered in. */
  readonly language: Language;
}

/** `saved`: the next question can name it. */
export type SavedState = "saved" | "after_restart" | "proposed";

export interface SavedSegment {
  readonly label: string;
  readonly definition: string;
  readonly state: SavedState;
}

/** @throws Failure with the reason, for the person who wanted it saved */
export type SaveSegment = (wish: SegmentWish) => Promise<SavedSegment>;

const STATES: readonly SavedState[] = ["saved", "after_restart", "proposed"];

export const LONGEST_LABEL = 40;

export function httpSaveSegment(base: string): SaveSegment {
  return async ({ query, label, language }) => {
    const headers = { "Accept-Language": language };
    const body = object(await json(`${base}api/v1/segments`, posting({ query, label }, { headers })));
    return {
      label: text(body.label, language),
      definition: text(body.definition, language),
      state: oneOf(STATES, body.state, "saved"),
    };
  };
}
