import type { Answer, ChartSpec, Table } from "../api/answer";
import { type DrawnType, drawing } from "../chart/drawing";
import type { Painting, Studio } from "./painting";

const LEAST_HEIGHT = 360;
/** The drawing is laid out in the picture's size, and has its finer dots. */
const SCALE = 2;

/** The chart drawn apart from the page, so that it has the same size and colours on every screen. */
export async function chartPainting(studio: Studio, answer: Answer, table: Table, spec: ChartSpec, type: DrawnType): Promise<Painting> {
  const { pen, width, font, colours } = studio;
  const { language, notes } = answer;
  const incomplete = notes.some(({ code }) => code === "INCOMPLETE_PERIOD");
  const drawn = drawing(type, table, spec, incomplete, language);
  const height = Math.max(LEAST_HEIGHT, drawn.height(false));
  const [{ svgOf }] = await Promise.all([import("../chart/engine"), drawn.flows && import("../chart/flowEngine")]);
  const option = drawn.option({ palette: colours, language, font, narrow: false, still: true });
  const image = new Image(width * SCALE, height * SCALE);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(option, width, height))}`;
  await image.decode();
  return { height, paint: (left, top) => pen.drawImage(image, left, top, width, height) };
}
