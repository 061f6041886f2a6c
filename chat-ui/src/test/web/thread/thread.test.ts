import { describe, expect, it } from "vitest";
import type { Answer } from "../../../main/web/api/answer";
import type { Asking, Client, Querying } from "../../../main/web/api/client";
import { Failure } from "../../../main/web/api/http";
import type { OnStep } from "../../../main/web/api/steps";
import { NO_CATALOG } from "../../../main/web/api/catalog";
import { createThread } from "../../../main/web/thread/thread";
import { answer } from "../fixtures";

/** A server that answers when the test says so. */
class SlowServer implements Client {
  readonly asked: Asking[] = [];
  readonly queried: Querying[] = [];
  tells: OnStep = () => undefined;
  private settle: { resolve: (answer: Answer) => void; reject: (reason: Error) => void }[] = [];

  ask(asking: Asking, signal: AbortSignal, onStep: OnStep): Promise<Answer> {
    this.asked.push(asking);
    return this.later(signal, onStep);
  }

  query(querying: Querying, signal: AbortSignal, onStep: OnStep): Promise<Answer> {
    this.queried.push(querying);
    return this.later(signal, onStep);
  }

  private later(signal: AbortSignal, onStep: OnStep): Promise<Answer> {
    this.tells = onStep;
    return new Promise((resolve, reject) => {
      this.settle.push({ resolve, reject });
      signal.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError")));
    });
  }

  complete = () => Promise.resolve([]);

  catalog = () => Promise.resolve(NO_CATALOG);

  answers(name: string) {
    this.settle.at(-1)?.resolve(answer(name));
  }

  fails() {
    this.settle.at(-1)?.reject(new Failure(503, "TOO_BUSY", "busy", "t"));
  }
}

function conversation() {
  const server = new SlowServer();
  const thread = createThread(server, () => 0);
  const kinds = () => thread.turns.value.map((turn) => turn.outcome.kind);
  return { server, thread, kinds };
}

describe("a conversation", () => {
  it("waits, then shows the answer", async () => {
    const { server, thread, kinds } = conversation();
    const asking = thread.ask("上个月各省GMV前五", "zh");
    expect(kinds()).toEqual(["asking"]);
    expect(thread.busy.value).toBe(true);
    server.answers("ranking-zh");
    await asking;
    expect(kinds()).toEqual(["answered"]);
    expect(thread.busy.value).toBe(false);
  });

  it("goes on with the conversation that the server named", async () => {
    const { server, thread } = conversation();
    const first = thread.ask("上个月各省GMV前五", "zh");
    server.answers("ranking-zh");
    await first;
    void thread.ask("那上上个月呢", "zh");
    expect(server.asked.map((asking) => asking.conversationId)).toEqual([undefined, "c-1"]);
  });

  it("can be stopped", async () => {
    const { thread, kinds } = conversation();
    const asking = thread.ask("GMV", "zh");
    thread.stop();
    await asking;
    expect(kinds()).toEqual(["stopped"]);
    expect(thread.busy.value).toBe(false);
  });

  it("stops a question when the next one comes", async () => {
    const { server, thread, kinds } = conversation();
    const first = thread.ask("GMV", "zh");
    const second = thread.ask("UV", "zh");
    await first;
    expect(kinds()).toEqual(["stopped", "asking"]);
    expect(thread.busy.value).toBe(true);
    server.answers("number-en");
    await second;
    expect(kinds()).toEqual(["stopped", "answered"]);
  });

  it("keeps the failure where there is no answer", async () => {
    const { server, thread } = conversation();
    const asking = thread.ask("GMV", "zh");
    server.fails();
    await asking;
    expect(thread.turns.value[0]?.outcome).toMatchObject({ kind: "failed", failure: { code: "TOO_BUSY" } });
  });

  it("keeps the steps of what is under way", () => {
    const { server, thread } = conversation();
    void thread.ask("上个月GMV", "zh");
    server.tells({ step: "understood", elapsed: 3, text: "6月 GMV" });
    expect(thread.turns.value[0]?.outcome).toMatchObject({ kind: "asking", steps: [{ text: "6月 GMV" }] });
    thread.stop();
    server.tells({ step: "planned", elapsed: 4 });
    expect(thread.turns.value[0]?.outcome).not.toMatchObject({ steps: [{}, {}] });
  });

  it("runs a query on top of the conversation, under its words", async () => {
    const { server, thread } = conversation();
    const first = thread.ask("上个月各省GMV前五", "zh");
    server.answers("ranking-zh");
    await first;
    const second = thread.run({ kind: "metric" }, "GMV → 订单数", "zh");
    expect(server.queried).toEqual([{ query: { kind: "metric" }, question: "GMV → 订单数", language: "zh", conversationId: "c-1" }]);
    server.answers("ranking-zh");
    await second;
    expect(thread.turns.value.map(({ question }) => question)).toEqual(["上个月各省GMV前五", "GMV → 订单数"]);
  });

  it("asks the latest question in other words at its place, an earlier one at the end", async () => {
    const { server, thread } = conversation();
    for (const question of ["一", "二"]) {
      const asking = thread.ask(question, "zh");
      server.answers("ranking-zh");
      await asking;
    }
    const latest = thread.edit(2, "二改", "zh");
    server.answers("ranking-zh");
    await latest;
    expect(thread.turns.value.map(({ question }) => question)).toEqual(["一", "二改"]);
    void thread.edit(1, "一改", "zh");
    expect(thread.turns.value.map(({ question }) => question)).toEqual(["一", "二改", "一改"]);
  });

  it("asks again at its place what failed, and lets a stopped one say nothing there", async () => {
    const { server, thread, kinds } = conversation();
    const asking = thread.run({ kind: "metric" }, "查询", "zh");
    server.fails();
    await asking;
    expect(kinds()).toEqual(["failed"]);
    const again = thread.again(1, "zh");
    const edited = thread.edit(1, "改", "zh");
    await again;
    expect(kinds()).toEqual(["asking"]);
    expect(server.queried).toHaveLength(2);
    server.answers("ranking-zh");
    await edited;
    expect(kinds()).toEqual(["answered"]);
  });
});
