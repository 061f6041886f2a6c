import { describe, expect, it } from "vitest";
import type { Answer } from "../../../main/web/api/answer";
import type { Tile } from "../../../main/web/api/boards";
import { Failure } from "../../../main/web/api/http";
import type { Querying } from "../../../main/web/api/client";
import { TileRuns } from "../../../main/web/board/tileRuns";
import { createQueue } from "../../../main/web/ui/queue";
import { answer } from "../fixtures";

const TILE: Tile = { id: "i1", title: "GMV", query: { metrics: ["gmv"] }, x: 0, y: 0, w: 6, h: 4 };
const MONTH = { type: "to_date", unit: "month" };

function running() {
  const asked: Querying[] = [];
  const replies: ((answer: Answer | Failure) => void)[] = [];
  const runs = new TileRuns(
    (query) => {
      asked.push(query);
      return new Promise((resolve, reject) => {
        replies.push((reply) => (reply instanceof Failure ? reject(reply) : resolve(reply)));
      });
    },
    createQueue(1),
  );
  const settle = async (reply: Answer | Failure) => {
    replies.shift()?.(reply);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { runs, asked, settle };
}

describe("the answers of tiles", () => {
  const figures = answer("number-zh");

  it("are asked for once as long as nothing changes", async () => {
    const { runs, asked, settle } = running();
    runs.ensure(TILE, undefined, "zh");
    runs.ensure(TILE, undefined, "zh");
    await settle(figures);
    runs.ensure({ ...TILE, x: 6, title: "成交额" }, undefined, "zh");
    expect(asked).toEqual([{ query: TILE.query, language: "zh" }]);
    expect(runs.of("i1").value.answer).toBe(figures);
  });

  it("are asked for anew over another period, and the old ones go", async () => {
    const { runs, asked, settle } = running();
    runs.ensure(TILE, undefined, "zh");
    await settle(figures);
    runs.ensure(TILE, MONTH, "zh");
    await Promise.resolve();
    expect(runs.of("i1").value.answer).toBeUndefined();
    expect(asked[1]?.query).toEqual({ metrics: ["gmv"], period: MONTH });
  });

  it("stay while they are refreshed, also where that fails", async () => {
    const { runs, settle } = running();
    runs.ensure(TILE, undefined, "zh");
    await settle(figures);
    runs.refresh(TILE, undefined, "zh");
    await Promise.resolve();
    expect(runs.of("i1").value).toMatchObject({ answer: figures });
    expect(runs.of("i1").value.since).toBeDefined();
    await settle(new Failure(503, "BUSY", "busy", ""));
    expect(runs.of("i1").value).toMatchObject({ answer: figures, failure: { code: "BUSY" } });
    expect(runs.of("i1").value.since).toBeUndefined();
  });
});
