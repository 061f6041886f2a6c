import { integer } from "../answer/figures";
import type { ChartSpec, Language, Table } from "../api/answer";
import { type FunnelData, type FunnelGroup, funnelData, lossInWords, lost } from "../chart/funnel";
import { markColour } from "../chart/look";
import { pointsText, rateText } from "../chart/rates";
import { wordsIn } from "../i18n/language";
import { block, type Painting, type Studio, widthOf, write } from "./painting";

const WORDS = 26;
const NAME = 190;
const GROUP = 130;
const LEAST_USERS = 74;
const BETWEEN = 14;
const EARLIER_OPACITY = 0.5;

/** What all bars have in common. */
interface Room {
  readonly studio: Studio;
  readonly data: FunnelData;
  readonly language: Language;
  readonly split: boolean;
  /** How wide the figures beside the bars are. */
  readonly figures: number;
}

/** A funnel as the page shows it: how many stay step by step, groups side by side at each step. */
export function funnelPainting(studio: Studio, table: Table, spec: ChartSpec, language: Language): Painting {
  const data = funnelData(table, spec, language);
  const { colours, width } = studio;
  const w = wordsIn(language);
  const split = data.allGroups > 1;
  const losses = lossInWords(data, language);
  const left = data.groups.length < data.allGroups ? [w.groupsLeftOut(integer(data.groups.length, language), integer(data.allGroups, language))] : [];
  const room: Room = { studio, data, language, split, figures: figuresOf(studio, data, language) };
  const bar = (split ? 20 : 34) + (data.compared ? 14 : 0);
  const between = split ? 0 : 26;
  const step = split ? 30 + data.groups.length * (bar + 8) + 12 : bar;
  const head = losses.length * WORDS + 10;

  const paintStep = (at: number, x: number, y: number) => {
    const middle = split ? y + 14 : y + bar / 2;
    block(studio, colours.ramp[0] ?? colours.line, x, middle - 11, 22, 22, 11);
    write(studio, String(at + 1), x + 11, middle, { size: 12, bold: true, colour: colours.marks[0] ?? colours.ink, align: "center" });
    write(studio, data.steps[at] ?? "", x + 32, middle, { room: split ? width - 32 : NAME - 44 });
    data.groups.forEach((group, i) => paintBar(room, group, at, i, x, split ? y + 30 + i * (bar + 8) : y));
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

function paintBar(room: Room, group: FunnelGroup, step: number, place: number, left: number, y: number): void {
  const { studio, data, language, figures, split } = room;
  const reached = group.steps[step];
  if (reached === undefined) {
    return;
  }
  const { pen, colours, width } = studio;
  const height = split ? 20 : 34;
  const x = left + (split ? GROUP : NAME);
  const long = width - (split ? GROUP : NAME) - figures - 16;
  const colour = markColour(colours, place);
  const track = (top: number, high: number, rate: number | null) => {
    block(studio, "#f3f1eb", x, top, long, high, 5);
    block(studio, colour, x, top, Math.max(2, long * (rate ?? 0)), high, 5);
  };
  if (split) {
    write(studio, group.name, left, y + height / 2, { size: 13, room: GROUP - 12 });
  }
  track(y, height, reached.fromFirst);
  if (reached.before !== undefined) {
    pen.globalAlpha = EARLIER_OPACITY;
    track(y + height + 3, 9, reached.before.fromFirst);
    pen.globalAlpha = 1;
  }
  const at = x + long + 16;
  const people = wordsIn(language).people(integer(reached.users, language));
  const users = write(studio, people, at, y + height / 2, { size: split ? 13 : 15, bold: true });
  const rest = at + Math.max(users, LEAST_USERS) + BETWEEN;
  write(studio, toldOf(data, group, step, language), rest, y + height / 2, {
    size: 13,
    colour: colours.muted,
    room: Math.max(1, left + width - rest),
  });
}

/** What is said of a group at a step beside its people. */
function toldOf(data: FunnelData, group: FunnelGroup, step: number, language: Language): string {
  const w = wordsIn(language);
  const reached = group.steps[step];
  const before = reached?.before;
  const told = [
    step > 0 && w.fromFirst(rateText(reached?.fromFirst ?? null, language)),
    step > 0 && before && pointsText(reached.fromFirst, before.fromFirst, language),
    step > 0 && data.allGroups > 1 && w.fromPrevious(rateText(reached?.fromPrevious ?? null, language)),
    step > 0 && data.allGroups > 1 && group.mostLost === step && w.mostLost,
    before && w.usersBefore(before.users === null ? "–" : integer(before.users, language)),
  ];
  return told.filter((text) => typeof text === "string" && text !== "").join("  ");
}

/** How much room the figures beside the bars need. */
function figuresOf(studio: Studio, data: FunnelData, language: Language): number {
  const size = data.allGroups > 1 ? 13 : 15;
  const widths = data.groups.flatMap((group) =>
    group.steps.map(({ users }, step) => {
      const people = widthOf(studio, wordsIn(language).people(integer(users, language)), size, true);
      return Math.max(people, LEAST_USERS) + BETWEEN + widthOf(studio, toldOf(data, group, step, language), 13);
    }),
  );
  return Math.min(studio.width / 2, Math.max(...widths) + 2);
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
