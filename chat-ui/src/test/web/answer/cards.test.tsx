import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../../main/web/api/answer";
import { decodeAnswer } from "../../../main/web/api/decodeAnswer";
import { Failure } from "../../../main/web/api/http";
import type { SaveSegment, SegmentWish } from "../../../main/web/api/segment";
import type { Said } from "../../../main/web/api/feedback";
import { AnswerCard } from "../../../main/web/answer/AnswerCard";
import { Feedback } from "../../../main/web/answer/feedback";
import { NoAnswerCard, withWord } from "../../../main/web/answer/NoAnswerCard";
import { Saving } from "../../../main/web/answer/saving";
import { setLanguage } from "../../../main/web/i18n/language";
import { answer } from "../fixtures";

let root: HTMLElement;
let asked: string[];
let said: Said[];
let listening: boolean;

beforeEach(() => {
  root = document.body.appendChild(document.createElement("div"));
  asked = [];
  said = [];
  listening = true;
  setLanguage("zh");
});

afterEach(() => {
  render(null, root);
  root.remove();
});

async function show(shown: Answer) {
  const Card = shown.status === "answered" ? AnswerCard : NoAnswerCard;
  const card = <Card answer={shown} ask={(question) => asked.push(question)} />;
  const listener = (words: Said) => {
    said.push(words);
    return Promise.resolve(listening);
  };
  await act(() => render(<Feedback.Provider value={listener}>{card}</Feedback.Provider>, root));
}

const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
const texts = (selector: string) => all(selector).map((element) => element.textContent.trim());
const click = (selector: string, which = 0) => act(() => all(selector)[which]?.click());

describe("an answer about behaviour", () => {
  it("has a row for each cohort below their weighted mean, and open cells where nothing is known yet", async () => {
    await show(answer("cohorts-zh"));
    expect(texts(".cohorts tbody th").slice(0, 2)).toEqual(["加权平均1,335 人", "05-18 当周206 人"]);
    expect(texts(".cohorts tbody tr:last-child td")).toEqual(["100%", ...Array.from({ length: 5 }, () => "未到期")]);
    expect(all(".cohorts tbody td")[8]?.title).toBe("05-18 当周 · 第2周\n206 人中 77 人，37.38%");
    expect(root.querySelector(".cohorts-scroll")?.getAttribute("tabindex")).toBe("0");
  });

  it("marks small cohorts and says what that means", async () => {
    await show(answer("cohorts-en"));
    expect(texts(".cohorts-small").length).toBeGreaterThan(0);
    expect(root.querySelector("figcaption")?.textContent).toContain("Small: fewer than 30 users");
  });

  it("says in words where a funnel loses most, and marks the step", async () => {
    await show(answer("funnel-zh"));
    expect(texts(".funnel-words li")).toEqual(["流失最多的一步：加购行为 → 下单行为，少了 2,565 人，占上一步的 36.41%"]);
    expect(texts(".funnel-between")).toEqual([
      "↓ 65.58% 走到下一步，流失 3,697 人（34.42%）",
      "↓ 63.59% 走到下一步，流失 2,565 人（36.41%）流失最多",
      "↓ 94.22% 走到下一步，流失 259 人（5.78%）",
    ]);
    expect(all(".data-table tbody tr")).toHaveLength(4);
  });

  it("sets the groups of a funnel side by side at each step", async () => {
    await show(answer("funnel-en"));
    expect(texts(".funnel-step:first-child .funnel-group")).toEqual(["88VIP", "regular member", "gold member", "silver member"]);
    expect(texts(".funnel-step .mark")).toEqual([
      "58.87% of the previous · Biggest loss",
      "68.50% of the previous · Biggest loss",
      "65.10% of the previous · Biggest loss",
      "64.15% of the previous · Biggest loss",
    ]);
  });
});

describe("an answer card", () => {
  it("says the sentence first, then how the question was read", async () => {
    await show(answer("ranking-zh"));
    expect(root.querySelector("article")?.firstElementChild?.className).toBe("sentence");
    expect(texts(".chip")).toEqual(["时间 上个月（2026-06）", "维度 省份", "指标 GMV", "排名 前 5 名"]);
  });

  it("shows what was not used, the open period and the estimate", async () => {
    await show(answer("trend-zh"));
    expect(texts(".unused")).toEqual(["未参与计算的词：麻烦 · 看下"]);
    expect(texts(".marks .mark")).toEqual(["未完结", "近似值"]);
    expect(texts(".notes li")).toEqual(["07-01 还没有结束，数字到 10:00 为止。"]);
  });

  it("gives the chart a name for those who don't see it, and its table", async () => {
    await show(answer("ranking-zh"));
    expect(root.querySelector("[role=img]")?.getAttribute("aria-label")).toContain("广东");
    expect(texts("tbody tr:first-child td")).toEqual(["广东", "1,823.46万"]);
  });

  it("sorts by a heading and shows all digits on demand", async () => {
    await show(answer("ranking-en"));
    await click("th button", 0);
    expect(texts("tbody tr:first-child td")[0]).toBe("Guangdong");
    await click(".table-bar button");
    expect(texts("tbody td.figure")).toContain("18,234,567.80");
  });

  it("shows one figure large, with points for a rate", async () => {
    await show(answer("number-zh"));
    expect(texts(".big-number .value")).toEqual(["7.12%"]);
    expect(texts(".delta")).toEqual(["▲ +0.57 个百分点"]);
    expect(all("table")).toHaveLength(0);
  });

  it("says both periods that a figure is compared with", async () => {
    const month = (n: number) => ({ from: `2026-0${n}-01T00:00`, until: `2026-0${n + 1}-01T00:00`, complete: true });
    await show(decodeAnswer({ status: "answered", period: month(6), base: month(4), secondBase: month(5) }));
    expect(texts(".facts dd").slice(0, 3)).toEqual(["2026-06-01 至 2026-06-30", "2026-04-01 至 2026-04-30", "2026-05-01 至 2026-05-31"]);
  });

  it("shows a share large, with whose it is and the amount beside it", async () => {
    const shareOf = (name: string, measure: string, unit: string) => ({ name, label: name, role: "metric", metric: "gmv", measure, unit });
    await show(
      decodeAnswer({
        status: "answered",
        answer: {
          columns: [{ name: "category", label: "品类", role: "dimension" }, shareOf("GMV", "value", "currency"), shareOf("GMV占比", "share", "percent")],
          rows: [["女装", 1200000, 0.23]],
        },
        chart: { type: "number", x: "category", y: ["GMV", "GMV占比"], alternatives: ["table"] },
      }),
    );
    expect(texts(".big-number dt")).toEqual(["女装 · GMV占比"]);
    expect(texts(".big-number .value")).toEqual(["23.00%"]);
    expect(texts(".aside")).toEqual(["GMV ¥120.00万"]);
  });

  it("builds only the rows in sight of a huge table", async () => {
    await show(answer("huge-zh"));
    expect(all("tbody tr")).toHaveLength(12);
    await click(".more");
    const rows = all("tbody:not([aria-hidden]) tr");
    expect(rows.length).toBeLessThan(60);
    expect(rows[0]?.getAttribute("aria-rowindex")).toBe("2");
    expect(Number(root.querySelector("table")?.getAttribute("aria-rowcount"))).toBeGreaterThan(500);
    expect(texts(".facts .warn")).toContain("结果过多，只显示了一部分行");
  });

  it("says so where there are no rows", async () => {
    await show(answer("empty-zh"));
    expect(texts(".empty-title")).toEqual(["这个范围内没有数据"]);
  });

  it("has the definition and the SQL one click away", async () => {
    await show(answer("ranking-zh"));
    await click("[data-tab=definition]");
    expect(texts(".definitions h3")).toEqual(["GMV gmv"]);
    await click("[data-tab=sql]");
    expect(texts("pre")[0]).toContain("FETCH NEXT 5 ROWS ONLY");
  });

  it("offers what to ask next", async () => {
    await show(answer("ranking-zh"));
    await click(".choice", 1);
    expect(asked).toEqual(["广东上个月每天的GMV"]);
  });
});

describe("a card without an answer", () => {
  it("asks back with the readings as buttons, and says the question once", async () => {
    await show(answer("clarify-zh"));
    expect(texts(".issue")).toEqual([]);
    await click(".choice", 1);
    expect(asked).toEqual(["上个月支付金额多少"]);
  });

  it("names the word that it declines and puts a suggestion in its place", async () => {
    await show(answer("declined-zh"));
    expect(texts(".issue-words")).toEqual(["“利润”"]);
    await click(".issue .choice");
    expect(asked).toEqual(["上个月净收入多少"]);
  });
});

describe("a suggestion", () => {
  it("stands alone where its word is not in the question", () => {
    expect(withWord("GMV", "利润", "净收入")).toBe("净收入");
  });
});

describe("what is said about an answer", () => {
  const traced = (name: string) => ({ ...answer(name), traceId: "t1" });
  const pressed = () => all(".thumb").map((button) => button.getAttribute("aria-pressed"));
  const type = (typed: string) =>
    act(() => {
      const field = all(".meant input")[0] as HTMLInputElement;
      field.value = typed;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  const send = async () => {
    await act(() => void all(".meant")[0]?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
    await heard();
  };
  const heard = () => act(() => new Promise<void>((done) => setTimeout(done)));

  it("is that it is right, with thanks", async () => {
    await show(traced("ranking-zh"));
    await click(".thumb", 0);
    await heard();
    expect(said).toEqual([{ traceId: "t1", verdict: "right" }]);
    expect(pressed()).toEqual(["true", "false"]);
    expect(texts(".verdict-told")).toEqual(["谢谢，已记下"]);
    expect(all(".meant")).toHaveLength(0);
  });

  it("is that it is not, and what was meant", async () => {
    await show(traced("ranking-zh"));
    await click(".thumb", 1);
    await type("  上个月的支付金额 ");
    await send();
    expect(said).toEqual([
      { traceId: "t1", verdict: "wrong" },
      { traceId: "t1", verdict: "wrong", meant: "上个月的支付金额" },
    ]);
    expect(texts(".verdict-told")).toEqual(["谢谢，会转给数据负责人"]);
    expect(all(".meant")).toHaveLength(0);
  });

  it("may be changed, and need not be heard", async () => {
    listening = false;
    await show(traced("ranking-zh"));
    await click(".thumb", 1);
    await click(".thumb", 0);
    await heard();
    expect(pressed()).toEqual(["true", "false"]);
    expect(texts(".verdict-told")).toEqual(["没能记下，不影响答案"]);
    expect(texts(".sentence")[0]).toContain("广东");
  });

  it("is the option that is taken, beside asking it", async () => {
    await show(traced("clarify-zh"));
    await click(".choice", 1);
    expect(said).toEqual([{ traceId: "t1", chosen: 1 }]);
    expect(asked).toEqual(["上个月支付金额多少"]);
  });

  it("is what was meant where there is no answer", async () => {
    await show(traced("declined-zh"));
    await click(".verdict .else");
    await type("上个月净收入");
    await send();
    expect(said).toEqual([{ traceId: "t1", verdict: "wrong", meant: "上个月净收入" }]);
  });

  it("is the suggestion that is taken for an unknown word", async () => {
    const unknown = { code: "UNKNOWN_WORD", words: "水位", text: "不认识", suggestions: ["GMV"] };
    await show({ ...traced("declined-zh"), question: "上个月的水位", issues: [unknown] });
    await click(".issue .choice");
    expect(said).toEqual([{ traceId: "t1", verdict: "wrong", meant: "上个月的GMV" }]);
    expect(asked).toEqual(["上个月的GMV"]);
  });
});

describe("people to be saved", () => {
  const offered = (more: object): Answer =>
    decodeAnswer({
      status: "answered",
      language: "zh",
      text: "支付买家数为244。",
      query: { kind: "metric", metrics: ["buyers"] },
      segment: { definition: "近 30 天计入支付买家数" },
      traceId: "t",
      ...more,
    });
  const showSaving = async (shown: Answer, save: SaveSegment) => {
    const Card = shown.status === "answered" ? AnswerCard : NoAnswerCard;
    const card = <Card answer={shown} ask={(question) => asked.push(question)} />;
    await act(() => render(<Saving.Provider value={save}>{card}</Saving.Provider>, root));
  };
  const type = (which: number, value: string) =>
    act(() => {
      const field = all(".segment-names input")[which] as HTMLInputElement;
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  const submit = () =>
    act(async () => {
      root.querySelector("form")?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
      await Promise.resolve();
    });

  it("are named below their rule, and can be asked about then", async () => {
    const wishes: SegmentWish[] = [];
    await showSaving(offered({}), (wish) => {
      wishes.push(wish);
      return Promise.resolve({ label: wish.label.zh, definition: "", state: "saved" });
    });
    await click(".save-segment");
    expect(texts(".segment-rule")).toEqual(["规则近 30 天计入支付买家数"]);
    await type(0, "岭南客");
    await submit();
    expect(wishes).toEqual([
      { query: { kind: "metric", metrics: ["buyers"] }, label: { zh: "岭南客", en: "" }, language: "zh" },
    ]);
    expect(texts(".segment-saved")).toEqual(["已存为人群“岭南客”，现在就可以在问题里用它。"]);
    await click(".segment-actions .choice");
    expect(asked).toEqual(["岭南客有多少"]);
  });

  it("keep the name that was said, and tell what is wrong with it", async () => {
    const shown = offered({
      status: "clarify",
      clarification: { question: "存成人群？", options: [] },
      segment: { definition: "近 30 天计入支付买家数", label: "买家数" },
    });
    await showSaving(shown, () => Promise.reject(new Failure(409, "NAME_TAKEN", "“买家数”已有意思", "t")));
    expect((all(".segment-names input")[0] as HTMLInputElement).value).toBe("买家数");
    await submit();
    expect(texts(".segment-problem")).toEqual(["“买家数”已有意思"]);
  });

  it("are not offered where nobody saves them", async () => {
    await show(offered({}));
    expect(all(".save-segment")).toEqual([]);
  });
});
