import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { palette } from "../../../main/web/chart/palette";

const css = readFileSync("src/main/web/page/page.css", "utf8");

/** The colours of a theme; the dark one overrides some of the light one's. */
function colours(theme: "light" | "dark"): Map<string, string> {
  const blocks = [...css.matchAll(/:root(\[data-theme="dark"\])? \{([^}]*)\}/g)];
  const wanted = theme === "light" ? blocks.slice(0, 1) : blocks;
  return new Map(wanted.flatMap(([, , body = ""]) => [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = "", colour = ""]) => [name, colour])));
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(["light", "dark"] as const)("the %s theme", (theme) => {
  const colour = (name: string) => colours(theme).get(name) ?? "";

  it.each([
    ["ink", "paper"],
    ["ink", "card"],
    ["ink", "sunk"],
    ["muted", "paper"],
    ["muted", "card"],
    ["muted", "sunk"],
    ["brand", "card"],
    ["brand", "sunk"],
    ["brand", "brand-wash"],
    ["brand-ink", "brand"],
    ["warn", "warn-wash"],
    ["warn", "sunk"],
    ["no", "card"],
    ["no", "sunk"],
  ])("can be read: %s on %s", (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it("shows the edge of what can be typed into", () => {
    expect(contrast(colour("edge"), colour("card"))).toBeGreaterThanOrEqual(3);
  });

  it("shows every mark of a chart on its ground", () => {
    const { marks, rest, ground, muted, ink } = palette(theme);
    expect(ground).toBe(colour("card"));
    for (const mark of [...marks, rest]) {
      expect(contrast(mark, ground), mark).toBeGreaterThanOrEqual(3);
    }
    for (const text of [ink, muted]) {
      expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
