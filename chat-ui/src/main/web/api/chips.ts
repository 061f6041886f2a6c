import type { Chip, Language } from "./answer";
import { chip } from "./decodeAnswer";
import { json, posting } from "./http";
import { list, object, string } from "./json";

/** Another query, one step from the one at hand. */
export interface Alternative {
  readonly label: string;
  readonly query: unknown;
}

/** A part of a query with what it could be instead. */
export interface OpenChip extends Chip {
  readonly alternatives: readonly Alternative[];
  /** The query without it; absent where it cannot be left out. */
  readonly without?: unknown;
}

/** What a query could have besides. */
export interface Addition {
  readonly part: string;
  readonly label: string;
  readonly alternatives: readonly Alternative[];
}

export interface Chips {
  readonly chips: readonly OpenChip[];
  readonly add: readonly Addition[];
}

/** What each part of a query could be instead. @throws Failure */
export type LoadChips = (query: unknown, language: Language) => Promise<Chips>;

export function httpChips(base: string): LoadChips {
  return async (query, language) => decodeChips(await json(`${base}api/v1/chips?lang=${language}`, posting(query)));
}

export function decodeChips(body: unknown): Chips {
  const o = object(body);
  return {
    chips: list(o.chips).map((item) => {
      const { alternatives, without } = object(item);
      return { ...chip(item), alternatives: list(alternatives).map(alternative), ...(without != null && { without }) };
    }),
    add: list(o.add).map((item) => {
      const { part, label, alternatives } = object(item);
      return { part: string(part), label: string(label), alternatives: list(alternatives).map(alternative) };
    }),
  };
}

function alternative(item: unknown): Alternative {
  const { label, query } = object(item);
  return { label: string(label), query };
}
