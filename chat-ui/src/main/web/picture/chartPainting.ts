import type { Answer, ChartSpec, Table } from "../api/answer";
import { type Drawing, type DrawnType, drawings } from "../chart/drawing";
import { type Painting, type Studio, write } from "./painting";

const LEAST_HEIGHT = 360;
const NAME_HEIGHT = 32;
const GAP = 16;
/** The drawing is laid out in the picture's size, and has its finer dots. */
const SCALE = 2;

/** The chart drawn apart from the page, so that it has the same size and colours on every screen. */
export async function chartPainting(studio: Studio, answer: Answer, table: Table, spec: ChartSpec, type: DrawnType): Promise<Painting> {
  const { language, notes } = answer;
  const incomplete = notes.some(({ code }) => code === "INCOMPLETE_PERIOD");
  const parts = await Promise.all(
    drawings(type, table, spec, incomplete, language).map(async ({ name, drawing }) => {
      const painting = await drawingPainting(studio, drawing, answer);
      return name === undefined ? painting : named(studio, name, painting);
    }),
  );
  return {
    height: parts.reduce((sum, part) => sum + part.height, 0) + GAP * (parts.length - 1),
    paint: (left, top) => {
      let at = top;
      for (const part of parts) {
        part.paint(left, at);
        at += part.height + GAP;
      }
    },
  };
}

async function drawingPainting({ pen, width, font, colours }: Studio, drawn: Drawing, { language }: Answer): Promise<Painting> {
  const height = Math.max(LEAST_HEIGHT, drawn.height(false));
  const [{ svgOf }] = await Promise.all([import("../chart/engine"), drawn.flows && import("../chart/flowEngine")]);
  const option = drawn.option({ palette: colours, language, font, narrow: false, still: true });
  const image = new Image(width * SCALE, height * SCALE);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(option, width, height))}`;
  await image.decode();
  return { height, paint: (left, top) => pen.drawImage(image, left, top, width, height) };
}

/** The group's name above its drawing. */
function named(studio: Studio, name: string, painting: Painting): Painting {
  return {
    height: NAME_HEIGHT + painting.height,
    paint: (left, top) => {
      write(studio, name, left, top + NAME_HEIGHT / 2, { size: 15, bold: true, room: studio.width });
      painting.paint(left, top + NAME_HEIGHT);
    },
  };
}
