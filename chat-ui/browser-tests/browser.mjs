// A headless Chromium on the page under test. MINGSHU_URL names the server; CHROMIUM the browser, where it is not
// Debian's; MINGSHU_SCREENSHOTS the folder of the screenshots.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { chromium } from "playwright-core";

const here = import.meta.dirname;
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const url = process.env.MINGSHU_URL ?? "";
export const screenshots = process.env.MINGSHU_SCREENSHOTS ?? join(here, "../target/screenshots");

/** Of a root's container: no sandbox, and none of the browser's own traffic. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function launch() {
  assert.ok(url, "Set MINGSHU_URL to the address of a running server, such as http://127.0.0.1:7070/");
  assert.ok(
    existsSync(executablePath),
    `No Chromium at ${executablePath}. On Debian: apt-get install chromium fonts-wqy-microhei; elsewhere name it by CHROMIUM.`,
  );
  mkdirSync(screenshots, { recursive: true });
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A fresh visitor; what the browser complained about is in `complaints`. */
export async function visit(browser, { width = 1280, height = 900, lang = "zh", dark = false, state, tour = false } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: lang === "zh" ? "zh-CN" : "en-US",
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    ...(state !== undefined && { extraHTTPHeaders: { "x-fixture-state": state } }),
  });
  if (!tour) {
    await context.addInitScript(() => {
      if (window === top && location.protocol.startsWith("http")) {
        localStorage.setItem("mingshu.tour", "over");
      }
    });
  }
  const page = await context.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // A refused request is logged by the browser itself; the tests that provoke one look at the page.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      complaints.push(message.text());
    }
  });
  await page.goto(url);
  await page.waitForSelector(".welcome");
  return { page, complaints, close: () => context.close() };
}

/** Types a question as a person does and waits for what becomes of it. */
export async function ask(page, question) {
  const turns = await page.locator(".turn").count();
  await page.locator("textarea").pressSequentially(question);
  await page.keyboard.press("Enter");
  return settled(page, turns);
}

/** Types the beginning of a question and waits for what it could become. */
export async function offered(page, begun) {
  await page.locator("textarea").pressSequentially(begun);
  await page.locator(".suggestions li").first().waitFor();
  // The list of an earlier letter stays until that of the last one is there.
  await page.waitForFunction(
    (text) => performance.getEntriesByType("resource").some(({ name }) => new URL(name).searchParams.get("text") === text),
    begun,
  );
}

export async function placeOf(page, selector) {
  return page.locator(selector).boundingBox();
}

/** The card of the turn with this number, once it is there. */
export async function settled(page, turn) {
  const card = page.locator(".turn").nth(turn).locator("article");
  await card.waitFor({ timeout: 30_000 });
  const chart = card.locator(".chart");
  if ((await chart.count()) > 0) {
    await card.locator(".chart[data-state=drawn] svg path").first().waitFor({ state: "attached" });
  }
  return card;
}

/** Answers the next questions from a stored answer, for states that a small data set cannot be brought to. */
export async function answerWith(page, fixture) {
  const body = readFileSync(join(here, `../src/test/fixtures/${fixture}.json`), "utf8");
  await page.route("**/api/v1/ask", (route) => route.fulfill({ contentType: "application/json", body }));
}

/** Looks at a state: keeps a picture, and lets no serious finding of axe pass. */
export async function inspect(page, name) {
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  assert.deepEqual(serious, [], `axe on ${name}`);
}

export async function hasNoSidewaysScroll(page) {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(content <= window, `the page is ${content} px wide in a window of ${window}`);
}
