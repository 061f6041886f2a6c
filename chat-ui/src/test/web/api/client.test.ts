import { afterEach, describe, expect, it, vi } from "vitest";
import { httpClient, languageHint } from "../../../main/web/api/client";
import { Failure } from "../../../main/web/api/http";
import { stored } from "../fixtures";

const client = httpClient("/");
const asking = { question: "GMV", language: "zh" } as const;

afterEach(() => vi.unstubAllGlobals());

function serverSays(status: number, body: unknown) {
  const requests: { url: string; body: unknown }[] = [];
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    requests.push({ url, body: JSON.parse((init.body as string | undefined) ?? "null") });
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  return requests;
}

describe("asking the server", () => {
  it("sends the question and goes on with the conversation", async () => {
    const requests = serverSays(200, stored("ranking-zh"));
    const answer = await client.ask({ ...asking, conversationId: "c-1" }, new AbortController().signal);
    expect(answer.text).toContain("广东");
    expect(requests).toEqual([
      { url: "/api/v1/ask", body: { question: "GMV", lang: "zh", conversationId: "c-1" } },
    ]);
  });

  it("fails with the problem's code, detail and trace", async () => {
    serverSays(429, { title: "Too busy", detail: "Try again in a moment.", code: "TOO_BUSY", traceId: "t1" });
    await expect(client.ask(asking, new AbortController().signal)).rejects.toMatchObject({
      status: 429,
      code: "TOO_BUSY",
      message: "Try again in a moment.",
      traceId: "t1",
    });
  });

  it("says that the server cannot be reached", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("refused")));
    await expect(client.ask(asking, new AbortController().signal)).rejects.toMatchObject({ status: 0 });
    await expect(client.catalog()).rejects.toBeInstanceOf(Failure);
  });

  it("reads the catalog's clock where it is fixed", async () => {
    serverSays(200, stored("catalog"));
    expect(await client.catalog()).toMatchObject({
      currency: "CNY",
      label: { en: "Demo shop" },
      fixedClock: { dataUntil: "2026-06-30" },
    });
  });
});

describe("completing", () => {
  it("sends the text, the caret and the page's language", async () => {
    const requests = serverSays(200, {
      completions: [{ label: "浙江", kind: "value", description: "省份", from: 3, to: 4, insert: "浙江" }],
    });
    const found = await client.complete({ text: "上个月浙", caret: 4, language: "zh" }, new AbortController().signal);
    expect(found).toEqual([{ label: "浙江", kind: "value", description: "省份", from: 3, to: 4, insert: "浙江" }]);
    const { pathname, searchParams } = new URL(requests[0]?.url ?? "", "http://localhost");
    expect(pathname).toBe("/api/v1/completions");
    expect(Object.fromEntries(searchParams)).toEqual({ text: "上个月浙", caret: "4", lang: "zh" });
  });
});

describe("the language to answer in", () => {
  it.each([
    ["GMV", "zh"],
    ["618 UV?", "zh"],
    ["上个月GMV", undefined],
    ["GMV by day", undefined],
  ])("of %s in a Chinese page is told as %s", (question, hint) => {
    expect(languageHint(question, "zh")).toBe(hint);
  });
});
