import { describe, expect, it } from "vitest";
import { sqlTokens } from "../../../main/web/answer/sqlTokens";

describe("SQL in colours", () => {
  const sql = "SELECT \"select\", 1.5 FROM t -- 中文 'note'\nWHERE n = 'it''s <b>'";

  it("is still the same text", () => {
    expect(sqlTokens(sql).map((token) => token.text).join("")).toBe(sql);
  });

  it("tells keywords, strings, numbers and comments apart", () => {
    const of = (kind: string) => sqlTokens(sql).filter((token) => token.kind === kind).map((token) => token.text);
    expect(of("keyword")).toEqual(["SELECT", "FROM", "WHERE"]);
    expect(of("string")).toEqual(["'it''s <b>'"]);
    expect(of("number")).toEqual(["1.5"]);
    expect(of("comment")).toEqual(["-- 中文 'note'"]);
  });
});
