import { describe, expect, it } from "vitest";
import type { Answer } from "../../../main/web/api/answer";
import { type Asking, type Client, Failure } from "../../../main/web/api/client";
import { NO_CATALOG } from "../../../main/web/api/catalog";
import { createThread } from "../../../main/web/thread/thread";
import { answer } from "../fixtures";

/** A server that answers when the test says so. */
class SlowServer implements Client {
  readonly asked: Asking[] = [];
  private settle: { resolve: (answer: Answer) => void; reject: (reason: Error) => void }[] = [];

  ask(asking: Asking, signal: AbortSignal): Promise<Answer> {
    this.asked.push(asking);
    return new Promise((resolve, reject) => {
      this.settle.push({ resolve, reject });
      signal.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError")));
    });
  }

  query = () => Promise.reject(new Error("no query"));

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
});
