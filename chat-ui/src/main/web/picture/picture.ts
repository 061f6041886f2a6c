import { periodText } from "../answer/dates";
import type { Answer, ChartType, Table } from "../api/answer";
import { drawing, isDrawn } from "../chart/drawing";
import { palette } from "../chart/palette";
import { wordsIn } from "../i18n/language";
import { paintTable, TABLE_ROW } from "./paintTable";
import { lines } from "./wrapping";

const WIDTH = 1040;
const MARGIN = 36;
const SCALE = 2;
const MOST_ROWS = 30;

/** An answer as an image: the sentence, its chart (or its rows), and what it must be read with. Always on white. */
export async function pictureOf(answer: Answer, table: Table, type: ChartType): Promise<Blob> {
  // Double quotes would end the attribute that the drawing library writes it into.
  const font = getComputedStyle(document.body).fontFamily.replaceAll('"', "'");
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (pen === null) {
    throw new Error("no canvas");
  }
  const colours = palette("light");
  const inner = WIDTH - 2 * MARGIN;
  const titleFont = `600 22px ${font}`;
  pen.font = titleFont;
  const title = lines(answer.text, inner, (text) => pen.measureText(text).width);
  const chart = await chartImage(answer, table, type, inner, font);
  const rows = Math.min(table.rows.length, MOST_ROWS);
  const titleHeight = title.length * 33;
  const bodyHeight = chart?.height ?? (rows + 1) * TABLE_ROW;
  canvas.width = WIDTH * SCALE;
  canvas.height = (MARGIN + titleHeight + 20 + bodyHeight + 20 + 20 + MARGIN - 8) * SCALE;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, WIDTH, canvas.height);
  pen.fillStyle = colours.ink;
  pen.font = titleFont;
  pen.textBaseline = "top";
  title.forEach((line, i) => pen.fillText(line, MARGIN, MARGIN + i * 33));
  const top = MARGIN + titleHeight + 20;
  if (chart !== undefined) {
    pen.drawImage(chart.image, MARGIN, top, inner, chart.height);
  } else {
    paintTable(pen, table, answer.language, { left: MARGIN, top, width: inner, rows, font, colours });
  }
  pen.fillStyle = colours.muted;
  pen.font = `14px ${font}`;
  pen.textAlign = "left";
  pen.textBaseline = "top";
  pen.fillText(smallPrint(answer, table), MARGIN, top + bodyHeight + 20);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("no image")) : resolve(blob)), "image/png");
  });
}

function smallPrint(answer: Answer, table: Table): string {
  const w = wordsIn(answer.language);
  const { period, base, language } = answer;
  const open = period?.complete === false || answer.notes.some(({ code }) => code === "INCOMPLETE_PERIOD");
  return [
    period && `${w.period} ${periodText(period, language)}`,
    base && `${w.base} ${periodText(base, language)}`,
    open && w.incomplete,
    table.approximate && w.approximate,
    table.truncated && w.truncated,
    w.product,
  ]
    .filter((part) => typeof part === "string")
    .join(" · ");
}

interface ChartImage {
  readonly image: HTMLImageElement;
  readonly height: number;
}

/** The chart drawn apart from the page, so that it has the same size and colours on every screen. */
async function chartImage(answer: Answer, table: Table, type: ChartType, width: number, font: string): Promise<ChartImage | undefined> {
  const { chart: spec, notes, language } = answer;
  if (spec === undefined || !isDrawn(type)) {
    return undefined;
  }
  const incomplete = notes.some(({ code }) => code === "INCOMPLETE_PERIOD");
  const drawn = drawing(type, table, spec, incomplete, language);
  const height = Math.max(360, drawn.height(false));
  const [{ svgOf }] = await Promise.all([import("../chart/engine"), drawn.flows && import("../chart/flowEngine")]);
  const option = drawn.option({ palette: palette("light"), language, font, narrow: false, still: true });
  const image = new Image(width * SCALE, height * SCALE);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(option, width, height))}`;
  await image.decode();
  return { image, height };
}
