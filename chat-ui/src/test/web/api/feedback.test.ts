import { afterEach, expect, it, vi } from "vitest";
import { httpFeedback } from "../../../main/web/api/feedback";

afterEach(() => vi.unstubAllGlobals());

const say = httpFeedback("/");

it("tells the server what was said", async () => {
  const requests: unknown[] = [];
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    requests.push([url, init.method, JSON.parse(init.body as string)]);
    return Promise.resolve(new Response(null, { status: 204 }));
  });
  expect(await say({ traceId: "t", verdict: "wrong", meant: "GMV" })).toBe(true);
  expect(requests).toEqual([["/api/v1/feedback", "POST", { traceId: "t", verdict: "wrong", meant: "GMV" }]]);
});

it("never fails", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("refused")));
  expect(await say({ traceId: "t", verdict: "right" })).toBe(false);
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("{}", { status: 404 })));
  expect(await say({ traceId: "t", chosen: 0 })).toBe(false);
});
