import { describe, expect, it } from "vitest";
import { funnelData, lossInWords } from "../../../main/web/chart/funnel";
import { answered } from "../fixtures";

const dataOf = (name: string) => {
  const { table, chart, language } = answered(name);
  return funnelData(table, chart, language);
};

describe("a funnel", () => {
  it("goes step by step as the answer does", () => {
    const { steps, groups } = dataOf("funnel-zh");
    expect(steps).toEqual(["浏览行为", "加购行为", "下单行为", "支付行为"]);
    expect(groups).toHaveLength(1);
    expect(groups[0]?.steps.map(({ users }) => users)).toEqual([10741, 7044, 4479, 4220]);
  });

  it("says where most of those of the step before are lost, in both languages", () => {
    expect(dataOf("funnel-zh").groups[0]?.mostLost).toBe(2);
    expect(lossInWords(dataOf("funnel-zh"), "zh")).toEqual([
      "流失最多的一步：加购行为 → 下单行为，少了 2,565 人，占上一步的 36.41%",
    ]);
    expect(lossInWords(dataOf("funnel-zh"), "en")).toEqual([
      "Biggest loss: 加购行为 → 下单行为, 2,565 users fewer, 36.41% of the previous step",
    ]);
  });

  it("says it step by step where groups differ, and once where they do not", () => {
    expect(lossInWords(dataOf("funnel-en"), "en")).toEqual([
      "Biggest loss: add-to-cart action → order action (88VIP 31.50%, gold member 34.90%, silver member 35.85%)",
      "Biggest loss: view action → add-to-cart action (regular member 41.13%)",
    ]);
    const data = dataOf("funnel-en");
    const alike = { ...data, groups: data.groups.map((group) => ({ ...group, mostLost: 1 })) };
    expect(lossInWords(alike, "en")).toEqual([
      "Every group loses most at the same step: view action → add-to-cart action",
    ]);
  });

  it("has no loss where all go on, or nobody begins", () => {
    const { table, chart } = answered("funnel-zh");
    const all = { ...table, rows: table.rows.map(([step, event]) => [step, event, 9, 1, 1] as const) };
    expect(lossInWords(funnelData({ ...all, rows: all.rows.map(plain) }, chart, "zh"), "zh")).toEqual([]);
    const none = table.rows.map(([step, event]) => [step ?? null, event ?? null, 0, null, null]);
    expect(lossInWords(funnelData({ ...table, rows: none }, chart, "zh"), "zh")).toEqual([]);
  });

  it("keeps steps of one name apart", () => {
    const { table, chart } = answered("funnel-zh");
    const rows = table.rows.map((row) => row.map((cell) => (cell === "pay" ? "view" : cell)));
    expect(funnelData({ ...table, rows }, chart, "zh").steps).toEqual(["浏览行为", "加购行为", "下单行为", "浏览行为"]);
  });

  it("numbers the steps that come in any order", () => {
    const { table, chart } = answered("funnel-zh");
    expect(funnelData(table, { ...chart, x: "step" }, "zh").steps[1]).toBe("第 2 步");
  });

  it("shows the six largest of many groups", () => {
    const { table, chart } = answered("funnel-en");
    const groups = Array.from({ length: 9 }, (_, i) => i);
    const rows = groups.flatMap((i) => [
      [`g${i}`, 1, "view", 100 + i, 1, 1],
      [`g${i}`, 2, "pay", 10, 0.1, 0.1],
    ]);
    const data = funnelData({ ...table, rows }, chart, "en");
    expect(data.groups.map(({ name }) => name)).toEqual(["g3", "g4", "g5", "g6", "g7", "g8"]);
    expect(data.allGroups).toBe(9);
  });
});

function plain<T>(row: readonly (T | undefined)[]): readonly (T | null)[] {
  return row.map((cell) => cell ?? null);
}
