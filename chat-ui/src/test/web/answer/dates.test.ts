import { describe, expect, it } from "vitest";
import { bucket, duration, periodText } from "../../../main/web/answer/dates";

describe("a time bucket", () => {
  it.each([
    ["2026-06-30", "day", "zh", "2026-06-30"],
    ["2026-06-01", "month", "zh", "2026年6月"],
    ["2026-06-01", "month", "en", "Jun 2026"],
    ["2026-06-29", "week", "en", "week of 2026-06-29"],
    ["2026-04-01", "quarter", "zh", "2026年第2季度"],
    ["2026-04-01", "quarter", "en", "Q2 2026"],
    ["2026-01-01", "year", "en", "2026"],
    ["2026-06-30T14:00", "hour", "zh", "2026-06-30 14:00"],
  ] as const)("%s by %s in %s reads %s", (value, grain, language, text) => {
    expect(bucket(value, grain, language, false)).toBe(text);
  });

  it("leaves out the year on an axis of days", () => {
    expect(bucket("2026-06-30", "day", "zh", true)).toBe("06-30");
  });
});

describe("a length of time", () => {
  it.each([
    [0, "zh", "0秒"],
    [26, "zh", "26秒"],
    [118, "zh", "1分58秒"],
    [3_600, "en", "1h"],
    [97_200, "en", "1d 3h"],
  ] as const)("of %s seconds in %s reads %s", (seconds, language, text) => {
    expect(duration(seconds, language)).toBe(text);
  });
});

describe("a period", () => {
  it("of whole days names its last day", () => {
    const june = { from: "2026-06-01T00:00", until: "2026-07-01T00:00", complete: true };
    expect(periodText(june, "zh")).toBe("2026-06-01 至 2026-06-30");
    expect(periodText({ ...june, from: "2026-06-30T00:00" }, "en")).toBe("2026-06-30");
  });

  it("that ends in the middle of a day names the time", () => {
    const today = { from: "2026-07-01T00:00", until: "2026-07-01T10:00", complete: false };
    expect(periodText(today, "en")).toBe("2026-07-01 00:00 to 2026-07-01 10:00");
  });
});
