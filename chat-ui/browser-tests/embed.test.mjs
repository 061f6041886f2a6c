// The page within somebody else's: as an element and as a frame.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { ask, inspect, launch, url, visit } from "./browser.mjs";
import { questions } from "./questions.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const HOST = `<!doctype html><html lang="en"><title>Host</title><meta name="viewport" content="width=device-width">
<style>p { color: rgb(200, 0, 0) } mingshu-chat { height: 700px; --mingshu-brand: #4a2a8a }</style>
<script type="module" src="/mingshu-chat.js"></script>
<main><h1>Host</h1><mingshu-chat lang="en" theme="light"></mingshu-chat></main></html>`;

/** A host page at the server's own origin, behind a policy of its own. */
async function hosted(who, body, html = HOST) {
  const { page, complaints, close } = await visit(browser, who);
  try {
    await page.route("**/host", (route) =>
      route.fulfill({
        contentType: "text/html;charset=utf-8",
        headers: { "Content-Security-Policy": "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; frame-src *" },
        body: html,
      }),
    );
    await page.goto(new URL("host", url).href);
    await body(page);
    assert.deepEqual(complaints, []);
  } finally {
    await close();
  }
}

describe("an element", () => {
  for (const [size, who] of Object.entries({ desktop: {}, phone: { width: 360, height: 760 } })) {
    test(`answers in a page of somebody else's (${size})`, () =>
      hosted({ lang: "zh", ...who }, async (page) => {
        await page.locator("mingshu-chat .welcome").waitFor();
        assert.equal(await page.locator("mingshu-chat .page-header").count(), 0);
        await inspect(page, `embed-welcome-${size}`);
        const before = page.url();
        const card = await ask(page, questions.en.ranking);
        assert.equal(await card.getAttribute("data-status"), "answered");
        assert.equal(page.url(), before, "the host's address is its own");
        const colour = (selector) => page.locator(selector).first().evaluate((one) => getComputedStyle(one).color);
        assert.notEqual(await colour("mingshu-chat .sentence"), "rgb(200, 0, 0)", "the host's styles stay outside");
        assert.equal(await page.locator("mingshu-chat .question").evaluate((one) => getComputedStyle(one).backgroundColor), "rgb(74, 42, 138)");
        await inspect(page, `embed-answer-${size}`);
        const [content, room] = await page.locator("mingshu-chat .page").evaluate((one) => [one.scrollWidth, one.clientWidth]);
        assert.ok(content <= room, `${content} px in ${room}`);
      }));
  }

  test("follows its attributes", () =>
    hosted({ lang: "zh" }, async (page) => {
      await page.locator("mingshu-chat .welcome").waitFor();
      const title = await page.locator("mingshu-chat h2").innerText();
      await page.locator("mingshu-chat").evaluate((one) => {
        one.setAttribute("lang", "zh");
        one.setAttribute("theme", "dark");
      });
      await page.waitForFunction((old) => document.querySelector("mingshu-chat").shadowRoot.querySelector("h2").textContent !== old, title);
      assert.equal(await page.locator("mingshu-chat").getAttribute("data-theme"), "dark");
      await inspect(page, "embed-dark");
    }));

  test("of another server stands in a frame", () =>
    hosted(
      {},
      async (page) => {
        const src = await page.locator("mingshu-chat iframe").getAttribute("src");
        // There is no such server: what the browser shows in its place is none of ours.
        assert.equal(src, "http://elsewhere.invalid/?embed=1&lang=en&theme=light");
      },
      HOST.replace("<mingshu-chat ", '<mingshu-chat server="http://elsewhere.invalid" '),
    ));
});

describe("a frame", () => {
  test("holds the conversation alone, in the language and colours it is told", async () => {
    const { page, close } = await visit(browser, { lang: "zh" });
    try {
      await page.goto(`${url}?embed=1&lang=en&theme=dark`);
      await page.locator(".welcome").waitFor();
      assert.equal(await page.locator(".page-header, .sidebar").count(), 0);
      assert.equal(await page.locator("html").getAttribute("lang"), "en");
      assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
      await ask(page, questions.en.number);
      await inspect(page, "embed-frame");
      await page.evaluate(() => postMessage({ type: "mingshu:theme", variables: { brand: "#ff8800" } }, "*"));
      await page.waitForFunction(() => document.documentElement.style.getPropertyValue("--brand") === "#ff8800");
      await page.goto(url);
      await page.locator(".page-header").waitFor();
      assert.equal(await page.locator("html").getAttribute("lang"), "zh-CN", "nothing of it is remembered");
    } finally {
      await close();
    }
  });
});
