// History, addresses, the tour and what happens without a network.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe } from "node:test";
import { ask, hasNoSidewaysScroll, inspect, launch, settled } from "./browser.mjs";
import { questions } from "./questions.mjs";
import { goTo, SIZES, visitor } from "./visiting.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());
const visiting = visitor(() => browser);

const rows = (page) => page.locator(".thread-row");

for (const lang of ["zh", "en"]) {
  const asked = questions[lang];
  describe(`in ${lang}`, () => {
    visiting("a conversation has an address, and opens again with its figures", { lang }, async (page) => {
      await ask(page, asked.ranking);
      await page.waitForURL(/#\/t\//);
      await ask(page, asked.number);
      await rows(page).first().waitFor();
      await page.reload();
      await page.locator(".turn").nth(1).locator("article[data-status=answered]").waitFor();
      assert.equal(await page.locator(".turn").count(), 2);
      await page.locator(".turn").first().scrollIntoViewIfNeeded();
      await page.locator(".turn").first().locator("article[data-status=answered]").waitFor();
      await inspect(page, `frame-${lang}-reopened`);
      const before = page.url();
      await ask(page, asked.trend);
      assert.equal(page.url(), before, "it goes on in the same conversation");
      assert.equal(await page.locator(".turn").count(), 3);
    });

    visiting("a conversation is renamed, deleted and had back", { lang }, async (page) => {
      await ask(page, asked.ranking);
      await rows(page).first().waitFor();
      await rows(page).first().locator("button").click();
      await inspect(page, `frame-${lang}-thread-menu`);
      await page.locator("[data-item=rename]").click();
      await page.keyboard.type("GMV 2026");
      await page.keyboard.press("Enter");
      await page.locator(".thread-row a", { hasText: "GMV 2026" }).waitFor();
      await rows(page).first().locator("button").click();
      await page.locator("[data-item=delete]").click();
      await page.locator(".toast").waitFor();
      assert.equal(await rows(page).count(), 0);
      assert.equal(await page.locator(".welcome").count(), 1, "what was open is closed");
      await inspect(page, `frame-${lang}-deleted`);
      await page.locator(".toast button").click();
      await rows(page).first().waitFor();
      await page.locator(".turn article[data-status=answered]").waitFor();
    });

    visiting("the three lines of the README lead to a pinned chart", { lang, tour: true }, async (page) => {
      const readme = readFileSync(new URL(`../../README${lang === "zh" ? ".zh-CN" : ""}.md`, import.meta.url), "utf8");
      const [askThis, pin, newBoard, create, open] = [...readme.matchAll(/\*\*(.+?)\*\*/g)].map(([, words]) => words);
      await page.getByRole("button", { name: askThis, exact: true }).click();
      await settled(page, 0);
      await page.getByRole("button", { name: pin, exact: true }).click();
      await page.getByRole("menuitem", { name: newBoard, exact: true }).click();
      await page.keyboard.type("Every morning");
      await page.getByRole("button", { name: create, exact: true }).click();
      await page.getByRole("link", { name: open, exact: true }).click();
      await page.locator(".tile .chart[data-state=drawn] svg path").first().waitFor({ state: "attached" });
      assert.equal(await page.locator(".board-title h2").innerText(), "Every morning");
    });

    visiting("whoever asks by himself is not shown round", { lang, tour: true }, async (page) => {
      await page.locator(".tour").waitFor();
      await page.locator("textarea").fill("GMV");
      await page.keyboard.press("Enter");
      await settled(page, 0);
      assert.equal(await page.locator(".tour").count(), 0);
    });

    visiting("three questions show a newcomer round", { lang, tour: true }, async (page) => {
      await page.locator(".tour").waitFor();
      await inspect(page, `frame-${lang}-tour-1`);
      for (let turn = 0; turn < 3; turn++) {
        await page.locator("[data-action=tour-ask]").click();
        await settled(page, turn);
        await page.locator(".tour").waitFor();
        await inspect(page, `frame-${lang}-tour-${turn + 2}`);
      }
      await page.locator("[data-action=tour-finish]").click();
      assert.equal(await page.locator(".tour").count(), 0);
      await page.reload();
      await page.locator("textarea").waitFor();
      assert.equal(await page.locator(".tour").count(), 0, "it does not come back");
    });
  });
}

describe("history", () => {
  visiting("on a phone is a drawer that the keyboard can use and leave", { width: 360, height: 740 }, async (page) => {
    await ask(page, questions.zh.ranking);
    await page.locator("[data-action=sidebar]").click();
    await page.locator(".drawer .thread-row").first().waitFor();
    await inspect(page, "frame-zh-drawer");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".drawer").count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-action")), "sidebar");
    await page.locator("[data-action=sidebar]").click();
    await page.locator("[data-action=new-thread]").click();
    await page.locator(".welcome").waitFor();
    await hasNoSidewaysScroll(page);
  });

  visiting("can be put away, and stays so", {}, async (page) => {
    await page.locator("#sidebar").waitFor();
    await page.locator("[data-action=sidebar]").click();
    assert.equal(await page.locator("#sidebar").count(), 0);
    await page.reload();
    await page.locator(".welcome").waitFor();
    assert.equal(await page.locator("#sidebar").count(), 0);
  });

  visiting("that does not come says so, and asking goes on", { state: "x" }, async (page) => {
    await page.route("**/api/v1/threads?*", (route) => route.fulfill({ status: 500, body: "{}" }));
    await page.reload();
    await page.locator(".history-note button").waitFor();
    await inspect(page, "frame-zh-history-failed");
    await page.unroute("**/api/v1/threads?*");
    await page.locator(".history-note button").click();
    await page.locator(".history-note button").waitFor({ state: "detached" });
  });

  visiting("of a server that keeps none is not there", {}, async (page) => {
    await page.route("**/api/v1/threads?*", (route) => route.fulfill({ status: 404, body: "{}" }));
    await page.reload();
    await page.locator(".welcome").waitFor();
    await page.locator(".history").waitFor({ state: "detached" });
  });
});

describe("an address", () => {
  for (const [size, who] of Object.entries(SIZES)) {
    visiting(`of nothing says so (${size})`, who, async (page) => {
      await goTo(page, "#/t/nothing");
      await page.locator(".notice-page").waitFor();
      await inspect(page, `frame-zh-no-thread-${size}`);
      await goTo(page, "#/a/nothing");
      await page.locator(".link-page .notice-page").waitFor();
      await inspect(page, `frame-zh-no-link-${size}`);
      await hasNoSidewaysScroll(page);
    });
  }

  visiting("that was shared asks its question anew", {}, async (page) => {
    await ask(page, questions.zh.ranking);
    await page.waitForURL(/#\/t\//);
    const query = await page.evaluate(
      async () => (await (await fetch(`api/v1/threads/${location.hash.slice(4)}`)).json()).turns[0].query,
    );
    const id = await page.evaluate(
      async (body) =>
        (await (await fetch("api/v1/links", { method: "POST", headers: { "Content-Type": "application/json" }, body })).json()).id,
      JSON.stringify({ query, chart: "table", title: questions.zh.ranking }),
    );
    await goTo(page, `#/a/${id}`);
    await page.locator(".link-page article[data-status=answered]").waitFor();
    assert.equal(await page.locator(".link-head h2").innerText(), questions.zh.ranking);
    await inspect(page, "frame-zh-link");
    await page.locator("[data-action=continue]").click();
    await page.locator(".turn article[data-status=answered]").waitFor();
  });
});

describe("without a network", () => {
  for (const [size, who] of Object.entries(SIZES)) {
    visiting(`a notice stands until it is back (${size})`, who, async (page) => {
      await ask(page, questions.zh.number);
      await page.context().setOffline(true);
      await page.locator(".network p").waitFor();
      assert.equal(await page.locator(".turn article").count(), 1, "answers stay");
      await inspect(page, `frame-zh-offline-${size}`);
      await hasNoSidewaysScroll(page);
      await page.context().setOffline(false);
      await page.locator(".network p").waitFor({ state: "detached" });
    });
  }
});
