import { periodText } from "../answer/dates";
import type { Answer, ChartType, Table } from "../api/answer";
import { isDrawn } from "../chart/drawing";
import { palette } from "../chart/palette";
import { wordsIn } from "../i18n/language";
import { catalog } from "../page/catalog";
import { chartPainting } from "./chartPainting";
import { cohortPainting } from "./cohortPainting";
import { funnelPainting } from "./funnelPainting";
import { numberPainting } from "./numberPainting";
import { type Painting, type Studio, write } from "./painting";
import { tablePainting } from "./tablePainting";
import { lines } from "./wrapping";

const WIDTH = 1040;
const MARGIN = 36;
const GAP = 20;
const SCALE = 2;
const TITLE = { size: 22, line: 33 } as const;

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
  const studio: Studio = { pen, width: WIDTH - 2 * MARGIN, font, colours };
  pen.font = `600 ${TITLE.size}px ${font}`;
  const title = lines(capital(answer.text), studio.width, (text) => pen.measureText(text).width);
  const body = await bodyOf(studio, answer, table, type);
  const top = MARGIN + title.length * TITLE.line + GAP;
  canvas.width = WIDTH * SCALE;
  canvas.height = (top + body.height + GAP + 12 + MARGIN) * SCALE;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = colours.ground;
  pen.fillRect(0, 0, WIDTH, canvas.height);
  title.forEach((line, i) => write(studio, line, MARGIN, MARGIN + (i + 0.5) * TITLE.line, { size: TITLE.size, bold: true }));
  body.paint(MARGIN, top);
  write(studio, smallPrint(answer, table), MARGIN, top + body.height + GAP + 7, { colour: colours.muted, room: studio.width });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("no image")) : resolve(blob)), "image/png");
  });
}

/** What is looked at, drawn. */
function bodyOf(studio: Studio, answer: Answer, table: Table, type: ChartType): Painting | Promise<Painting> {
  const { chart: spec, language } = answer;
  if (spec === undefined) {
    return tablePainting(studio, table, language);
  }
  if (isDrawn(type)) {
    return chartPainting(studio, answer, table, spec, type);
  }
  switch (type) {
    case "cohort_heatmap":
      return cohortPainting(studio, table, spec, language);
    case "funnel":
      return funnelPainting(studio, table, spec, language);
    case "number":
    case "numbers":
      return numberPainting(studio, table, spec, { language, currency: catalog.value.currency });
    default:
      return tablePainting(studio, table, language);
  }
}

/** English sentences may begin with a name that is written small within one. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
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
