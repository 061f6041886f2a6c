import { describe, expect, it } from "vitest";
import type { Threads } from "../../../main/web/api/threads";
import { Failure } from "../../../main/web/api/http";
import { Opening } from "../../../main/web/page/opening";
import { memoryRouter } from "../../../main/web/route/router";
import { createThread } from "../../../main/web/thread/thread";
import { answer } from "../fixtures";

const KEPT = { number: 1, question: "GMV", askedAt: "", asOf: "", language: "zh", status: "answered", text: "一百" } as const;

function opened() {
  const threads: Threads = {
    list: () => Promise.resolve([]),
    read: (id) => (id === "gone" ? Promise.reject(new Failure(404, "NOT_FOUND", "", "")) : Promise.resolve({ id, title: "GMV", turns: [KEPT] })),
    rename: () => Promise.resolve(),
    remove: () => Promise.resolve(),
  };
  const router = memoryRouter();
  const client = { ask: () => Promise.resolve({ ...answer("number-zh"), conversationId: "new" }) };
  const thread = createThread(client as never, () => 0);
  const opening = new Opening(router, thread, threads);
  opening.start();
  return { router, thread, opening };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe("the address and the conversation", () => {
  it("of an earlier conversation opens it, its figures yet to be fetched", async () => {
    const { router, thread } = opened();
    router.go({ page: "thread", id: "t1" });
    await settled();
    expect(thread.conversationId.value).toBe("t1");
    expect(thread.turns.value).toMatchObject([{ question: "GMV", outcome: { kind: "kept" } }]);
  });

  it("names a new conversation once it is known", async () => {
    const { router, thread } = opened();
    await thread.ask("GMV", "zh");
    expect(router.route.value).toEqual({ page: "thread", id: "new" });
    expect(thread.turns.value).toHaveLength(1);
  });

  it("of home begins anew", async () => {
    const { router, thread } = opened();
    await thread.ask("GMV", "zh");
    router.go({ page: "home" });
    expect(thread.turns.value).toEqual([]);
    expect(thread.conversationId.value).toBeUndefined();
  });

  it("stays on a board while an answer comes, and finds it on the way back", async () => {
    const { router, thread } = opened();
    const asked = thread.ask("GMV", "zh");
    router.go({ page: "boards" });
    await asked;
    expect(router.route.value).toEqual({ page: "boards" });
    router.go({ page: "thread", id: "new" });
    expect(thread.turns.value).toMatchObject([{ outcome: { kind: "answered" } }]);
  });

  it("of none says so", async () => {
    const { router, opening } = opened();
    router.go({ page: "thread", id: "gone" });
    await settled();
    expect(opening.state.value).toMatchObject({ kind: "failed", failure: { status: 404 } });
  });
});
