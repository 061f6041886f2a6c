// Makes the pictures of the documents from a running demo shop (`./mingshu demo`), whose threads and boards it
// deletes: MINGSHU_URL=http://127.0.0.1:7070/ npm run pictures [NAME…]
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { answerWith, ask, launch, settled, visit } from "./browser.mjs";
import { forgetAll, goTo } from "./visiting.mjs";

const folder = join(import.meta.dirname, "../../docs/images");
const MOST_BYTES = 200 * 1024;

const DESK = { width: 1280, height: 860 };
/** So high that a whole card stands above the question box. */
const TALL = { width: 1280, height: 1700 };
const PHONE = { width: 390, height: 800 };
const PAPER = { width: 1123, height: 1000 };

const PICTURES = {
  "home-desktop-light-zh": [{ ...DESK, tour: true }, (page) => page.locator(".tour").waitFor()],
  "history-phone-dark": [{ ...PHONE, lang: "en", dark: true }, history],
  "asking-phone-light-zh": [PHONE, asking],
  "answer-desktop-light": [{ ...DESK, lang: "en" }, answered("Top 5 provinces by GMV last month")],
  "answer-desktop-light-zh": [DESK, answered("上个月各省GMV前五")],
  "trend-desktop-dark": [{ ...DESK, lang: "en", dark: true }, answered("Daily GMV in the last 30 days compared with the 30 days before")],
  "number-phone-light-zh": [PHONE, answered("昨天的GMV环比")],
  "table-desktop-light": [{ ...DESK, lang: "en" }, table],
  "cohorts-light": [{ ...TALL, lang: "en" }, card("Retention matrix of new users by week in the last 8 weeks")],
  "curves-dark-zh": [{ ...TALL, dark: true }, card("近8周每周新用户留存矩阵", 1)],
  "funnel-dark": [{ ...TALL, lang: "en", dark: true }, card("Purchase funnel in the last 30 days")],
  "ways-light-zh": [TALL, card("近30天用户从首页都去哪了")],
  "rfm-light-zh": [TALL, card("RFM各分群人数")],
  "clarify-phone-dark": [{ ...PHONE, lang: "en", dark: true }, answered("traffic last month")],
  "declined-desktop-light-zh": [{ ...DESK, height: 540 }, answered("上个月利润多少")],
  "empty-phone-dark-zh": [{ ...PHONE, dark: true }, empty],
  "error-phone-light": [{ ...PHONE, lang: "en" }, failed],
  "offline-phone-light-zh": [PHONE, offline],
  "chips-desktop-dark-zh": [{ ...DESK, dark: true }, chips],
  "query-desktop-light": [{ ...DESK, lang: "en" }, query],
  "pin-desktop-light": [{ ...DESK, lang: "en" }, pinning],
  "link-desktop-dark-zh": [{ ...DESK, dark: true }, link],
  "board-desktop-light-zh": [{ ...DESK, height: 720 }, board("daily")],
  "board-phone-dark": [{ ...PHONE, lang: "en", dark: true }, board("daily")],
  "board-paper": [{ ...PAPER, lang: "en" }, paper],
};

/** The whole window. */
function answered(question) {
  return async (page) => void (await ask(page, question));
}

/** The card alone; with `chart`, looked at as that one of its charts. */
function card(question, chart = 0) {
  return async (page) => {
    const found = await ask(page, question);
    if (chart > 0) {
      await found.locator(".type-switch button").nth(chart).click();
      await settled(page, 0);
      await page.mouse.move(0, 0);
    }
    return found;
  };
}

async function history(page) {
  for (const question of ["GMV yesterday vs the day before", "Share of GMV by channel", "Daily visitors in the last 30 days"]) {
    await ask(page, question);
    await page.locator("[data-action=sidebar]").click();
    await page.locator("dialog .new-thread").click();
    await page.locator(".welcome").waitFor();
  }
  await page.locator("[data-action=sidebar]").click();
  await page.locator("dialog .thread-row").nth(2).waitFor();
}

/** The answer is held back for as long as the picture is taken. */
async function asking(page) {
  await page.addInitScript(() => {
    const real = window.fetch;
    window.fetch = async (url, request) => {
      const response = await real(url, request);
      if (!String(url).endsWith("/ask")) {
        return response;
      }
      const head = (await response.text()).split("\n\n").filter((event) => !/^event: answer|"rows"/.test(event)).join("\n\n");
      const body = new ReadableStream({ start: (held) => held.enqueue(new TextEncoder().encode(`${head}\n\n`)) });
      return new Response(body, { headers: { "Content-Type": "text/event-stream" } });
    };
  });
  await page.reload();
  await page.locator(".welcome").waitFor();
  await page.locator("textarea").pressSequentially("近30天购买漏斗各步人数");
  await page.keyboard.press("Enter");
  await page.locator(".working-reading").waitFor();
}

async function table(page) {
  const found = await ask(page, "GMV by day and province in the last 90 days");
  await found.locator(".more").click();
  await found.locator(".table-scroll").evaluate((box) => (box.scrollTop = 4_000));
  await found.locator("[role=tablist]").evaluate((tabs) => tabs.scrollIntoView({ block: "start" }));
}

async function empty(page) {
  await answerWith(page, "empty-zh");
  await ask(page, "上个月图书在西藏的退款额");
}

async function failed(page) {
  const problem = { status: 503, code: "ENGINE_UNAVAILABLE", detail: "The data engine is not available.", traceId: "5b1c09d27e" };
  await page.route("**/api/v1/ask", (route) => route.fulfill({ status: 503, contentType: "application/problem+json", json: problem }));
  await ask(page, "GMV by province last month");
}

async function offline(page) {
  await ask(page, "昨天的GMV环比");
  await page.context().setOffline(true);
  await page.locator(".network p").waitFor();
}

async function chips(page) {
  const found = await ask(page, "上个月各省GMV前五");
  await found.locator("[data-part=dimension] button.chip").click();
  await page.locator(".menu-item").nth(1).waitFor();
}

async function query(page) {
  const found = await ask(page, "Top 5 provinces by GMV last month");
  await found.locator("[data-tab=query]").click();
  await found.locator(".editor .cm-content").waitFor();
  await found.locator("[data-notation=yaml]").click();
  const text = found.locator(".editor .cm-content").filter({ hasText: "kind: metric" });
  await text.click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await found.locator("[role=tablist]").evaluate((tabs) => tabs.scrollIntoView({ block: "start" }));
  await page.keyboard.type("com");
  await found.locator(".editor .cm-tooltip-autocomplete").waitFor();
}

async function pinning(page) {
  const found = await ask(page, "Daily GMV in the last 30 days");
  await found.locator(".keeping").evaluate((place) => place.scrollIntoView({ block: "center" }));
  await found.locator(".action").first().click();
  await page.locator(".menu-item").first().click();
  await page.keyboard.type("Every morning");
}

async function link(page) {
  const found = await ask(page, "上个月各省GMV前五");
  const made = page.waitForResponse((response) => response.url().endsWith("/links"));
  await found.locator(".action").nth(1).click();
  const { id } = await (await made).json();
  await goTo(page, `#/a/${id}`);
  await page.locator(".link-page .chart[data-state=drawn] svg path").first().waitFor({ state: "attached" });
}

function board(template) {
  return async (page) => {
    await goTo(page, "#/b");
    await page.locator(`[data-template=${template}]`).click();
    await page.locator(".tile").first().waitFor();
    await page.waitForFunction(() => {
      const shown = [...document.querySelectorAll(".tile-body")].every(({ dataset }) => dataset.state !== "fetching");
      return shown && [...document.querySelectorAll(".tile .chart")].every((chart) => chart.querySelector("svg path") !== null);
    });
    await page.evaluate(() => scrollTo(0, 0));
    await page.mouse.move(0, 0);
  };
}

async function paper(page) {
  await board("retention")(page);
  await page.evaluate(() => (window.print = () => undefined));
  await page.locator("[data-action=print]").click();
  await page.emulateMedia({ media: "print" });
}

const wanted = process.argv.slice(2);
const browser = await launch();
mkdirSync(folder, { recursive: true });
for (const [name, [visitor, act]] of Object.entries(PICTURES).filter(([name]) => wanted.length === 0 || wanted.includes(name))) {
  await forgetAll();
  const { page, close } = await visit(browser, visitor);
  const part = await act(page);
  await page.waitForTimeout(700);
  const png = await (part ?? page).screenshot();
  if (png.length > MOST_BYTES) {
    throw new Error(`${name} has ${png.length} bytes`);
  }
  writeFileSync(join(folder, `${name}.png`), png);
  console.log(`${name}.png  ${Math.round(png.length / 1024)} KB`);
  await close();
}
await browser.close();
if (wanted.length === 0) {
  for (const file of readdirSync(folder).filter((file) => file.endsWith(".png") && !(file.slice(0, -4) in PICTURES))) {
    rmSync(join(folder, file));
  }
}
