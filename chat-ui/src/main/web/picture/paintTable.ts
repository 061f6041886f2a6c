import { textOf } from "../answer/widest";
import type { Language, Table } from "../api/answer";
import type { Palette } from "../chart/palette";

export const TABLE_ROW = 34;
const GAP = 16;

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly rows: number;
  readonly font: string;
  readonly colours: Palette;
}

/** The first rows of a table, each column as wide as it needs, all shrunk alike where they do not fit. */
export function paintTable(pen: CanvasRenderingContext2D, table: Table, language: Language, place: Place): void {
  const { left, top, width, rows, font, colours } = place;
  const cells = [
    table.columns.map((column) => column.label),
    ...table.rows
      .slice(0, rows)
      .map((row) => table.columns.map((column, i) => textOf(table, column, row[i] ?? null, language, false))),
  ];
  pen.font = `15px ${font}`;
  pen.textBaseline = "middle";
  const wanted = table.columns.map((_, i) => Math.max(...cells.map((row) => pen.measureText(row[i] ?? "").width)) + 2 * GAP);
  const total = wanted.reduce((sum, one) => sum + one, 0);
  const widths = wanted.map((one) => one * Math.min(1, width / total));
  cells.forEach((row, r) => {
    const y = top + r * TABLE_ROW;
    let x = left;
    pen.font = `${r === 0 ? "600 " : ""}15px ${font}`;
    pen.fillStyle = r === 0 ? colours.muted : colours.ink;
    row.forEach((text, i) => {
      const right = table.columns[i]?.role === "metric";
      const room = (widths[i] ?? 0) - 2 * GAP;
      pen.textAlign = right ? "right" : "left";
      pen.fillText(text, right ? x + GAP + room : x + GAP, y + TABLE_ROW / 2, Math.max(1, room));
      x += widths[i] ?? 0;
    });
    pen.fillStyle = colours.line;
    pen.fillRect(left, y + TABLE_ROW - 1, x - left, 1);
  });
}
