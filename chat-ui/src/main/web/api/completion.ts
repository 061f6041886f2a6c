import { list, object, oneOf, string } from "./json";

const KINDS = ["metric", "dimension", "value", "period", "campaign", "question"] as const;

export type CompletionKind = (typeof KINDS)[number];

/** A way to finish the word at the caret: `insert` comes in the place of the text from `from` to `to`. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A definition, or what it belongs to; may be empty. */
  readonly description: string;
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

export function decodeCompletions(json: unknown): readonly Completion[] {
  return list(object(json).completions).map((item) => {
    const o = object(item);
    return {
      label: string(o.label),
      kind: oneOf(KINDS, o.kind, "question"),
      description: string(o.description),
      from: Number(o.from),
      to: Number(o.to),
      insert: string(o.insert),
    };
  });
}

export function applied(text: string, { from, to, insert }: Completion): string {
  return text.slice(0, from) + insert + text.slice(to);
}
