import { integer } from "../answer/figures";
import type { ChartSpec, Language, Table } from "../api/answer";
import { type FunnelData, type FunnelGroup, funnelData, lossInWords, lost } from "../chart/funnel";
import { markColour } from "../chart/look";
import { pointsText, rateText } from "../chart/rates";
import { wordsIn } from "../i18n/language";
import { block, type Painting, type Studio, write } from "./painting";

const WORDS = 26;
const NAME = 190;
const GROUP = 130;
const FIGURES = { plain: 210, compared: 400, split: 330 } as const;
const EARLIER_OPACITY = 0.5;

/** A funnel as the page shows it: how many stay step by step, groups side by side at each step. */
export function funnelPainting(studio: Studio, table: Table, spec: ChartSpec, language: Language): Painting {
  const data = funnelData(table, spec, language);
  const { colours, width } = studio;
  const w = wordsIn(language);
  const split = data.allGroups > 1;
  const losses = lossInWords(data, language);
  const left = data.groups.length < data.allGroups ? [w.groupsLeftOut(integer(data.groups.length, language), integer(data.allGroups, language))] : [];
  const bar = (split ? 20 : 34) + (data.compared ? 14 : 0);
  const between = split ? 0 : 26;
  const step = split ? 30 + data.groups.length * (bar + 8) + 12 : bar;
  const head = losses.length * WORDS + 10;

  const paintStep = (at: number, x: number, y: number) => {
    const middle = split ? y + 14 : y + bar / 2;
    block(studio, colours.ramp[0] ?? colours.line, x, middle - 11, 22, 22, 11);
    write(studio, String(at + 1), x + 11, middle, { size: 12, bold: true, colour: colours.marks[0] ?? colours.ink, align: "center" });
    write(studio, data.steps[at] ?? "", x + 32, middle, { room: split ? width - 32 : NAME - 44 });
    data.groups.forEach((group, i) => paintBar(studio, data, group, at, i, language, x, split ? y + 30 + i * (bar + 8) : y));
  };
  return {
    height: head + data.steps.length * step + (data.steps.length - 1) * between + left.length * WORDS,
    paint(x, top) {
      losses.forEach((text, i) => write(studio, text, x, top + i * WORDS + WORDS / 2, { size: 15, bold: true, room: width }));
      data.steps.forEach((_, at) => {
        const y = top + head + at * (step + between);
        if (at > 0 && !split) {
          paintBetween(studio, data, at, language, x + NAME, y - between / 2);
        }
        paintStep(at, x, y);
      });
      left.forEach((text) => write(studio, text, x, top + head + data.steps.length * step + WORDS / 2, { size: 13, colour: colours.muted, room: width }));
    },
  };
}

function paintBar(studio: Studio, data: FunnelData, group: FunnelGroup, step: number, place: number, language: Language, left: number, y: number): void {
  const reached = group.steps[step];
  if (reached === undefined) {
    return;
  }
  const { pen, colours, width } = studio;
  const w = wordsIn(language);
  const split = data.allGroups > 1;
  const height = split ? 20 : 34;
  const figures = data.compared ? FIGURES.compared : split ? FIGURES.split : FIGURES.plain;
  const x = left + (split ? GROUP : NAME);
  const room = width - (split ? GROUP : NAME) - figures - 16;
  const colour = markColour(colours, place);
  const track = (top: number, high: number, rate: number | null) => {
    block(studio, "#f3f1eb", x, top, room, high, 5);
    block(studio, colour, x, top, Math.max(2, room * (rate ?? 0)), high, 5);
  };
  if (split) {
    write(studio, group.name, left, y + height / 2, { size: 13, room: GROUP - 12 });
  }
  track(y, height, reached.fromFirst);
  const { before } = reached;
  if (before !== undefined) {
    pen.globalAlpha = EARLIER_OPACITY;
    track(y + height + 3, 9, before.fromFirst);
    pen.globalAlpha = 1;
  }
  const most = group.mostLost === step;
  const told = [
    ...(step > 0 ? [w.fromFirst(rateText(reached.fromFirst, language))] : []),
    ...(step > 0 && before ? [pointsText(reached.fromFirst, before.fromFirst, language)] : []),
    ...(split && step > 0 ? [w.fromPrevious(rateText(reached.fromPrevious, language)) + (most ? ` · ${w.mostLost}` : "")] : []),
    ...(before ? [w.usersBefore(before.users === null ? "–" : integer(before.users, language))] : []),
  ];
  const at = x + room + 16;
  const users = write(studio, w.people(integer(reached.users, language)), at, y + height / 2, { size: split ? 13 : 15, bold: true });
  const rest = at + Math.max(users, 74) + 14;
  write(studio, told.filter((text) => text !== "").join("  "), rest, y + height / 2, {
    size: 13,
    colour: colours.muted,
    room: left + width - rest,
  });
}

/** What happens on the way to a step. */
function paintBetween(studio: Studio, data: FunnelData, step: number, language: Language, x: number, middle: number): void {
  const [group] = data.groups;
  if (group === undefined) {
    return;
  }
  const w = wordsIn(language);
  const { users, rate } = lost(group, step);
  const reached = group.steps[step];
  const most = group.mostLost === step;
  const words = [
    `↓ ${w.wentOn(rateText(reached?.fromPrevious ?? null, language), integer(users, language), rateText(rate, language))}`,
    ...(most ? [w.mostLost] : []),
    ...(reached?.before ? [w.rateBefore(rateText(reached.before.fromPrevious, language))] : []),
  ];
  write(studio, words.join(" · "), x, middle, { size: 13, bold: most, colour: most ? "#8a4b08" : studio.colours.muted });
}
