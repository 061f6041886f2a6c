import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { answerWith, ask, hasNoSidewaysScroll, inspect, launch, offered, placeOf, settled, url, visit } from "./browser.mjs";
import { questions } from "./questions.mjs";

const FIRST_LOAD_BYTES = 150 * 1024;

const BEHAVIOUR = ["cohorts-zh", "cohorts-en", "curves-en", "funnel-zh", "funnel-en", "ways-zh", "ways-en", "lifecycle-zh"];

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** A test with a visitor of its own; nothing may have gone wrong in the browser meanwhile. */
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

for (const lang of ["zh", "en"]) {
  const asked = questions[lang];
  describe(`in ${lang}`, () => {
    visiting("an empty page offers questions, and one click asks", { lang }, async (page) => {
      await page.locator(".examples button").first().waitFor();
      await inspect(page, `${lang}-welcome`);
      await page.locator(".examples button").first().click();
      await settled(page, 0);
    });

    visiting("a ranking has its sentence, chart, table, definition and SQL", { lang }, async (page) => {
      const card = await ask(page, asked.ranking);
      assert.equal(await card.getAttribute("data-status"), "answered");
      assert.notEqual(await card.locator(".sentence").innerText(), "");
      assert.notEqual(await card.locator(".reading").innerText(), "");
      assert.equal(await card.locator(".chart [role=img] svg").count(), 1);
      assert.equal(await card.locator("tbody tr").count(), 5);
      assert.match(await card.locator(".facts").innerText(), /\d{4}-\d\d-\d\d/);
      await inspect(page, `${lang}-ranking`);

      await card.locator("[data-tab=definition]").click();
      assert.match(await card.locator(".definitions").innerText(), /GMV/);
      await inspect(page, `${lang}-definition`);
      await card.locator("[data-tab=sql]").click();
      assert.match(await card.locator("pre").innerText(), /SELECT/i);
      await inspect(page, `${lang}-sql`);
    });

    visiting("a trend can be seen as another chart and sorted as a table", { lang }, async (page) => {
      const card = await ask(page, asked.trend);
      await inspect(page, `${lang}-trend`);
      await card.locator(".type-switch button").last().click();
      await card.locator("th button").last().click();
      const figures = await card.locator("tbody td.figure:last-child").allInnerTexts();
      await card.locator("th button").last().click();
      assert.notDeepEqual(await card.locator("tbody td.figure:last-child").allInnerTexts(), figures);
    });

    visiting("a single figure stands large", { lang }, async (page) => {
      const card = await ask(page, asked.number);
      assert.match(await card.locator(".big-number .value").innerText(), /\d/);
      await inspect(page, `${lang}-number`);
    });

    visiting("an unclear word is asked back, and a click answers", { lang }, async (page) => {
      const card = await ask(page, asked.unclear);
      assert.equal(await card.getAttribute("data-status"), "clarify");
      await inspect(page, `${lang}-clarify`);
      await card.locator(".choice").first().click();
      const answer = await settled(page, 1);
      assert.equal(await answer.getAttribute("data-status"), "answered");
    });

    visiting("what is not in the data is declined with the word", { lang }, async (page) => {
      const card = await ask(page, asked.impossible);
      assert.equal(await card.getAttribute("data-status"), "declined");
      assert.ok((await card.innerText()).includes(asked.impossibleWord));
      await inspect(page, `${lang}-declined`);
    });

    visiting("what is typed is completed, by keyboard", { lang }, async (page) => {
      const before = await placeOf(page, ".composer-box");
      await offered(page, asked.begun);
      assert.deepEqual(await placeOf(page, ".composer-box"), before, "nothing moves");
      assert.equal(await page.locator(".suggestions [aria-selected=true]").count(), 0);
      await page.keyboard.press("ArrowDown");
      const marked = page.locator(".suggestions [aria-selected=true]");
      assert.equal(await page.locator("textarea").getAttribute("aria-activedescendant"), await marked.getAttribute("id"));
      await inspect(page, `${lang}-completions`);
      await page.keyboard.press("Enter");
      assert.equal(await page.locator("textarea").inputValue(), asked.begunDone);
      assert.equal(await page.locator(".suggestions").count(), 0);
      assert.equal(await page.locator(".turn").count(), 0, "nothing is asked yet");
      await page.keyboard.press("Enter");
      await settled(page, 0);
    });

    visiting("a phone has room for completions, above the button", { lang, width: 390, height: 780, dark: true }, async (page) => {
      await offered(page, asked.begun);
      await hasNoSidewaysScroll(page);
      await inspect(page, `${lang}-phone-completions`);
      const list = await placeOf(page, ".suggestions");
      const box = await placeOf(page, ".composer-box");
      assert.ok(list.y + list.height <= box.y, "the list lies on the box");
      await page.locator(".suggestions li").first().click();
      assert.equal(await page.locator("textarea").inputValue(), asked.begunDone);
      assert.ok(await page.locator("textarea").evaluate((box) => box === document.activeElement), "the focus stays");
    });

    visiting("an answer is said to be right, or what was meant instead", { lang }, async (page) => {
      const card = await ask(page, asked.ranking);
      const told = card.locator(".verdict-told");
      await card.locator("[data-verdict=right]").click();
      await told.filter({ hasText: /\S/ }).waitFor();
      const thanks = await told.innerText();
      await card.locator("[data-verdict=wrong]").click();
      await card.locator(".meant input").waitFor();
      assert.equal(await card.locator("[data-verdict=wrong]").getAttribute("aria-pressed"), "true");
      await card.locator(".verdict").scrollIntoViewIfNeeded();
      await inspect(page, `${lang}-meant`);
      await page.keyboard.type(asked.number);
      await page.keyboard.press("Enter");
      await card.locator(".meant").waitFor({ state: "detached" });
      assert.notEqual(await told.innerText(), thanks);
      assert.equal(await page.locator(".turn").count(), 1);
    });

    for (const width of [390, 360]) {
      visiting(`a phone of ${width} px has room for it`, { lang, width, height: 780 }, async (page) => {
        await hasNoSidewaysScroll(page);
        await ask(page, asked.ranking);
        await hasNoSidewaysScroll(page);
        await inspect(page, `${lang}-phone-${width}`);
        await ask(page, asked.trend);
        await hasNoSidewaysScroll(page);
        await inspect(page, `${lang}-phone-${width}-trend`);
      });
    }

    visiting("it is dark where the system is", { lang, dark: true }, async (page) => {
      await ask(page, asked.trend);
      assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
      await inspect(page, `${lang}-dark-trend`);
      await ask(page, asked.impossible);
      await inspect(page, `${lang}-dark-declined`);
    });
  });
}

describe("completions", () => {
  visiting("wait for an input method", {}, async (page) => {
    const requests = [];
    page.on("request", (request) => request.url().includes("completions") && requests.push(request.url()));
    const keyboard = await page.context().newCDPSession(page);
    await page.locator("textarea").focus();
    await keyboard.send("Input.imeSetComposition", { text: "zhejiang", selectionStart: 8, selectionEnd: 8 });
    await page.waitForTimeout(300);
    assert.deepEqual(requests, [], "nothing is asked while it composes");
    await keyboard.send("Input.insertText", { text: "浙" });
    await page.locator(".suggestions li").first().waitFor();
    assert.match(await page.locator(".suggestions li").first().innerText(), /浙江/);
  });

  visiting("go with Esc, and with a click elsewhere", {}, async (page) => {
    await offered(page, questions.zh.begun);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".suggestions").count(), 0);
    assert.equal(await page.locator("textarea").inputValue(), questions.zh.begun);
    await page.keyboard.type("金");
    await page.locator(".suggestions li").first().waitFor();
    await page.locator("h2").first().click();
    assert.equal(await page.locator(".suggestions").count(), 0);
  });

  visiting("find a name by its initials, in the middle of a question", {}, async (page) => {
    await page.locator("textarea").fill("上个月的趋势");
    await page.locator("textarea").evaluate((box) => box.setSelectionRange(3, 3));
    await page.keyboard.type("zfje");
    await page.locator(".suggestions li").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    assert.equal(await page.locator("textarea").inputValue(), "上个月支付金额的趋势");
    assert.equal(await page.locator("textarea").evaluate((box) => box.selectionStart), 7);
  });

  visiting("never stand in the way of a question", {}, async (page) => {
    await page.route("**/api/v1/completions*", (route) => route.fulfill({ status: 500, body: "" }));
    await page.locator("textarea").pressSequentially(questions.zh.begun);
    await page.waitForTimeout(300);
    assert.equal(await page.locator(".suggestions").count(), 0);
    await page.locator("textarea").fill("");
    assert.equal(await (await ask(page, questions.zh.number)).getAttribute("data-status"), "answered");
  });
});

describe("the page", () => {
  visiting("speaks the other language at a click, and remembers", { lang: "zh" }, async (page) => {
    await page.locator("[data-action=language]").click();
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    await page.reload();
    await page.waitForSelector(".welcome");
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
  });

  visiting("changes its theme at a click, and remembers", {}, async (page) => {
    await page.locator("[data-action=theme]").click();
    await page.locator("[data-action=theme]").click();
    assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
    await page.reload();
    await page.waitForSelector(".welcome");
    assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  });

  visiting("can be used by keyboard alone", {}, async (page) => {
    await ask(page, questions.zh.ranking);
    await page.locator("[data-tab=result]").focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.locator("[data-tab=definition]").getAttribute("aria-selected"), "true");
    await page.keyboard.press("Control+k");
    await page.keyboard.press("ArrowUp");
    assert.equal(await page.locator("textarea").inputValue(), questions.zh.ranking);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("textarea").inputValue(), "");
  });

  visiting("waits visibly and can be stopped", {}, async (page) => {
    await page.route("**/api/v1/ask", () => {});
    await page.locator("textarea").fill(questions.zh.trend);
    await page.keyboard.press("Enter");
    await page.locator(".working").waitFor();
    await inspect(page, "zh-working");
    await page.locator(".stop").click();
    await page.locator(".interrupted").waitFor();
    await inspect(page, "zh-stopped");
  });

  visiting("says when the server is away, and tries again", {}, async (page) => {
    await page.route("**/api/v1/ask", (route) => route.abort());
    const failed = await ask(page, questions.zh.ranking);
    assert.equal(await failed.getAttribute("data-status"), "failed");
    await inspect(page, "zh-unreachable");
    await page.unroute("**/api/v1/ask");
    await failed.locator("button").click();
    await page.locator(".sentence").waitFor();
    assert.equal(await page.locator(".turn").count(), 1, "at its place");
  });

  visiting("keeps an answer whole where nobody hears what is said about it", {}, async (page) => {
    await page.route("**/api/v1/feedback", (route) => route.abort());
    const card = await ask(page, questions.zh.number);
    await card.locator("[data-verdict=right]").click();
    await card.locator(".verdict-told").filter({ hasText: /\S/ }).waitFor();
    assert.equal(await card.getAttribute("data-status"), "answered");
    await inspect(page, "zh-not-heard");
  });

  visiting("tells the server which option was taken", {}, async (page) => {
    const card = await ask(page, questions.zh.unclear);
    const said = page.waitForRequest("**/api/v1/feedback");
    await card.locator(".choice").nth(1).click();
    assert.equal((await said).postDataJSON().chosen, 1);
    await settled(page, 1);
  });

  for (const state of ["huge-zh", "empty-zh", "trend-zh", "donut-zh", "heatmap-zh", "stacked-en", "scatter-en", "numbers-en", ...BEHAVIOUR]) {
    for (const dark of [false, true]) {
      const name = `${state}${dark ? "-dark" : ""}`;
      visiting(`shows ${name}`, { lang: state.endsWith("en") ? "en" : "zh", dark }, async (page) => {
        await answerWith(page, state);
        await ask(page, "GMV");
        await inspect(page, `state-${name}`);
      });
    }
  }

  for (const state of BEHAVIOUR) {
    visiting(`a phone has room for ${state}`, { lang: state.slice(-2), width: 390, height: 780 }, async (page) => {
      await answerWith(page, state);
      const card = await ask(page, "GMV");
      await hasNoSidewaysScroll(page);
      await inspect(page, `phone-${state}`);
      const switches = card.locator(".type-switch button");
      for (let i = 1; i < (await switches.count()); i++) {
        await switches.nth(i).click();
        await hasNoSidewaysScroll(page);
      }
    });
  }

  visiting("scrolls a wide chart in a box of its own, by keyboard too", { lang: "en", width: 390, height: 780 }, async (page) => {
    for (const [state, box] of [["ways-en", ".chart-scroll"], ["cohorts-zh", ".cohorts-scroll"]]) {
      await answerWith(page, state);
      const card = await ask(page, "GMV");
      await card.locator(box).focus();
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction((selector) => [...document.querySelectorAll(selector)].some((one) => one.scrollLeft > 0), box);
    }
  });

  visiting("shows cohorts as curves where they are wanted", {}, async (page) => {
    await answerWith(page, "cohorts-zh");
    const card = await ask(page, "GMV");
    assert.equal(await card.locator(".cohorts tbody tr").count(), 7);
    await card.locator(".type-switch button").nth(1).focus();
    await page.keyboard.press("Enter");
    await card.locator(".chart[data-state=drawn] svg path").first().waitFor({ state: "attached" });
    assert.match(await card.locator(".chart-remarks").innerText(), /100%/);
    await inspect(page, "curves-zh");
  });

  test("is light before the first chart", async () => {
    const index = await (await fetch(url)).text();
    const files = [...index.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, file]) => new URL(file, url));
    const sizes = await Promise.all(
      files.map(async (file) => gzipSync(Buffer.from(await (await fetch(file)).arrayBuffer())).length),
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(files.length >= 2 && total <= FIRST_LOAD_BYTES, `${files.length} files, ${total} bytes gzipped`);
    assert.ok(!files.some((file) => file.pathname.includes("engine")), "charts are loaded at first");
  });
});
