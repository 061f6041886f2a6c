import { describe, expect, it } from "vitest";
import { csv } from "../../../main/web/answer/csv";
import { fileName } from "../../../main/web/answer/download";
import type { Cell, Column, Table } from "../../../main/web/api/answer";
import { answered } from "../fixtures";

const name: Column = { name: "n", type: "string", label: "名称", role: "dimension", measure: "value", second: false, unit: "number" };
const gmv: Column = { ...name, name: "gmv", type: "decimal", label: "GMV", role: "metric", unit: "currency" };

function table(...rows: readonly (readonly Cell[])[]): Table {
  return { columns: [name, gmv], rows, approximate: false, truncated: false, labels: { n: { "1": "一号店" } } };
}

describe("a CSV file", () => {
  it("begins with the mark of UTF-8, has names for values and all digits of figures", () => {
    expect(csv(table(["1", 18234567.8], ["x", null]), "zh")).toBe("\ufeff名称,GMV\r\n一号店,18234567.8\r\nx,\r\n");
  });

  it("quotes what needs it", () => {
    expect(csv(table(['a "b", c\nd', 1]), "zh")).toContain('"a ""b"", c\nd",1');
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])("has no formula in %j", (text) => {
    const lines = csv(table([text, -5]), "zh").slice("\ufeff名称,GMV\r\n".length);
    expect(lines.replace(/^"/, "").startsWith(`'${text}`)).toBe(true);
    expect(lines).toContain(",-5\r\n");
  });

  it("has every row of an answer", () => {
    const { table: shown } = answered("ranking-zh");
    expect(csv(shown, "zh").trimEnd().split("\r\n")).toHaveLength(6);
  });
});

describe("the name of a file", () => {
  it("is what was asked, as far as file systems take it", () => {
    expect(fileName('上个月 "GMV"/省?', "csv")).toBe("上个月 GMV 省.csv");
    expect(fileName("???", "png")).toBe("mingshu.png");
    expect(fileName("长".repeat(200), "csv")).toHaveLength(64);
  });
});
