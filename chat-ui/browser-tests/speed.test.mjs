// How quick the page is: its question box takes letters within a second, and is quick to type into under two hundred
// answers. What was measured is printed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { launch, url } from "./browser.mjs";
import { questions } from "./questions.mjs";
import { goTo, visitor } from "./visiting.mjs";

const TURNS = 200;
const FRAME_MILLIS = 50;
const USABLE_MILLIS = 1_000;
const KINDS = ["ranking-zh", "trend-zh", "donut-zh", "number-zh", "funnel-zh", "cohorts-zh", "heatmap-zh", "huge-zh"];

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());
const visiting = visitor(() => browser);

const stored = (name) => JSON.parse(readFileSync(join(import.meta.dirname, `../src/test/fixtures/${name}.json`), "utf8"));

describe("the page", () => {
  visiting("is usable within a second", {}, async (page) => {
    const took = [];
    for (let i = 0; i < 3; i++) {
      await page.goto("about:blank");
      const begun = Date.now();
      await page.goto(url, { waitUntil: "commit" });
      await page.locator("textarea:focus").waitFor();
      await page.keyboard.press("G");
      await page.waitForFunction(() => document.querySelector("textarea").value === "G");
      took.push(Date.now() - begun);
    }
    console.log(`A letter stands in the question box ${took.join(", ")} ms after the page was called.`);
    assert.ok(Math.min(...took) <= USABLE_MILLIS, `usable after ${took.join(", ")} ms`);
  });

  visiting("takes what is typed without dropping a frame under 200 answers", {}, async (page) => {
    const answers = KINDS.map(stored);
    const turns = Array.from({ length: TURNS }, (_, i) => ({
      number: i + 1,
      question: `${answers[i % KINDS.length].question} ${i + 1}`,
      askedAt: "2026-06-30T10:00:00Z",
      asOf: "2026-06-30T10:00:00Z",
      lang: "zh",
      status: "answered",
      text: answers[i % KINDS.length].text,
      query: { fixture: KINDS[i % KINDS.length] },
      reading: "…",
    }));
    await page.route("**/api/v1/threads/long", (route) => route.fulfill({ json: { id: "long", title: "200", updatedAt: "", turns } }));
    await page.route("**/api/v1/query*", (route) => {
      const { fixture } = route.request().postDataJSON();
      return route.fulfill({ json: answers[KINDS.indexOf(fixture)] });
    });
    await goTo(page, "#/t/long");
    await page.locator(".turn").nth(TURNS - 1).waitFor();
    // All of them are looked at, so that all have their figures and charts.
    await page.evaluate(async () => {
      const pause = () => new Promise((resolve) => setTimeout(resolve, 60));
      const kept = () => document.querySelectorAll(".card.kept").length;
      for (let round = 0; round < 6 && kept() > 0; round++) {
        for (const turn of document.querySelectorAll(".turn:has(.card.kept)")) {
          turn.scrollIntoView({ behavior: "instant" });
          await pause();
        }
      }
    });
    assert.equal(await page.locator(".card.kept").count(), 0, "all have their figures");
    await page.locator(".turn").last().scrollIntoViewIfNeeded();
    await page.waitForTimeout(1_000);
    // What else the machine does only ever adds to it: the best of three is the page's own.
    const rounds = [];
    for (let round = 0; round < 3 && !rounds.some(quick); round++) {
      rounds.push(await typing(page));
    }
    for (const { frames, longest, late, tasks } of rounds) {
      console.log(`Typed under ${TURNS} answers: ${frames} frames, the longest ${longest} ms, ${late.length} over ${FRAME_MILLIS} ms, ${tasks.length} long tasks.`);
    }
    assert.ok(rounds.some(quick), JSON.stringify(rounds));
  });
});

/** Types a question, and measures the frames and long tasks (over 50 ms) meanwhile. */
async function typing(page) {
  await page.locator("textarea").fill("");
  await page.evaluate(() => {
    window.slow = [];
    window.frames = [];
    window.watching ??= new PerformanceObserver((list) => window.slow.push(...list.getEntries().map(({ duration }) => Math.round(duration))));
    window.watching.observe({ type: "longtask" });
    let last = performance.now();
    const frame = (now) => {
      window.frames.push(now - last);
      last = now;
      window.measuring = requestAnimationFrame(frame);
    };
    window.measuring = requestAnimationFrame(frame);
  });
  await page.locator("textarea").pressSequentially(questions.zh.begun.repeat(4), { delay: 40 });
  return page.evaluate((most) => {
    cancelAnimationFrame(window.measuring);
    const frames = window.frames.slice(1).map(Math.round);
    return { frames: frames.length, longest: Math.max(...frames), tasks: window.slow, late: frames.filter((millis) => millis > most) };
  }, FRAME_MILLIS);
}

function quick({ tasks, late }) {
  return tasks.length === 0 && late.length === 0;
}
