import { textOf } from "../answer/widest";
import { integer } from "../answer/figures";
import type { Language, Table } from "../api/answer";
import { wordsIn } from "../i18n/language";
import { type Painting, type Studio, widthOf, write } from "./painting";

const ROW = 34;
const GAP = 16;
const MOST_ROWS = 30;

/** The first rows of a table, each column as wide as it needs, all shrunk alike where they do not fit. */
export function tablePainting(studio: Studio, table: Table, language: Language): Painting {
  const { pen, width, colours } = studio;
  const shown = table.rows.slice(0, MOST_ROWS);
  const cells = [
    table.columns.map((column) => column.label),
    ...shown.map((row) => table.columns.map((column, i) => textOf(table, column, row[i] ?? null, language, false))),
  ];
  const wanted = table.columns.map((_, i) => Math.max(...cells.map((row) => widthOf(studio, row[i] ?? "", 15))) + 2 * GAP);
  const shrunk = Math.min(1, width / wanted.reduce((sum, one) => sum + one, 0));
  const widths = wanted.map((one) => one * shrunk);
  const left = table.rows.length > shown.length;
  return {
    height: (cells.length + (left ? 1 : 0)) * ROW,
    paint(x0, top) {
      cells.forEach((row, r) => {
        const y = top + r * ROW;
        let x = x0;
        row.forEach((text, i) => {
          const right = table.columns[i]?.role === "metric";
          const room = Math.max(1, (widths[i] ?? 0) - 2 * GAP);
          write(studio, text, right ? x + GAP + room : x + GAP, y + ROW / 2, {
            size: 15,
            bold: r === 0,
            colour: r === 0 ? colours.muted : colours.ink,
            align: right ? "right" : "left",
            room,
          });
          x += widths[i] ?? 0;
        });
        pen.fillStyle = colours.line;
        pen.fillRect(x0, y + ROW - 1, x - x0, 1);
      });
      if (left) {
        const words = wordsIn(language).rowsLeftOut(integer(shown.length, language), integer(table.rows.length, language));
        write(studio, words, x0 + GAP, top + (cells.length + 0.5) * ROW, { colour: colours.muted });
      }
    },
  };
}
