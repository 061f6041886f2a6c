import { CHART_TYPES, type ChartType } from "./answer";
import type { Exchange } from "./exchange";
import { object, string } from "./json";

/** What a permalink keeps: a query, not its rows. */
export interface SharedLink {
  readonly query: unknown;
  readonly chart?: ChartType;
  readonly title: string;
  readonly createdAt: string;
}

/** @throws Failure */
export type ReadLink = (id: string, signal: AbortSignal) => Promise<SharedLink>;

export function httpReadLink(exchange: Exchange): ReadLink {
  return async (id, signal) => {
    const o = object(await exchange("GET", `api/v1/links/${encodeURIComponent(id)}`, undefined, { signal }));
    const chart = CHART_TYPES.find((type) => type === o.chart);
    return {
      query: o.query,
      ...(chart !== undefined && { chart }),
      title: string(o.title),
      createdAt: string(o.createdAt),
    };
  };
}
