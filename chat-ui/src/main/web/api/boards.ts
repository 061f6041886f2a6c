import { CHART_TYPES, type ChartType, type Language } from "./answer";
import type { Exchange } from "./exchange";
import { list, object, string, text } from "./json";
import type { Place } from "../board/grid";

export interface BoardSummary {
  readonly id: string;
  readonly title: string;
  readonly updatedAt: string;
  readonly tiles: number;
}

export interface BoardTemplate {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

export interface BoardList {
  readonly boards: readonly BoardSummary[];
  readonly templates: readonly BoardTemplate[];
}

/** A question that is asked anew whenever the board is shown. */
export interface Tile extends Place {
  readonly id: string;
  readonly title: string;
  readonly query: unknown;
  /** By default the one that fits. */
  readonly chart?: ChartType;
}

/** A period as queries have it; relative ones stay relative. */
export type AskedPeriod = Readonly<Record<string, unknown>> & { readonly type: string };

export interface Board {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  /** 0: only on demand. */
  readonly refreshSeconds: number;
  /** Takes the place of the period of each tile. */
  readonly period?: AskedPeriod;
  readonly tiles: readonly Tile[];
}

/** All throw Failure. */
export interface Boards {
  list(language: Language): Promise<BoardList>;
  create(title: string): Promise<Board>;
  fromTemplate(name: string, language: Language): Promise<Board>;
  read(id: string): Promise<Board>;
  /** Writes it over the version that it was read at; its new version. 409 where there is a newer one. */
  write(board: Board): Promise<number>;
  remove(id: string, leaving?: boolean): Promise<void>;
}

export function httpBoards(exchange: Exchange): Boards {
  const at = (id: string) => `api/v1/boards/${encodeURIComponent(id)}`;
  return {
    async list(language) {
      const o = object(await exchange("GET", `api/v1/boards?lang=${language}`));
      return {
        boards: list(o.boards).map(summary),
        templates: list(o.templates).map((json) => {
          const t = object(json);
          return { name: string(t.name), title: text(t.title, language), description: text(t.description, language) };
        }),
      };
    },
    async create(title) {
      return decodeBoard(await exchange("POST", "api/v1/boards", { title }));
    },
    async fromTemplate(template, lang) {
      return decodeBoard(await exchange("POST", "api/v1/boards", { template, lang }));
    },
    async read(id) {
      return decodeBoard(await exchange("GET", at(id)));
    },
    async write({ id, ...board }) {
      const written = object(await exchange("PUT", at(id), board));
      return typeof written.version === "number" ? written.version : board.version + 1;
    },
    async remove(id, leaving = false) {
      await exchange("DELETE", at(id), undefined, { keepalive: leaving });
    },
  };
}

function summary(json: unknown): BoardSummary {
  const o = object(json);
  return { id: string(o.id), title: string(o.title), updatedAt: string(o.updatedAt), tiles: Number(o.tiles ?? 0) };
}

export function decodeBoard(json: unknown): Board {
  const o = object(json);
  const period = object(o.period);
  return {
    id: string(o.id),
    title: string(o.title),
    version: Number(o.version ?? 0),
    refreshSeconds: Number(o.refreshSeconds ?? 0),
    ...(typeof period.type === "string" && { period: { ...period, type: period.type } }),
    tiles: list(o.tiles).map(tile),
  };
}

function tile(json: unknown): Tile {
  const o = object(json);
  const chart = CHART_TYPES.find((type) => type === o.chart);
  return {
    id: string(o.id),
    title: string(o.title),
    query: o.query,
    ...(chart !== undefined && { chart }),
    x: Number(o.x ?? 0),
    y: Number(o.y ?? 0),
    w: Number(o.w ?? 6),
    h: Number(o.h ?? 4),
  };
}
