import {
  CHART_TYPES,
  type Answer,
  type Cell,
  type ChartSpec,
  type ChartType,
  type Chip,
  type Column,
  type Flow,
  type Interpretation,
  type Language,
  type Measure,
  type Period,
  type Role,
  type SegmentOffer,
  type Status,
  type Table,
  type Timings,
  type Unit,
} from "./answer";
import { list, object, oneOf, present, string, strings, text } from "./json";

const STATUSES: readonly Status[] = ["answered", "clarify", "declined", "error"];
const ROLES: readonly Role[] = ["dimension", "time", "metric"];
const SECOND = "second_";
const MEASURES: readonly Measure[] = ["value", "previous", "difference", "change", "share"];
const UNITS: readonly Unit[] = ["currency", "count", "people", "percent", "number"];

/**
 * Reads an answer. What a newer server adds is passed over and what an older one lacks is empty, so that a
 * page left open over an upgrade goes on showing answers.
 */
export function decodeAnswer(json: unknown): Answer {
  const o = object(json);
  const language = oneOf<Language>(["zh", "en"], o.language, "zh");
  const clarification = o.clarification === undefined ? undefined : object(o.clarification);
  return present<Answer>({
    status: oneOf(STATUSES, o.status, "error"),
    language,
    question: string(o.question),
    text: text(o.text, language) || text(object(o.error).text, language),
    interpretation: o.interpretation == null ? undefined : interpretation(o.interpretation, language),
    table: o.answer == null ? undefined : table(o.answer, language),
    period: period(o.period),
    base: period(o.base),
    secondBase: period(o.secondBase),
    notes: list(o.notes).map(object).map((n) => ({ code: string(n.code), text: text(n.text, language) })),
    definitions: list(o.definitions).map(object).map((d) => ({
      name: string(d.name),
      label: text(d.label, language),
      description: text(d.description, language),
      unit: string(d.unit).toLowerCase(),
      formula: string(d.formula),
    })),
    query: o.query,
    chips: list(o.chips).map(chip),
    plan: string(o.plan),
    verified: o.verified === true,
    sql: string(o.sql),
    engine: string(o.engine),
    sources: list(o.sources).map(object).map((s) => ({ table: string(s.table), reason: string(s.reason) })),
    chart: o.chart == null ? undefined : chart(o.chart, language),
    suggestions: strings(o.suggestions),
    clarification:
      clarification === undefined
        ? undefined
        : {
            question: text(clarification.question, language),
            options: list(clarification.options).map(object).map((c) => ({
              label: text(c.label, language),
              question: string(c.question),
            })),
          },
    segment: o.segment == null ? undefined : segment(o.segment, language),
    issues: list(o.issues).map(object).map((i) => ({
      code: string(i.code),
      words: string(i.words),
      text: text(i.text, language),
      suggestions: strings(i.suggestions),
    })),
    timings: timings(o.timings),
    traceId: string(o.traceId),
    conversationId: typeof o.conversationId === "string" ? o.conversationId : undefined,
  });
}

export function chip(json: unknown): Chip {
  const o = object(json);
  return { id: string(o.id), part: string(o.part), label: string(o.label) };
}

function segment(json: unknown, language: Language): SegmentOffer {
  const o = object(json);
  return present<SegmentOffer>({
    definition: text(o.definition, language),
    label: typeof o.label === "string" ? o.label : undefined,
  });
}

function interpretation(json: unknown, language: Language): Interpretation {
  const o = object(json);
  return {
    text: text(o.text, language),
    unused: strings(o.unused),
    spans: list(o.spans).map(object).map((s) => ({
      text: string(s.text),
      role: string(s.role),
      refersTo: string(s.refersTo),
    })),
  };
}

function table(json: unknown, language: Language): Table {
  const o = object(json);
  const labels = Object.entries(object(o.labels)).map(
    ([column, values]) =>
      [column, Object.fromEntries(Object.entries(object(values)).map(([v, l]) => [v, text(l, language)]))] as const,
  );
  return {
    columns: list(o.columns).map((c) => column(c, language)),
    rows: list(o.rows).map((row) => list(row).map(cell)),
    approximate: o.approximate === true,
    truncated: o.truncated === true,
    labels: Object.fromEntries(labels),
  };
}

function column(json: unknown, language: Language): Column {
  const o = object(json);
  const name = string(o.name);
  const measure = typeof o.measure === "string" ? o.measure : "value";
  return present<Column>({
    name,
    type: string(o.type),
    label: text(o.label, language) || name,
    role: oneOf(ROLES, o.role, o.metric === undefined ? "dimension" : "metric"),
    metric: typeof o.metric === "string" ? o.metric : undefined,
    measure: oneOf(MEASURES, measure.replace(SECOND, ""), "value"),
    second: measure.startsWith(SECOND),
    unit: oneOf(UNITS, o.unit, "number"),
    grain: typeof o.grain === "string" ? o.grain.toLowerCase() : undefined,
  });
}

function cell(value: unknown): Cell {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

function period(json: unknown): Period | undefined {
  if (json == null) {
    return undefined;
  }
  const o = object(json);
  return { from: string(o.from), until: string(o.until), complete: o.complete !== false };
}

function chart(json: unknown, language: Language): ChartSpec {
  const o = object(json);
  const ways = o.flow == null ? undefined : flow(o.flow);
  const known = (value: unknown): value is ChartType =>
    (CHART_TYPES as readonly unknown[]).includes(value) && (value !== "sankey" || ways !== undefined);
  return present<ChartSpec>({
    // A chart that this page cannot draw yet still has its table.
    type: known(o.type) ? o.type : "table",
    x: typeof o.x === "string" ? o.x : undefined,
    xEnd: typeof o.xEnd === "string" ? o.xEnd : undefined,
    y: strings(o.y),
    series: typeof o.series === "string" ? o.series : undefined,
    flow: ways,
    reason: text(o.reason, language),
    alternatives: list(o.alternatives).filter(known),
  });
}

function flow(json: unknown): Flow {
  const o = object(json);
  return { levels: strings(o.levels), direction: oneOf(["from", "to"], o.direction, "from") };
}

function timings(json: unknown): Timings {
  const o = object(json);
  const millis = (name: string) => (typeof o[name] === "number" ? o[name] : undefined);
  return present<Timings>({
    parse: millis("parse"),
    plan: millis("plan"),
    execute: millis("execute"),
    total: millis("total"),
  });
}
