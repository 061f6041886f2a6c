import type { CompletionContext } from "@codemirror/autocomplete";
import type { EditorState, Extension } from "@codemirror/state";

export type NotationName = "json" | "yaml";
export type Path = readonly (string | number)[];

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The value of a text, or where it breaks off. */
export type Read = { readonly value: unknown } | { readonly broken: Stretch };

/** What is being typed, and where it stands in the value. */
export interface Place extends Stretch {
  /** Of the object that a name is typed into; absent where none can be. */
  readonly names?: { readonly of: Path; readonly taken: readonly string[] };
  /** Of the value that is typed; absent where none can be. */
  readonly value?: Path;
  /** What has been typed of it so far may be replaced as long as it looks like this. */
  readonly validFor: RegExp;
  /** The value of the whole text, as far as it goes. */
  readonly whole: unknown;
}

/** A way to write a query down. */
export interface Notation {
  readonly support: Extension;
  write(value: unknown): string;
  read(text: string): Read;
  /** The stretch of text of the value at a path; with `name`, that of its property's name. */
  placeOf(state: EditorState, path: Path, name: boolean): Stretch;
  typed(context: CompletionContext): Place | undefined;
  /** How a name is written that takes the place of what was typed. */
  nameText(state: EditorState, to: number, name: string): string;
  /** How a value is written, from its JSON. */
  valueText(json: string): string;
  /** How a name stands in a list of names. */
  nameLabel(name: string): string;
}

export const loadNotation: Readonly<Record<NotationName, () => Promise<Notation>>> = {
  json: async () => (await import("./jsonNotation")).jsonNotation,
  yaml: async () => (await import("./yamlNotation")).yamlNotation,
};
