import { describe, expect, it } from "vitest";
import { withTerms } from "../../../main/web/answer/terms";

const definition = (label: string) => ({ name: label, label, description: "", unit: "", formula: "" });
const marked = (text: string, ...labels: readonly string[]) =>
  withTerms(text, labels.map(definition))
    .map((piece) => (piece.definition === undefined ? piece.text : `[${piece.text}]`))
    .join("");

describe("metrics in a sentence", () => {
  it("are marked at their first mention, the longer name first", () => {
    expect(marked("净支付金额比支付金额低，支付金额", "支付金额", "净支付金额")).toBe("[净支付金额]比[支付金额]低，支付金额");
  });

  it("are words of their own in English, whatever their case", () => {
    expect(marked("Reorders were few; Orders were 12", "orders")).toBe("Reorders were few; [Orders] were 12");
  });

  it("leave the text as it is where there is none", () => {
    expect(marked("没有数据", "GMV", "")).toBe("没有数据");
  });
});
