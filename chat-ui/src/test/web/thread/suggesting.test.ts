import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Completion } from "../../../main/web/api/completion";
import { Suggesting } from "../../../main/web/thread/suggesting";

function completion(insert: string): Completion {
  return { label: insert, kind: "value", description: "", from: 0, to: 1, insert };
}

/** A server whose answers come when told. */
class SlowServer {
  readonly asked: { text: string; signal: AbortSignal; answer: (found: readonly Completion[]) => void; fail: () => void }[] = [];

  readonly complete = (text: string, _: number, signal: AbortSignal) =>
    new Promise<readonly Completion[]>((resolve, reject) => {
      this.asked.push({ text, signal, answer: resolve, fail: () => reject(new Error("away")) });
    });
}

let server: SlowServer;
let suggesting: Suggesting;

beforeEach(() => {
  vi.useFakeTimers();
  server = new SlowServer();
  suggesting = new Suggesting(() => server.complete);
});

afterEach(() => vi.useRealTimers());

async function typed(text: string) {
  suggesting.typed(text, text.length);
  await vi.advanceTimersByTimeAsync(100);
}

async function answered(request: number, ...inserts: string[]) {
  server.asked[request]?.answer(inserts.map(completion));
  await vi.advanceTimersByTimeAsync(0);
}

const offered = () => suggesting.offered.value.map(({ insert }) => insert);

describe("suggesting", () => {
  it("forgets an answer that a later key has overtaken", async () => {
    await typed("上");
    await typed("浙");
    expect(server.asked[0]?.signal.aborted).toBe(true);
    await answered(1, "浙江");
    await answered(0, "上个月");
    expect(offered()).toEqual(["浙江"]);
  });

  it("keeps showing what it had until the next answer, but puts none of it in", async () => {
    await typed("浙");
    await answered(0, "浙江");
    await typed("广");
    expect(offered()).toEqual(["浙江"]);
    suggesting.move(1);
    expect(suggesting.marked.value).toBe(-1);
    expect(suggesting.chosen("广", 0)).toBeUndefined();
    await answered(1, "广东", "广西");
    suggesting.move(1);
    expect(suggesting.chosen("广")?.insert).toBe("广东");
    expect(suggesting.chosen("广州")).toBeUndefined();
  });

  it("offers nothing once it is closed, whatever is still under way", async () => {
    await typed("浙");
    suggesting.close();
    await answered(0, "浙江");
    expect(offered()).toEqual([]);
    suggesting.typed("浙", 1);
    suggesting.close();
    await vi.advanceTimersByTimeAsync(100);
    expect(server.asked).toHaveLength(1);
  });

  it("offers nothing where the server is away", async () => {
    await typed("浙");
    server.asked[0]?.fail();
    await vi.advanceTimersByTimeAsync(0);
    expect(offered()).toEqual([]);
  });
});
