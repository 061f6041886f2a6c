import { describe, expect, it } from "vitest";
import { figure, figureAlone, tick } from "../../../main/web/answer/figures";

const AMOUNT = { unit: "currency", measure: "value" } as const;
const ORDERS = { unit: "count", measure: "value" } as const;
const RATE = { unit: "percent", measure: "value" } as const;

describe("a figure", () => {
  it.each([
    [18234567.8, AMOUNT, "zh", "short", "1,823.46万"],
    [123456789.12, AMOUNT, "zh", "short", "1.23亿"],
    [18234567.8, AMOUNT, "en", "short", "18.23M"],
    [9999.5, AMOUNT, "zh", "short", "9,999.50"],
    [18234567.8, AMOUNT, "zh", "full", "18,234,567.80"],
    [48213, ORDERS, "en", "full", "48,213"],
    [0.2831, RATE, "zh", "full", "28.31%"],
    [0.0057, { unit: "percent", measure: "difference" }, "zh", "full", "+0.57 个百分点"],
    [-0.0057, { unit: "percent", measure: "difference" }, "en", "full", "-0.57 pp"],
    [0.087, { unit: "percent", measure: "change" }, "en", "full", "+8.70%"],
    [-25000, { unit: "currency", measure: "difference" }, "zh", "short", "-2.50万"],
    [0.41, { unit: "percent", measure: "share" }, "en", "full", "41.00%"],
  ] as const)("of %d (%o, %s, %s) is written %s", (value, kind, language, writing, written) => {
    expect(figure(value, kind, language, writing)).toBe(written);
  });

  it("that stands alone has the sign of its currency", () => {
    expect(figureAlone(1200, AMOUNT, { language: "zh", currency: "CNY" }, "full")).toBe("¥1,200.00");
    expect(figureAlone(8911407.9, AMOUNT, { language: "en", currency: "GBP" }, "short")).toBe("£8.91M");
    const less = { unit: "currency", measure: "difference" } as const;
    expect(figureAlone(-1200, less, { language: "en", currency: "CNY" }, "short")).toBe("-¥1.20K");
    expect(figureAlone(1200, ORDERS, { language: "en", currency: "CNY" }, "full")).toBe("1,200");
  });

  it("on an axis has only the digits that it needs", () => {
    expect(tick(3000000, AMOUNT, "zh")).toBe("300万");
    expect(tick(0.05, RATE, "en")).toBe("5%");
  });
});
