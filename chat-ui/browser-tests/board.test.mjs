// Boards: the list, one with its tiles, by pointer and by keys, on a screen, a phone and paper.
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { hasNoSidewaysScroll, inspect, launch } from "./browser.mjs";
import { goTo, SIZES, visitor } from "./visiting.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());
const visiting = visitor(() => browser);

/** A board from the first template, its figures there. */
async function daily(page) {
  await goTo(page, "#/b");
  await page.locator("[data-template]").first().click();
  await page.locator(".tile").first().waitFor();
  await drawn(page);
}

async function drawn(page) {
  await page.waitForFunction(() => {
    const bodies = [...document.querySelectorAll(".tile-body")];
    const charts = [...document.querySelectorAll(".tile .chart")];
    return (
      bodies.length > 0 &&
      bodies.every((body) => body.dataset.state !== "fetching") &&
      charts.every((chart) => chart.dataset.state === "drawn" && chart.querySelector("svg path"))
    );
  });
}

const places = (page) =>
  page.$$eval(".tile", (tiles) => Object.fromEntries(tiles.map((tile) => [tile.dataset.tile, ["--x", "--y", "--w", "--h"].map((name) => Number(tile.style.getPropertyValue(name)))])));
const saved = (page) => page.waitForResponse((response) => response.request().method() === "PUT" && response.ok());

for (const lang of ["zh", "en"]) {
  for (const [size, who] of Object.entries(SIZES)) {
    visiting(`boards in ${lang} (${size})`, { lang, ...who }, async (page) => {
      await goTo(page, "#/b");
      await page.locator("[data-template]").first().waitFor();
      await inspect(page, `board-${lang}-none-${size}`);
      await hasNoSidewaysScroll(page);
      await daily(page);
      await page.evaluate(() => scrollTo(0, 0));
      await inspect(page, `board-${lang}-${size}`);
      await hasNoSidewaysScroll(page);
      await goTo(page, "#/b");
      await page.locator(".board-card .actions").first().waitFor();
      await inspect(page, `board-${lang}-list-${size}`);
    });
  }
}

describe("a board", () => {
  visiting("is laid out by pointer", {}, async (page) => {
    await daily(page);
    const first = page.locator(".tile").first();
    const before = (await places(page))[await first.getAttribute("data-tile")];
    const id = await first.getAttribute("data-tile");
    const grip = await first.locator(".tile-grip").boundingBox();
    await page.mouse.move(grip.x + 8, grip.y + 8);
    await page.mouse.down();
    await page.mouse.move(grip.x + 400, grip.y + 60, { steps: 8 });
    assert.equal(await page.locator(`.tile[data-tile=${id}]`).getAttribute("data-dragged"), "true");
    const put = saved(page);
    await page.mouse.up();
    await put;
    const after = (await places(page))[id];
    assert.notDeepEqual(after, before);
    assert.equal(await overlaps(page), 0);

    const corner = await page.locator(`.tile[data-tile=${id}] .tile-corner`).boundingBox();
    await page.mouse.move(corner.x + 10, corner.y + 10);
    await page.mouse.down();
    await page.mouse.move(corner.x + 10, corner.y + 190, { steps: 6 });
    const resized = saved(page);
    await page.mouse.up();
    await resized;
    assert.equal((await places(page))[id][3], after[3] + 2);
    assert.equal(await overlaps(page), 0);
  });

  visiting("is laid out by keys, which is said", {}, async (page) => {
    await daily(page);
    const before = await places(page);
    const id = await page.locator(".tile").first().getAttribute("data-tile");
    await page.locator(`.tile[data-tile=${id}] .tile-grip`).focus();
    const put = saved(page);
    await page.keyboard.press("ArrowDown");
    await put;
    assert.ok((await places(page))[id][1] > before[id][1]);
    assert.equal(await page.evaluate(() => document.activeElement?.closest(".tile")?.dataset.tile), id, "the focus goes with it");
    assert.match(await page.locator(".board-page > [role=status]").innerText(), /行/);
    const height = (await places(page))[id][3];
    await page.keyboard.press("Shift+ArrowDown");
    assert.equal((await places(page))[id][3], height + 1);
    await page.locator(`.tile[data-tile=${id}] .tile-corner`).focus();
    await page.keyboard.press("ArrowUp");
    assert.equal((await places(page))[id][3], height);
    assert.equal(await overlaps(page), 0);
    await inspect(page, "board-zh-moved");
    await page.waitForFunction(() => document.querySelector(".saving").textContent === "");
    const kept = await places(page);
    await page.reload();
    await page.locator(".tile").first().waitFor();
    assert.deepEqual(await places(page), kept);
  });

  visiting("has one period for all", {}, async (page) => {
    await daily(page);
    const asked = page.waitForRequest("**/api/v1/query*");
    await page.locator(".period-picker button").first().click();
    await inspect(page, "board-zh-periods");
    await page.locator("[data-item=lastMonth]").click();
    assert.deepEqual((await asked).postDataJSON().period, { type: "previous", unit: "month", back: 1 });
    await drawn(page);
    await page.locator(".period-picker button").first().click();
    await page.locator("[data-item=custom]").click();
    await page.locator(".range-form .primary").click();
    assert.notEqual(await page.locator(".range-form [role=alert]").innerText(), "");
    await inspect(page, "board-zh-range");
    await page.locator("[name=from]").fill("2026-06-01");
    await page.locator("[name=to]").fill("2026-06-18");
    const again = page.waitForRequest("**/api/v1/query*");
    const put = saved(page);
    await page.locator(".range-form .primary").click();
    assert.deepEqual((await again).postDataJSON().period, { type: "between", from: "2026-06-01", to: "2026-06-18" });
    assert.deepEqual((await put).request().postDataJSON().period, { type: "between", from: "2026-06-01", to: "2026-06-18" });
  });

  visiting("is refreshed on demand, and by itself", {}, async (page) => {
    await daily(page);
    const tiles = await page.locator(".tile").count();
    let runs = 0;
    page.on("request", (request) => request.url().includes("/query") && runs++);
    await page.locator("[data-action=refresh]").click();
    await page.waitForFunction(() => !document.body.innerText.includes("刷新中"));
    assert.equal(runs, tiles);
    await page.clock.install();
    await page.locator(".board-tools > .actions button").click();
    const put = saved(page);
    await page.locator("[data-item='60']").click();
    await page.clock.runFor(1000);
    await put;
    await page.clock.runFor(61_000);
    await page.waitForTimeout(1500);
    assert.ok(runs >= 2 * tiles, `${runs} runs of ${tiles} tiles`);
  });

  visiting("that was changed elsewhere is read anew, and says so", {}, async (page) => {
    await daily(page);
    await page.evaluate(async () => {
      const address = `api/v1/boards/${location.hash.slice(4)}`;
      const board = await (await fetch(address)).json();
      await fetch(address, { method: "PUT", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ ...board, title: "别人改的" }) });
    });
    await page.locator(".tile-grip").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.locator(".board-title h2", { hasText: "别人改的" }).waitFor();
    await page.locator(".toast").waitFor();
    await inspect(page, "board-zh-stale");
  });

  visiting("has tiles that are looked at whole, asked about, renamed and removed", {}, async (page) => {
    await daily(page);
    const menu = (n) => page.locator(".tile").nth(n).locator(".actions > button");
    // The first tiles are single numbers; the whole look is at one with a chart.
    await page.locator(".tile", { has: page.locator(".chart") }).first().locator(".actions > button").click();
    await inspect(page, "board-zh-tile-menu");
    await page.locator("[data-item=full]").click();
    await page.locator(".tile-dialog table").waitFor();
    await page.locator(".tile-dialog .chart[data-state=drawn]").waitFor();
    await inspect(page, "board-zh-full");
    await page.keyboard.press("Escape");
    await page.locator(".tile-dialog").waitFor({ state: "detached" });

    await menu(0).click();
    await page.locator("[data-item=rename]").click();
    await page.locator(".tile input").first().fill("订单");
    await page.keyboard.press("Enter");
    await page.locator(".tile h3", { hasText: /^订单$/ }).waitFor();

    const tiles = await page.locator(".tile").count();
    await menu(2).click();
    await page.locator("[data-item=remove]").click();
    assert.equal(await page.locator(".tile").count(), tiles - 1);
    await page.locator(".toast button").click();
    assert.equal(await page.locator(".tile").count(), tiles);

    const title = await page.locator(".tile h3").nth(1).innerText();
    await menu(1).click();
    await page.locator("[data-item=ask]").click();
    await page.locator(".turn article[data-status=answered]").waitFor();
    assert.ok((await page.locator(".turn .question").innerText()).includes(title));
  });

  for (const [size, who] of Object.entries(SIZES)) {
    visiting(`says what a tile is waiting for, and why it has nothing (${size})`, who, async (page) => {
      let n = 0;
      await page.route("**/api/v1/query*", async (route) => {
        n += 1;
        if (n === 1) {
          await route.fulfill({ status: 504, contentType: "application/problem+json", body: JSON.stringify({ status: 504, code: "QUERY_TIMEOUT", detail: "查询超过了时限" }) });
        } else if (n === 2) {
          const headers = { ...route.request().headers(), accept: "application/json" };
          const reply = await (await route.fetch({ headers })).json();
          await route.fulfill({ json: { ...reply, answer: { ...reply.answer, rows: [] } } });
        } else if (n === 3) {
          await route.fulfill({ json: { status: "declined", language: "zh", issues: [{ code: "X", words: "利润", text: "数据里没有成本", suggestions: [] }] } });
        }
      });
      await goTo(page, "#/b");
      await page.locator("[data-template]").first().click();
      await page.locator("[data-state=failed]").waitFor();
      await page.locator("[data-state=empty]").waitFor();
      await page.locator("[data-state=declined]").waitFor();
      await inspect(page, `board-zh-tiles-${size}`);
      await hasNoSidewaysScroll(page);
    });
  }

  visiting("that has nothing yet says how it gets something, and one that is not there says so", {}, async (page) => {
    await goTo(page, "#/b");
    await page.locator("[data-action=new-board]:enabled").click();
    await page.locator(".boards-none").waitFor();
    await inspect(page, "board-zh-empty");
    await goTo(page, "#/b/nothing");
    await page.locator(".notice-page").waitFor();
    await inspect(page, "board-zh-missing");
  });

  visiting("goes, and comes back where that is regretted", {}, async (page) => {
    await daily(page);
    await page.locator(".board-title .actions button").first().click();
    await page.locator("[data-item=delete]").click();
    await page.locator("[data-template]").first().waitFor();
    assert.equal(await page.locator(".board-card .actions").count(), 0);
    await page.locator(".toast button").click();
    await page.locator(".board-card .actions").first().waitFor();
  });

  visiting("goes onto paper, light and without what cannot be pressed there", { dark: true }, async (page) => {
    await page.addInitScript(() => (window.print = () => (window.printed = true)));
    await page.reload();
    await page.locator(".welcome").waitFor();
    await daily(page);
    await page.locator("[data-action=print]").click();
    await page.waitForFunction(() => window.printed);
    assert.equal(await page.locator("html").getAttribute("data-theme"), "light");
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.match(pdf.subarray(0, 8).toString(), /%PDF/);
    await page.emulateMedia({ media: "print" });
    for (const gone of [".page-header", ".board-tools", ".tile-grip", ".tile .actions"]) {
      assert.ok(!(await page.locator(gone).first().isVisible()), `${gone} is printed`);
    }
    await page.setViewportSize({ width: 1040, height: 740 });
    await page.screenshot({ path: "target/screenshots/board-zh-print.png", fullPage: true });
    await page.emulateMedia({ media: null });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  });

  visiting("has room on a very large screen", { width: 3840, height: 2160 }, async (page) => {
    await daily(page);
    await hasNoSidewaysScroll(page);
    await inspect(page, "board-zh-4k");
  });
});

async function overlaps(page) {
  return page.$$eval(".tile", (tiles) => {
    const boxes = tiles.map((tile) => ["--x", "--y", "--w", "--h"].map((name) => Number(tile.style.getPropertyValue(name))));
    return boxes.flatMap(([x, y, w, h], i) => boxes.slice(i + 1).filter(([a, b, c, d]) => x < a + c && a < x + w && y < b + d && b < y + h)).length;
  });
}
