import { nameOf } from "../answer/cells";
import type { Cell, ChartSpec, Flow, Language, Table } from "../api/answer";
import { wordsIn } from "../i18n/language";

const MOST_PAGES = 6;

export interface FlowNode {
  readonly key: string;
  readonly name: string;
  readonly kind: "page" | "rest" | "end";
  /** Which colour a page has, on all levels the same. */
  readonly colour: number;
  /** From 0, in the order of time. */
  readonly column: number;
  readonly sessions: number;
}

export interface FlowLink {
  readonly from: FlowNode;
  readonly to: FlowNode;
  readonly sessions: number;
}

export interface FlowData {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
  readonly columns: number;
  readonly all: number;
  readonly remarks: readonly string[];
}

/** A stretch of ways, seen from the page where all begin (or end): from one level to the next. */
interface Stretch {
  readonly level: number;
  readonly from: string;
  /** Undefined where the way is over. */
  readonly to: string | undefined;
  readonly sessions: number;
}

const OTHERS = "\u0000others";
const END = "\u0000end";
const UNLISTED = "\u0000unlisted";

/** Pages by level and how many sessions go from one to the next. */
export function flowData(table: Table, spec: ChartSpec, flow: Flow, language: Language): FlowData {
  const w = wordsIn(language);
  const all = wholeOf(table, spec);
  const stretches = stretchesOf(table, spec, flow, all);
  const visits = sumBy(stretches.filter(isPage), ({ level, to }) => `${level + 1}/${to ?? ""}`);
  const folded = new Set<string>();
  const levels = Math.max(1, ...stretches.map(({ level, to }) => (to === undefined ? level : level + 1)));
  for (let level = 2; level <= levels; level++) {
    const here = [...visits].filter(([key]) => key.startsWith(`${level}/`)).sort(([, a], [, b]) => b - a);
    // One page alone is as well shown by its name.
    (here.length > MOST_PAGES + 1 ? here.slice(MOST_PAGES) : []).forEach(([key]) => folded.add(key));
  }
  const shown = (level: number, page: string) => (folded.has(`${level}/${page}`) ? OTHERS : page);
  const columns = levels + (stretches.some(({ level, to }) => to === undefined && level === levels) ? 1 : 0);

  const pages = rank(stretches);
  const nodes = new Map<string, FlowNode & { sessions: number }>();
  const node = (level: number, page: string, sessions: number) => {
    const key = `${level}/${page}`;
    const known = nodes.get(key);
    if (known !== undefined) {
      known.sessions += sessions;
      return known;
    }
    const made = {
      key,
      name: nameOfNode(table, flow, page, language),
      kind: page === END ? ("end" as const) : page === OTHERS || page === UNLISTED ? ("rest" as const) : ("page" as const),
      colour: pages.indexOf(page),
      column: flow.direction === "from" ? level - 1 : columns - level,
      sessions,
    };
    nodes.set(key, made);
    return made;
  };
  const links = new Map<string, { from: FlowNode; to: FlowNode; sessions: number }>();
  const anchor = stretches.find(({ level }) => level === 1)?.from;
  if (anchor !== undefined) {
    node(1, anchor, all);
  }
  for (const { level, from, to, sessions } of stretches) {
    const near = node(level, shown(level, from), 0);
    const far = node(level + 1, to === undefined ? END : shown(level + 1, to), sessions);
    const key = `${near.key}>${far.key}`;
    const [source, target] = flow.direction === "from" ? [near, far] : [far, near];
    const before = links.get(key)?.sessions ?? 0;
    links.set(key, { from: source, to: target, sessions: before + sessions });
  }
  return {
    nodes: [...nodes.values()].sort((a, b) => a.column - b.column || order(a) - order(b) || b.sessions - a.sessions),
    links: [...links.values()],
    columns,
    all,
    remarks: [
      ...(folded.size > 0 ? [w.flowOthersHint(MOST_PAGES)] : []),
      ...(levels === flow.levels.length ? [w.flowDepth(levels)] : []),
    ],
  };
}

/**
 * Rows are beginnings of ways where the spec has an x, otherwise whole ways in the order of time. What is as long
 * as ways may be is not followed further.
 */
function stretchesOf(table: Table, spec: ChartSpec, flow: Flow, all: number): readonly Stretch[] {
  const at = (name: string | undefined) => table.columns.findIndex((column) => column.name === name);
  const places = flow.levels.map(at);
  const [sessions, dropped] = [at(spec.y[0]), at(spec.y[1])];
  const pagesOf = (row: readonly Cell[]) => places.flatMap((i) => (row[i] == null ? [] : [String(row[i])]));
  if (spec.x !== undefined) {
    return table.rows.flatMap((row) => {
      const pages = pagesOf(row);
      const [before, last] = pages.slice(-2);
      const gone = pages.length < places.length ? Number(row[dropped] ?? 0) : 0;
      const reached = last ?? before;
      return [
        ...(last === undefined ? [] : stretch(pages.length - 1, before, last, Number(row[sessions] ?? 0))),
        ...stretch(pages.length, reached, undefined, gone),
      ];
    });
  }
  const listed = table.rows.map((row) => ({
    pages: flow.direction === "from" ? pagesOf(row) : pagesOf(row).reverse(),
    sessions: Number(row[sessions] ?? 0),
  }));
  const unlisted = all - listed.reduce((sum, way) => sum + way.sessions, 0);
  return [
    ...listed.flatMap((way) => [
      ...way.pages.slice(1).flatMap((page, i) => stretch(i + 1, way.pages[i], page, way.sessions)),
      ...(way.pages.length < places.length ? stretch(way.pages.length, way.pages.at(-1), undefined, way.sessions) : []),
    ]),
    ...stretch(1, listed[0]?.pages[0], UNLISTED, unlisted),
  ];
}

function stretch(level: number, from: string | undefined, to: string | undefined, sessions: number): readonly Stretch[] {
  return from === undefined || sessions <= 0 ? [] : [{ level, from, to, sessions }];
}

/** All sessions: those of the page itself, or what a listed way's share says. */
function wholeOf(table: Table, spec: ChartSpec): number {
  const at = (name: string | undefined) => table.columns.findIndex((column) => column.name === name);
  const [sessions, share] = [at(spec.y[0]), at(spec.y[1])];
  const [first] = table.rows;
  const count = Number(first?.[sessions] ?? 0);
  const part = first?.[share];
  return spec.x !== undefined || typeof part !== "number" || part <= 0 ? count : Math.round(count / part);
}

/** Pages by how many sessions see them, the one that all see first. */
function rank(stretches: readonly Stretch[]): readonly string[] {
  const anchors = stretches.filter(({ level }) => level === 1).map(({ from }) => from);
  const seen = sumBy(stretches.filter(isPage), ({ to }) => to ?? "");
  const others = [...seen].sort(([, a], [, b]) => b - a).map(([page]) => page);
  return [...new Set([...anchors, ...others])];
}

function isPage({ to }: Stretch): boolean {
  return to !== undefined && to !== UNLISTED;
}

function sumBy(stretches: readonly Stretch[], key: (stretch: Stretch) => string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  stretches.forEach((one) => sums.set(key(one), (sums.get(key(one)) ?? 0) + one.sessions));
  return sums;
}

function nameOfNode(table: Table, flow: Flow, page: string, language: Language): string {
  const w = wordsIn(language);
  switch (page) {
    case END:
      return w.flowEnds[flow.direction];
    case OTHERS:
      return w.flowOthers;
    case UNLISTED:
      return w.flowUnlisted;
    default: {
      const column = table.columns.find(({ name }) => flow.levels.includes(name) && table.labels[name]?.[page] !== undefined);
      return column === undefined ? page : nameOf(table, column, page, language, true);
    }
  }
}

/** Pages before what is left over, and that before the end. */
function order({ kind }: FlowNode): number {
  return kind === "page" ? 0 : kind === "rest" ? 1 : 2;
}
