import { describe, expect, it } from "vitest";
import { decodeAnswer } from "../../../main/web/api/decodeAnswer";
import { answer } from "../fixtures";

describe("an answer from the server", () => {
  it("keeps what it says", () => {
    const ranking = answer("ranking-en");
    expect(ranking.status).toBe("answered");
    expect(ranking.table?.rows[0]).toEqual(["广东", 18234567.8]);
    expect(ranking.table?.labels.province?.["广东"]).toBe("Guangdong");
    expect(ranking.chart).toMatchObject({ type: "bar", x: "province", y: ["gmv"], alternatives: ["column", "table"] });
    expect(ranking.period?.complete).toBe(true);
    expect(ranking.conversationId).toBe("c-1");
  });

  it("has the options of a question asked back", () => {
    const clarify = answer("clarify-zh");
    expect(clarify.table).toBeUndefined();
    expect(clarify.clarification?.options.map((option) => option.label)).toEqual(["GMV（下单金额）", "支付金额"]);
  });

  it("is an error where it cannot be read at all", () => {
    expect(decodeAnswer("<html>").status).toBe("error");
  });

  it("shows the words of a failure", () => {
    const failed = { status: "error", language: "en", error: { code: "QUERY_TIMEOUT", text: "It took too long." } };
    expect(decodeAnswer(failed).text).toBe("It took too long.");
  });

  it("falls back to the table for a chart that this page does not know", () => {
    const newer = { status: "answered", chart: { type: "spiral", y: ["users"], alternatives: ["bar", "sankey"] } };
    expect(decodeAnswer(newer).chart).toMatchObject({ type: "table", alternatives: ["bar"] });
  });

  it("says how rows are ways, and has them as a table where it does not", () => {
    const chart = { type: "sankey", y: ["sessions"], alternatives: ["table"], flow: { levels: ["page_1"], direction: "to" } };
    expect(decodeAnswer({ chart }).chart).toMatchObject({ type: "sankey", flow: { levels: ["page_1"], direction: "to" } });
    expect(decodeAnswer({ chart: { ...chart, flow: undefined } }).chart?.type).toBe("table");
  });

  it("reads words in both languages as those of the answer", () => {
    const decoded = decodeAnswer({ language: "en", chart: { type: "bar", reason: { zh: "排名", en: "a ranking" } } });
    expect(decoded.chart?.reason).toBe("a ranking");
  });
});
