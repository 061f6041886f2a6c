import { describe, expect, it } from "vitest";
import { tourQuestions } from "../../../main/web/tour/questions";

const both = (zh: string, en: string) => ({ zh, en });
const EXAMPLES = [
  both("各渠道支付金额占比", "share of paid amount by channel"),
  both("近30天每天的GMV", "GMV by day in the last 30 days"),
  both("昨天有多少订单", "How many orders were placed yesterday?"),
  both("各省GMV", "GMV by province"),
];

describe("the tour", () => {
  it("asks for a figure, then for how it moves, then for a comparison", () => {
    expect(tourQuestions(EXAMPLES, "zh")).toEqual(["昨天有多少订单", "近30天每天的GMV", "各渠道支付金额占比"]);
    expect(tourQuestions(EXAMPLES, "en")).toEqual([
      "How many orders were placed yesterday?",
      "GMV by day in the last 30 days",
      "share of paid amount by channel",
    ]);
  });

  it("takes other examples where there are no such, each once", () => {
    const others = ["甲", "乙", "丙"].map((name) => both(name, name));
    expect(new Set(tourQuestions(others, "zh"))).toEqual(new Set(["甲", "乙", "丙"]));
  });

  it("needs three different ones", () => {
    expect(tourQuestions([both("甲", "a"), both("甲", "b"), both("乙", "c")], "zh")).toEqual([]);
  });
});
