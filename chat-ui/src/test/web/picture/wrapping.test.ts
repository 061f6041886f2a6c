import { describe, expect, it } from "vitest";
import { lines } from "../../../main/web/picture/wrapping";

const measure = (text: string) => text.length;

describe("the lines of a text", () => {
  it("break between words, and lose nothing", () => {
    expect(lines("GMV was highest in Guangdong", 12, measure)).toEqual(["GMV was", "highest in", "Guangdong"]);
  });

  it("break anywhere in Chinese, but in no number", () => {
    const broken = lines("2026年6月 GMV 最高的省份是广东，1,823.46万元", 10, measure);
    expect(broken.join("").replaceAll(" ", "")).toBe("2026年6月GMV最高的省份是广东，1,823.46万元");
    expect(broken.every((line) => line.length <= 10)).toBe(true);
    expect(broken.some((line) => line.includes("1,823.46"))).toBe(true);
  });
});
