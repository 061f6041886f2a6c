import type { AskedPeriod, Board } from "../api/boards";
import { object, present } from "../api/json";

/** The periods that a whole board can be set to at a tap, by the key of their name. */
export const PRESETS = {
  last7: { type: "last", count: 7, unit: "day" },
  last30: { type: "last", count: 30, unit: "day" },
  thisMonth: { type: "to_date", unit: "month" },
  lastMonth: { type: "previous", unit: "month", back: 1 },
  thisQuarter: { type: "to_date", unit: "quarter" },
  lastQuarter: { type: "previous", unit: "quarter", back: 1 },
} as const satisfies Record<string, AskedPeriod>;

export type Preset = keyof typeof PRESETS;

/** Which preset a period is; undefined where it is none. */
export function presetOf(period: AskedPeriod | undefined): Preset | undefined {
  return (Object.keys(PRESETS) as Preset[]).find((key) => {
    const { whole, ...rest } = period ?? { type: "" };
    return whole !== true && canonical(rest) === canonical(PRESETS[key]);
  });
}

/** From one day to another, both included; undefined where they are no such days. */
export function between(from: string, to: string): AskedPeriod | undefined {
  return isDay(from) && isDay(to) && from <= to ? { type: "between", from, to } : undefined;
}

/** The query with the board's period in the place of its own. */
export function over(query: unknown, period: AskedPeriod | undefined): unknown {
  return period === undefined ? query : { ...object(query), period };
}

/** The board over another period; undefined: each tile over its own. */
export function overPeriod(board: Board, period: AskedPeriod | undefined): Board {
  return present<Board>({ ...board, period });
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

function canonical(period: object): string {
  return JSON.stringify(Object.entries(period).sort(([one], [other]) => one.localeCompare(other)));
}
