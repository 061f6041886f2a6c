import { afterEach, describe, expect, it, vi } from "vitest";
import { httpClient } from "../../../main/web/api/client";
import { events } from "../../../main/web/api/events";
import { Failure } from "../../../main/web/api/http";
import type { Step } from "../../../main/web/api/steps";

function bodyOf(...chunks: readonly string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      chunks.forEach((chunk) => controller.enqueue(new TextEncoder().encode(chunk)));
      controller.close();
    },
  });
}

async function all(...chunks: readonly string[]) {
  const found = [];
  for await (const event of events(bodyOf(...chunks))) {
    found.push(event);
  }
  return found;
}

describe("a stream of events", () => {
  it("is read whole however it is cut, without its comments", async () => {
    expect(await all(": beat\n\neve", "nt: step\ndata: {\"a\"", ":1}\r\n\r", "\n: beat\n\nevent: answer\ndata: x\ndata: y\n\n")).toEqual([
      { event: "step", data: '{"a":1}' },
      { event: "answer", data: "x\ny" },
    ]);
  });

  it("keeps characters whole that are cut in the middle", async () => {
    const bytes = new TextEncoder().encode("data: 明数\n\n");
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes.slice(0, 7));
        controller.enqueue(bytes.slice(7));
        controller.close();
      },
    });
    const found = [];
    for await (const { data } of events(body)) {
      found.push(data);
    }
    expect(found).toEqual(["明数"]);
  });
});

describe("an answer that streams", () => {
  afterEach(() => vi.unstubAllGlobals());

  function serving(type: string, ...chunks: readonly string[]) {
    const fetched = vi.fn<(url: string, request: RequestInit) => Promise<Response>>(() =>
      Promise.resolve(new Response(bodyOf(...chunks), { headers: { "Content-Type": type } })),
    );
    vi.stubGlobal("fetch", fetched);
    return fetched;
  }

  const ask = (steps: Step[] = []) =>
    httpClient("/").ask({ question: "上个月GMV", language: "zh" }, new AbortController().signal, (step) => steps.push(step));

  it("tells its steps and comes last", async () => {
    serving(
      "text/event-stream",
      'event: step\ndata: {"step":"understood","elapsed":3.2,"text":"6月 GMV"}\n\n',
      'event: step\ndata: {"step":"rows","elapsed":40,"rows":5}\n\n',
      'event: answer\ndata: {"status":"answered","language":"zh","text":"好"}\n\n',
    );
    const steps: Step[] = [];
    const answer = await ask(steps);
    expect(answer.text).toBe("好");
    expect(steps).toEqual([
      { step: "understood", elapsed: 3.2, text: "6月 GMV" },
      { step: "rows", elapsed: 40, rows: 5 },
    ]);
  });

  it("fails with the problem that comes instead, and where it breaks off", async () => {
    serving("text/event-stream", 'event: problem\ndata: {"status":504,"code":"QUERY_TIMEOUT","detail":"太久","traceId":"t"}\n\n');
    await expect(ask()).rejects.toMatchObject({ status: 504, code: "QUERY_TIMEOUT", message: "太久", traceId: "t" });
    serving("text/event-stream", 'event: step\ndata: {"step":"planned","elapsed":1}\n\n');
    await expect(ask()).rejects.toEqual(new Failure(0, "BROKEN_OFF", "", ""));
  });

  it("is taken at once from a server that does not stream", async () => {
    const fetched = serving("application/json", '{"status":"answered","language":"zh","text":"好"}');
    expect((await ask()).text).toBe("好");
    expect(fetched.mock.calls[0]?.[1].headers).toMatchObject({ Accept: expect.stringContaining("text/event-stream") as string });
  });

  it("may be to a query, in its conversation and with its words cut short", async () => {
    const fetched = serving("application/json", '{"status":"answered"}');
    await httpClient("/").query(
      { query: { kind: "metric" }, question: "长".repeat(300), language: "en", conversationId: "c-1", asOf: "2026-07-01T10:00:00+08:00" },
      new AbortController().signal,
    );
    const url = new URL(fetched.mock.calls[0]?.[0] ?? "", "http://localhost");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      lang: "en",
      asOf: "2026-07-01T10:00:00+08:00",
      conversationId: "c-1",
      question: "长".repeat(200),
    });
    expect(fetched.mock.calls[0]?.[1].body).toBe('{"kind":"metric"}');
  });
});
