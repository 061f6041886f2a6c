import { integer } from "../answer/figures";
import type { ChartSpec, Language, Table } from "../api/answer";
import { type Cohort, cohortData, SMALL_COHORT, strongest } from "../chart/cohorts";
import { cellRate, rateTick } from "../chart/rates";
import { inkOn, shade } from "../chart/shades";
import { wordsIn } from "../i18n/language";
import { block, type Painting, type Studio, widthOf, write } from "./painting";

const ROW = 36;
const GAP = 2;
const WIDEST_CELL = 104;
const WIDEST_HEAD = 240;
const KEY = 26;

/** A map of cohorts as the page shows it: a row for each, the stronger the colour the more came back. */
export function cohortPainting(studio: Studio, table: Table, spec: ChartSpec, language: Language): Painting {
  const data = cohortData(table, spec, language);
  const { colours, width } = studio;
  const w = wordsIn(language);
  const most = strongest(data);
  const rows = data.pooled === undefined ? data.cohorts : [data.pooled, ...data.cohorts];
  const sizeOf = ({ users, small }: Cohort) => w.people(integer(users, language)) + (small ? ` · ${w.smallCohort}` : "");
  const head = Math.min(WIDEST_HEAD, 14 + Math.max(...rows.flatMap((row) => [widthOf(studio, row.name, 13, true), widthOf(studio, sizeOf(row), 12)])));
  const cell = Math.min(WIDEST_CELL, (width - head) / data.intervals.length);
  const keys = [
    ...(data.cohorts.some(({ small }) => small) ? [w.smallCohortHint(SMALL_COHORT)] : []),
    ...(data.pooled === undefined ? [] : [w.pooledHint]),
  ];

  const paintRow = (cohort: Cohort, left: number, y: number) => {
    const bold = cohort === data.pooled;
    write(studio, cohort.name, left, y + 11, { size: 13, bold, room: head - 10 });
    write(studio, sizeOf(cohort), left, y + 26, { size: 12, colour: cohort.small ? colours.ink : colours.muted, room: head - 10 });
    cohort.returned.forEach((returned, i) => {
      const x = left + head + i * cell;
      if (returned === undefined) {
        hatch(studio, x, y, cell - GAP, ROW - GAP); return;
      }
      const ground = returned.rate === null ? undefined : shade(colours, returned.rate / most);
      if (ground !== undefined) {
        block(studio, ground, x, y, cell - GAP, ROW - GAP);
      }
      write(studio, returned.rate === null ? "–" : cellRate(returned.rate, language), x + (cell - GAP) / 2, y + ROW / 2, {
        size: 13,
        bold,
        colour: ground === undefined ? colours.muted : inkOn(ground),
        align: "center",
        room: Math.max(1, cell - 6),
      });
    });
  };
  return {
    height: ROW * (rows.length + 1) + 14 + KEY * (1 + keys.length),
    paint(left, top) {
      data.intervals.forEach((name, i) =>
        write(studio, name, left + head + i * cell + (cell - GAP) / 2, top + ROW / 2, {
          size: 12,
          colour: colours.muted,
          align: "center",
          room: Math.max(1, cell - 6),
        }),
      );
      rows.forEach((row, i) => paintRow(row, left, top + ROW * (i + 1)));
      const below = top + ROW * (rows.length + 1) + 14;
      paintScale(studio, most, rows.some(({ returned }) => returned.includes(undefined)), language, left, below);
      keys.forEach((text, i) => write(studio, text, left, below + KEY * (i + 1) + KEY / 2, { size: 13, colour: colours.muted, room: width }));
    },
  };
}

/** What the colours mean. */
function paintScale(studio: Studio, most: number, open: boolean, language: Language, left: number, top: number): void {
  const { pen, colours } = studio;
  const muted = { size: 13, colour: colours.muted };
  const middle = top + KEY / 2;
  let x = left + write(studio, rateTick(0, language), left, middle, muted) + 8;
  const shades = pen.createLinearGradient(x, 0, x + 120, 0);
  colours.ramp.forEach((colour, i) => shades.addColorStop(i / (colours.ramp.length - 1), colour));
  pen.fillStyle = shades;
  pen.fillRect(x, middle - 5, 120, 10);
  x += 128;
  x += write(studio, rateTick(most, language), x, middle, muted) + 24;
  if (open) {
    hatch(studio, x, middle - 7, 22, 14);
    write(studio, wordsIn(language).notOver, x + 30, middle, muted);
  }
}

/** What is not over yet is left open. */
function hatch({ pen, colours }: Studio, x: number, y: number, width: number, height: number): void {
  pen.save();
  pen.beginPath();
  pen.roundRect(x, y, width, height, 4);
  pen.clip();
  pen.strokeStyle = colours.line;
  pen.beginPath();
  for (let at = x - height; at < x + width; at += 8) {
    pen.moveTo(at, y + height);
    pen.lineTo(at + height, y);
  }
  pen.stroke();
  pen.restore();
}
