import { describe, expect, it } from "vitest";
import { en } from "../../../main/web/i18n/en";
import { initialLanguage } from "../../../main/web/i18n/language";
import { zh } from "../../../main/web/i18n/zh";

describe("the page's language at first", () => {
  it.each([
    ["en", ["zh-CN"], "en"],
    [null, ["en-GB", "zh"], "en"],
    [null, ["zh-TW", "en"], "zh"],
    [null, ["fr", "en"], "en"],
    [null, ["fr"], "zh"],
    ["xx", [], "zh"],
  ])("with %s chosen and a browser of %o is %s", (chosen, browser, language) => {
    expect(initialLanguage(chosen, browser)).toBe(language);
  });
});

describe("the dictionaries", () => {
  it("name the same kinds of words", () => {
    expect(Object.keys(en.roles)).toEqual(Object.keys(zh.roles));
    expect(Object.keys(en.units)).toEqual(Object.keys(zh.units));
  });

  it("have no Chinese left in English but the name of the other language", () => {
    const sample = Object.entries(en).filter(([key]) => key !== "switchLanguage" && key !== "languageName");
    expect(JSON.stringify(sample)).not.toMatch(/\p{Script=Han}/u);
  });
});
