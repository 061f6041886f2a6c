/** The answer of `POST /api/v1/ask`, as the server sends it. Rates are fractions, missing values null. */

export type Language = "zh" | "en";
export type Status = "answered" | "clarify" | "declined" | "error";
export type Cell = string | number | boolean | null;
export type Role = "dimension" | "time" | "metric";
export type Measure = "value" | "previous" | "difference" | "change" | "share";
export type Unit = "currency" | "count" | "people" | "percent" | "number";

export const CHART_TYPES = [
  "number",
  "numbers",
  "line",
  "column",
  "bar",
  "stacked_column",
  "grouped_column",
  "area",
  "donut",
  "heatmap",
  "scatter",
  "cohort_heatmap",
  "retention_curves",
  "funnel",
  "sankey",
  "lifecycle",
  "rfm_grid",
  "segment_bars",
  "table",
  "empty",
] as const;
export type ChartType = (typeof CHART_TYPES)[number];

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly label: string;
  readonly role: Role;
  readonly metric?: string;
  readonly measure: Measure;
  /** Whether it belongs to the second of two comparisons. */
  readonly second: boolean;
  readonly unit: Unit;
  readonly grain?: string;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly approximate: boolean;
  readonly truncated: boolean;
  /** By column, what people read for a value. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface Span {
  readonly text: string;
  readonly role: string;
  readonly refersTo: string;
}

/** A part of the query that an answer came from, as the reading says it. */
export interface Chip {
  readonly id: string;
  readonly part: string;
  readonly label: string;
}

export interface Interpretation {
  readonly text: string;
  readonly unused: readonly string[];
  readonly spans: readonly Span[];
}

/** Business time without a zone; `until` is the first moment that no longer counts. */
export interface Period {
  readonly from: string;
  readonly until: string;
  readonly complete: boolean;
}

export interface Note {
  readonly code: string;
  readonly text: string;
}

export interface Definition {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly unit: string;
  readonly formula: string;
}

export interface ChartSpec {
  readonly type: ChartType;
  readonly x?: string;
  /** The column that says how far each value of `x` reaches, itself included; null there is to the end. */
  readonly xEnd?: string;
  readonly y: readonly string[];
  readonly series?: string | undefined;
  /** How the rows are ways through pages; always there where they are drawn as such. */
  readonly flow?: Flow;
  readonly reason: string;
  readonly alternatives: readonly ChartType[];
}

export interface Flow {
  /** The columns of pages, one after the other. */
  readonly levels: readonly string[];
  /** Whether all ways begin (from) or end (to) at one page. */
  readonly direction: "from" | "to";
}

export interface Option {
  readonly label: string;
  readonly question: string;
}

export interface Clarification {
  readonly question: string;
  readonly options: readonly Option[];
}

export interface Issue {
  readonly code: string;
  readonly words: string;
  readonly text: string;
  readonly suggestions: readonly string[];
}

/** The answer's people, who can be saved as a segment. */
export interface SegmentOffer {
  /** Who belongs to it, in words. */
  readonly definition: string;
  /** What it is to be called, where that was said. */
  readonly label?: string;
}

/** Milliseconds. */
export interface Timings {
  readonly parse?: number;
  readonly plan?: number;
  readonly execute?: number;
  readonly total?: number;
}

export interface Source {
  readonly table: string;
  readonly reason: string;
}

export interface Answer {
  readonly status: Status;
  readonly language: Language;
  readonly question: string;
  readonly text: string;
  readonly interpretation?: Interpretation;
  readonly table?: Table;
  readonly period?: Period;
  readonly base?: Period;
  /** Where the figure is compared with two periods. */
  readonly secondBase?: Period;
  readonly notes: readonly Note[];
  readonly definitions: readonly Definition[];
  readonly query?: unknown;
  /** The parts of the query, in the order of the reading; empty from a server that does not tell them. */
  readonly chips: readonly Chip[];
  /** The relational plan, as text; may be empty. */
  readonly plan: string;
  /** Whether somebody has confirmed the reading of this question. */
  readonly verified: boolean;
  readonly sql: string;
  /** The tables that were read, and why those. */
  readonly sources: readonly Source[];
  readonly engine: string;
  readonly chart?: ChartSpec;
  readonly suggestions: readonly string[];
  readonly clarification?: Clarification;
  readonly segment?: SegmentOffer;
  readonly issues: readonly Issue[];
  readonly timings: Timings;
  readonly traceId: string;
  /** Sent along with the next question, so that it may refer to this one. */
  readonly conversationId?: string;
}
