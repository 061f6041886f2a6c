import { describe, expect, it } from "vitest";
import type { ThreadSummary } from "../../../main/web/api/threads";
import { grouped } from "../../../main/web/history/groups";

const NOW = new Date(2026, 5, 30, 10, 0);
const thread = (id: string, ...at: [number, number, number, number]): ThreadSummary => ({
  id,
  title: id,
  updatedAt: new Date(...at).toISOString(),
  turns: 1,
});

describe("conversations", () => {
  it("are grouped by calendar days, the latest first", () => {
    const threads = [
      thread("lastNight", 2026, 5, 29, 23),
      thread("early", 2026, 5, 30, 0),
      thread("weekAgo", 2026, 5, 24, 0),
      thread("before", 2026, 5, 23, 23),
      thread("now", 2026, 5, 30, 9),
    ];
    expect(grouped(threads, NOW).map(({ age, threads: of }) => [age, of.map(({ id }) => id)])).toEqual([
      ["today", ["now", "early"]],
      ["week", ["lastNight", "weekAgo"]],
      ["earlier", ["before"]],
    ]);
  });

  it("without any have no groups", () => {
    expect(grouped([], NOW)).toEqual([]);
  });
});
