import { bigNumbers } from "../answer/bigNumbers";
import type { Locale } from "../answer/figures";
import type { ChartSpec, Table } from "../api/answer";
import { wordsIn } from "../i18n/language";
import { type Painting, type Studio, write } from "./painting";

const HIGH = 132;
const MOST_ACROSS = 3;

/** One to six figures, large, each with what it is compared with. */
export function numberPainting(studio: Studio, table: Table, spec: ChartSpec, locale: Locale): Painting {
  const numbers = bigNumbers(table, spec.y, locale);
  const across = Math.min(MOST_ACROSS, Math.max(1, numbers.length));
  const column = studio.width / across;
  const room = column - 24;
  const { colours } = studio;
  return {
    height: Math.ceil(numbers.length / across) * HIGH,
    paint(left, top) {
      numbers.forEach(({ column: { label }, groups, value, details }, i) => {
        const x = left + (i % across) * column;
        const y = top + Math.floor(i / across) * HIGH;
        write(studio, [...groups, label].join(" · "), x, y + 14, { size: 15, colour: colours.muted, room });
        write(studio, value?.text ?? wordsIn(locale.language).missing, x, y + 58, { size: 46, bold: true, room });
        let at = x;
        for (const detail of details) {
          const change = detail.kind === "change";
          const text = change ? `${detail.arrow} ${detail.text}` : detail.text;
          const colour = change ? (colours.marks[0] ?? colours.ink) : colours.muted;
          at += write(studio, text, at, y + 104, { bold: change, colour, room: Math.max(1, x + room - at) }) + 14;
        }
      });
    },
  };
}
