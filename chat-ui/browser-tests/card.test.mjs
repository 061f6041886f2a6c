// What can be done with an answer: its chips, its keeping and sharing, its query as text.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { answerWith, ask, hasNoSidewaysScroll, inspect, launch, screenshots, settled, visit } from "./browser.mjs";
import { questions } from "./questions.mjs";

const PHONE = { width: 360, height: 740 };

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

function visiting(name, visitor, body) {
  test(name, async () => {
    const { page, complaints, close } = await visit(browser, visitor);
    try {
      await body(page);
      assert.deepEqual(complaints, []);
    } finally {
      await close();
    }
  });
}

const item = (page, place) => page.locator(".menu-item").nth(place);

/** Opens the menu of the chip of a part, once its alternatives are there. */
async function openChip(card, page, part) {
  await card.locator(`[data-part=${part}] button.chip`).first().click();
  await page.locator(".menu-item").nth(1).waitFor();
}

for (const lang of ["zh", "en"]) {
  const asked = questions[lang];
  for (const [where, visitor] of [["a desk", {}], ["a phone", PHONE]]) {
    for (const dark of [false, true]) {
      const name = `${lang}${visitor === PHONE ? "-phone" : ""}${dark ? "-dark" : ""}`;
      visiting(`in ${name}, at ${where}, a chip opens its alternatives and runs one`, { lang, dark, ...visitor }, async (page) => {
        const card = await ask(page, asked.ranking);
        await openChip(card, page, "metric");
        await hasNoSidewaysScroll(page);
        await inspect(page, `${name}-chip`);
        const chosen = (await item(page, 1).innerText()).trim();
        await item(page, 1).click();
        await settled(page, 1);
        assert.ok((await page.locator(".turn").nth(1).locator(".question").innerText()).includes(chosen));
      });

      visiting(`in ${name}, at ${where}, the plan, the query and what is kept have room`, { lang, dark, ...visitor }, async (page) => {
        const card = await ask(page, asked.ranking);
        for (const tab of ["plan", "query"]) {
          await card.locator(`[data-tab=${tab}]`).click();
          if (tab === "query") {
            await card.locator(".editor .cm-content").waitFor();
          }
          await card.locator("[role=tablist]").evaluate((tabs) => tabs.scrollIntoView({ block: "center" }));
          await hasNoSidewaysScroll(page);
          await inspect(page, `${name}-${tab}`);
        }
      });
    }
  }
}

describe("the chips", () => {
  visiting("can be used by keyboard alone", {}, async (page) => {
    const card = await ask(page, questions.zh.ranking);
    const chip = card.locator("[data-part=metric] button.chip");
    await chip.focus();
    await page.keyboard.press("ArrowDown");
    await item(page, 1).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    const first = await focused();
    await page.keyboard.press("ArrowDown");
    assert.notEqual(await focused(), first);
    await page.keyboard.press("Home");
    assert.equal(await focused(), first);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".menu").count(), 0);
    assert.ok(await chip.evaluate((button) => button === document.activeElement), "the focus is back");
    await page.keyboard.press("Enter");
    await item(page, 1).waitFor();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await settled(page, 1);
  });

  visiting("offer what could be added", {}, async (page) => {
    const card = await ask(page, questions.zh.ranking);
    await card.locator("button.chip.add").click();
    await item(page, 0).waitFor();
    await inspect(page, "zh-add");
    await page.keyboard.press("ArrowRight");
    await page.locator(".menu-heading").waitFor();
    await inspect(page, "zh-add-inside");
    await page.keyboard.press("ArrowLeft");
    await item(page, 0).click();
    await item(page, 1).click();
    await settled(page, 1);
  });

  visiting("say so where no alternatives come", {}, async (page) => {
    await page.route("**/api/v1/chips*", (route) => route.abort());
    const card = await ask(page, questions.zh.ranking);
    await card.locator("button.chip").first().click();
    await page.locator(".menu-problem").waitFor();
    await inspect(page, "zh-chip-problem");
  });
});

describe("an answer", () => {
  visiting("has its definition one click away, and Escape closes it", {}, async (page) => {
    const card = await ask(page, questions.zh.ranking);
    await card.locator(".sentence .term").first().click();
    assert.match(await page.locator(".explained").innerText(), /GMV/);
    await inspect(page, "zh-term");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".explained").count(), 0);
  });

  visiting("tells why its chart was chosen, on focus", {}, async (page) => {
    const card = await ask(page, questions.zh.ranking);
    const reason = card.locator(".reason");
    assert.equal(await reason.isVisible(), false);
    await card.locator("[data-tab=result]").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await reason.waitFor({ state: "visible" });
    await inspect(page, "zh-reason");
  });

  visiting("is kept as CSV that spreadsheets open, and as an image", {}, async (page) => {
    const card = await ask(page, questions.zh.ranking);
    await card.locator(".keeping").scrollIntoViewIfNeeded();
    const kept = async (place) => {
      const download = page.waitForEvent("download");
      await card.locator(".action").last().click();
      await item(page, place).click();
      return readFileSync(await (await download).path());
    };
    const text = (await kept(0)).toString("utf8");
    assert.ok(text.startsWith("\ufeff"));
    assert.equal(text.trimEnd().split("\r\n").length, 6);
    await inspect(page, "zh-exported");
    const png = await kept(1);
    assert.deepEqual([...png.subarray(1, 4)], [...Buffer.from("PNG")]);
    assert.ok(png.length > 10_000, `an image of ${png.length} bytes`);
  });

  visiting("is edited where its question stands", {}, async (page) => {
    await ask(page, questions.zh.ranking);
    await page.locator(".edit").focus();
    await page.keyboard.press("Enter");
    await page.locator(".editing textarea").waitFor();
    await inspect(page, "zh-editing");
    await page.locator(".editing textarea").fill(questions.zh.number);
    await page.keyboard.press("Enter");
    await page.locator(".big-number").waitFor();
    assert.equal(await page.locator(".turn").count(), 1);
  });

  visiting("of ten thousand rows scrolls, and builds few of them", {}, async (page) => {
    const huge = JSON.parse(readFileSync(new URL("../src/test/fixtures/huge-zh.json", import.meta.url), "utf8"));
    huge.answer.rows = Array.from({ length: 10_000 }, (_, i) => huge.answer.rows[i % huge.answer.rows.length]);
    await page.route("**/api/v1/ask", (route) => route.fulfill({ contentType: "application/json", body: JSON.stringify(huge) }));
    const card = await ask(page, "GMV");
    await card.locator(".more").click();
    const box = card.locator(".table-scroll");
    assert.ok((await card.locator("tbody tr").count()) < 80);
    const width = (await card.locator("table").boundingBox()).width;
    const slowest = await box.evaluate(async (element) => {
      let slowest = 0;
      for (let i = 1; i <= 40; i++) {
        const begun = performance.now();
        element.scrollTop = i * 9_000;
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        slowest = Math.max(slowest, performance.now() - begun);
      }
      return slowest;
    });
    assert.ok(slowest < 200, `a frame of ${slowest} ms`);
    assert.equal((await card.locator("table").boundingBox()).width, width, "columns keep their widths");
    const inSight = await box.evaluate((element) => (element.scrollTop + element.clientHeight) / 38);
    const last = Number(await card.locator("tbody:not([aria-hidden]) tr").last().getAttribute("aria-rowindex"));
    assert.ok(last >= inSight && last < inSight + 50, `row ${last} is the last that is built, ${inSight} that is seen`);
    await inspect(page, "zh-huge-scrolled");
  });
});

describe("a picture", () => {
  for (const state of ["number-zh", "numbers-en", "funnel-zh", "funnel-en", "cohorts-zh", "ways-zh", "lifecycle-zh", "huge-zh"]) {
    visiting(`is made of ${state}`, { lang: state.slice(-2), dark: true }, async (page) => {
      await answerWith(page, state);
      const card = await ask(page, "GMV");
      const download = page.waitForEvent("download");
      await card.locator(".action").last().click();
      await item(page, 1).click();
      const png = readFileSync(await (await download).path());
      assert.deepEqual([...png.subarray(1, 4)], [...Buffer.from("PNG")]);
      assert.equal(png.readUInt32BE(16), 2080, "as wide on every screen");
      assert.ok(png.length > 15_000, `an image of ${png.length} bytes`);
      writeFileSync(join(screenshots, `picture-${state}.png`), png);
    });
  }

  visiting("is copied as an image", {}, async (page) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await answerWith(page, "funnel-zh");
    const card = await ask(page, "GMV");
    await card.locator(".action").last().click();
    await item(page, 2).click();
    await card.locator(".told").filter({ hasText: /\S/ }).waitFor();
    const types = await page.evaluate(async () => (await navigator.clipboard.read())[0].types);
    assert.deepEqual(types, ["image/png"]);
  });
});

describe("a question under way", () => {
  visiting("shows its steps and its reading, and can be stopped in its card", {}, async (page) => {
    const body =
      'event: step\ndata: {"step":"understood","elapsed":3,"text":"2026年6月各省份的 GMV"}\n\n' +
      'event: step\ndata: {"step":"planned","elapsed":7}\n\n';
    // Playwright ends what it answers; the page is given a stream that does not end.
    await page.addInitScript((text) => {
      const real = window.fetch;
      window.fetch = (url, request) =>
        String(url).endsWith("/ask")
          ? Promise.resolve(
              new Response(
                new ReadableStream({
                  start(controller) {
                    controller.enqueue(new TextEncoder().encode(text));
                    request.signal.addEventListener("abort", () => controller.error(new DOMException("", "AbortError")));
                  },
                }),
                { headers: { "Content-Type": "text/event-stream" } },
              ),
            )
          : real(url, request);
    }, body);
    await page.reload();
    await page.locator("textarea").fill(questions.zh.ranking);
    await page.keyboard.press("Enter");
    await page.locator(".progress [data-state=done]").nth(1).waitFor();
    assert.match(await page.locator(".working-reading").innerText(), /GMV/);
    assert.equal(await page.locator(".progress [aria-current=step]").count(), 1);
    await inspect(page, "zh-steps");
    await page.locator("[data-action=stop]").click();
    await page.locator(".interrupted").waitFor();
  });
});

describe("the query as text", () => {
  visiting("is completed, marked where it is wrong, and run", {}, async (page) => {
    const card = await ask(page, questions.zh.ranking);
    await card.locator("[data-tab=query]").click();
    const text = card.locator(".editor .cm-content");
    await text.click();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText('{"kind": "metric", "metrics": ["gmv"], "colour": 1}');
    await card.locator(".problem-count").filter({ hasText: /\S/ }).waitFor();
    await card.locator(".editor .cm-lintRange-error").first().waitFor();
    await inspect(page, "zh-query-wrong");
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText('{"kind": "metric", "metrics": ["gmv"], }');
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.type('"dim');
    await card.locator(".editor .cm-tooltip-autocomplete").waitFor();
    assert.match(await card.locator(".editor .cm-tooltip-autocomplete").innerText(), /dimensions/);
    await inspect(page, "zh-query-completed");
    await page.keyboard.press("Escape");
    await card.locator(".query-bar .quiet").first().click();
    await card.locator(".solid").click();
    await settled(page, 1);
  });

  for (const lang of ["zh", "en"]) {
    visiting(`is YAML as well, in ${lang}, completed, marked and run`, { lang }, async (page) => {
      const card = await ask(page, questions[lang].ranking);
      await card.locator("[data-tab=query]").click();
      const text = card.locator(".editor .cm-content");
      await text.waitFor();
      // Emptied first: the browser would give what replaces a coloured word that word's style, which the policy forbids.
      const write = async (query) => {
        await page.keyboard.press("Control+a");
        await page.keyboard.press("Delete");
        await page.keyboard.insertText(query);
      };
      await card.locator("[data-notation=yaml]").click();
      await text.filter({ hasText: "kind: metric" }).waitFor();
      assert.equal(await card.locator("[data-notation=yaml]").getAttribute("aria-pressed"), "true");
      await card.locator(".query-tab").scrollIntoViewIfNeeded();
      await inspect(page, `${lang}-query-yaml`);

      await text.click();
      await write("kind: metric\nmetrics: [gmv]\ncolour: 1\n");
      await card.locator(".problem-count").filter({ hasText: /\S/ }).waitFor();
      await card.locator(".editor .cm-lintRange-error").filter({ hasText: "colour" }).waitFor();
      await inspect(page, `${lang}-query-yaml-wrong`);
      await write("kind: metric\nmetrics: [gmv]\n");
      await page.keyboard.type("dim");
      await card.locator(".editor .cm-tooltip-autocomplete").waitFor();
      assert.match(await card.locator(".editor .cm-tooltip-autocomplete").innerText(), /dimensions/);
      await page.keyboard.press("Escape");

      await write("kind: [");
      await card.locator(".solid:disabled").waitFor();
      assert.ok(await card.locator("[data-notation=json]").isDisabled(), "what cannot be read cannot be written otherwise");
      await write("kind: metric\nmetrics:\n  - gmv\n");
      await card.locator("[data-notation=json]").click();
      await text.filter({ hasText: '"gmv"' }).waitFor();
      await card.locator(".query-bar .quiet").first().click();
      await card.locator(".solid").click();
      await settled(page, 1);
    });
  }
});
