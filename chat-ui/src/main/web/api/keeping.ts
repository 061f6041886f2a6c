import type { ChartType, Language } from "./answer";
import { json, posting } from "./http";
import { list, object, oneOf, string } from "./json";
import type { SavedState } from "./segment";

/** A query with how it is looked at: what a link or a tile of a board keeps. */
export interface View {
  readonly query: unknown;
  readonly chart?: ChartType;
  readonly title: string;
}

/** A board, as a list names it. */
export interface BoardName {
  readonly id: string;
  readonly title: string;
  readonly tiles: number;
}

/** A question whose reading somebody vouches for. */
export interface Vouching {
  readonly question: string;
  readonly query: unknown;
  readonly language: Language;
}

/** What can be done with an answer besides reading it. All throw Failure. */
export interface Keeping {
  /** The id of a link that opens the query again. */
  link(view: View): Promise<string>;
  boards(): Promise<readonly BoardName[]>;
  newBoard(title: string): Promise<BoardName>;
  pin(board: string, view: View): Promise<void>;
  vouch(vouching: Vouching): Promise<SavedState>;
  /** The JSON Schema of queries. */
  schema(): Promise<unknown>;
}

export const LONGEST_TITLE = 80;

export function httpKeeping(base: string): Keeping {
  const api = `${base}api/v1/`;
  let schema: Promise<unknown> | undefined;
  return {
    async link({ query, chart, title }) {
      return string(object(await json(`${api}links`, posting({ query, chart, title: short(title) }))).id);
    },
    async boards() {
      return list(object(await json(`${api}boards`, {})).boards).map(board);
    },
    async newBoard(title) {
      return board(await json(`${api}boards`, posting({ title: short(title) })));
    },
    async pin(id, { query, chart, title }) {
      await json(`${api}boards/${encodeURIComponent(id)}/tiles`, posting({ title: short(title), query, chart }));
    },
    async vouch({ question, query, language }) {
      const said = object(await json(`${api}verified`, posting({ question, query, lang: language })));
      return oneOf<SavedState>(["saved", "after_restart", "proposed"], said.state, "saved");
    },
    schema() {
      // Asked for once; a failure is not kept.
      schema ??= json(`${api}query-schema.json`, {}).catch((error: unknown) => {
        schema = undefined;
        throw error;
      });
      return schema;
    },
  };
}

function board(item: unknown): BoardName {
  const { id, title, tiles } = object(item);
  return { id: string(id), title: string(title), tiles: Array.isArray(tiles) ? tiles.length : Number(tiles ?? 0) };
}

/** No longer than a title may be. */
function short(title: string): string {
  const letters = Array.from(title.trim());
  return letters.length <= LONGEST_TITLE ? letters.join("") : `${letters.slice(0, LONGEST_TITLE - 1).join("")}…`;
}
