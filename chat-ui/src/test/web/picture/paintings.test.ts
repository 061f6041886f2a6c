import { describe, expect, it } from "vitest";
import { palette } from "../../../main/web/chart/palette";
import { cohortPainting } from "../../../main/web/picture/cohortPainting";
import { funnelPainting } from "../../../main/web/picture/funnelPainting";
import { numberPainting } from "../../../main/web/picture/numberPainting";
import type { Painting, Studio } from "../../../main/web/picture/painting";
import { tablePainting } from "../../../main/web/picture/tablePainting";
import { answered } from "../fixtures";

interface Written {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A pen that writes down what it writes. */
function studio(width = 968): { studio: Studio; written: Written[] } {
  const written: Written[] = [];
  const known: Record<string, unknown> = {
    measureText: (text: string) => ({ width: text.length * 10 }),
    fillText: (text: string, x: number, y: number) => written.push({ text, x, y }),
    createLinearGradient: () => ({ addColorStop: () => undefined }),
  };
  const pen = new Proxy(known, { get: (target, name) => target[String(name)] ?? (() => undefined), set: () => true });
  return { studio: { pen: pen as unknown as CanvasRenderingContext2D, width, font: "serif", colours: palette("light") }, written };
}

type Painter = (studio: Studio, answer: ReturnType<typeof answered>) => Painting;

function painted(name: string, painter: Painter) {
  const { studio: place, written } = studio();
  const painting = painter(place, answered(name));
  painting.paint(36, 100);
  return { painting, written, texts: written.map(({ text }) => text) };
}

const numbers: Painter = (place, { table, chart, language }) => numberPainting(place, table, chart, { language, currency: "CNY" });
const funnel: Painter = (place, { table, chart, language }) => funnelPainting(place, table, chart, language);
const cohorts: Painter = (place, { table, chart, language }) => cohortPainting(place, table, chart, language);

describe("a picture", () => {
  it.each([
    ["number-zh", numbers],
    ["numbers-en", numbers],
    ["funnel-zh", funnel],
    ["funnel-en", funnel],
    ["cohorts-zh", cohorts],
    ["cohorts-en", cohorts],
  ])("of %s stays within its room", (name, painter) => {
    const { painting, written } = painted(name, painter);
    expect(written.length).toBeGreaterThan(1);
    for (const { x, y } of written) {
      expect(x).toBeGreaterThanOrEqual(36);
      expect(x).toBeLessThanOrEqual(36 + 968);
      expect(y).toBeGreaterThanOrEqual(100);
      expect(y).toBeLessThanOrEqual(100 + painting.height);
    }
  });

  it("of a funnel has its steps, its people and where most are lost", () => {
    const { texts } = painted("funnel-zh", funnel);
    expect(texts).toContain("浏览行为");
    expect(texts).toContain("10,741 人");
    expect(texts.some((text) => text.startsWith("流失最多的一步：加购行为 → 下单行为"))).toBe(true);
  });

  it("of a split funnel names its groups at each step", () => {
    const { texts } = painted("funnel-en", funnel);
    expect(texts.filter((text) => text === "88VIP").length).toBeGreaterThan(1);
  });

  it("of cohorts has a rate for each that is over, and says what is not", () => {
    const { texts } = painted("cohorts-zh", cohorts);
    expect(texts).toContain("未到期");
    expect(texts).toContain("加权平均");
    expect(texts.filter((text) => text.endsWith("%")).length).toBeGreaterThan(7);
  });

  it("of a long table says how much of it is shown", () => {
    const { studio: place, written } = studio();
    const { table, language } = answered("huge-zh");
    tablePainting(place, table, language).paint(0, 0);
    expect(written.at(-1)?.text).toMatch(/^这里是前 30 行/);
  });
});
