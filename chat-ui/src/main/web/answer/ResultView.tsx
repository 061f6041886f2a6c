import { useMemo, useState } from "preact/hooks";
import type { Answer, ChartSpec, ChartType, Table } from "../api/answer";
import { Chart } from "../chart/Chart";
import { CohortMap } from "../chart/CohortMap";
import { type DrawnType, drawing, isDrawn } from "../chart/drawing";
import { Funnel } from "../chart/Funnel";
import { words } from "../i18n/language";
import { BigNumbers } from "./BigNumbers";
import { DataTable } from "./DataTable";

const INCOMPLETE = new Set(["INCOMPLETE_PERIOD"]);

/** The figures of an answer: the chart that fits, the other valid ones one tap away, and the table. */
export function ResultView({ answer, table }: { readonly answer: Answer; readonly table: Table }) {
  const spec = answer.chart ?? TABLE_ONLY;
  const [type, setType] = useState<ChartType>(spec.type);
  if (table.rows.length === 0 || spec.type === "empty") {
    return (
      <div class="empty">
        <p class="empty-title">{words.value.noRows}</p>
        <p>{words.value.noRowsHint}</p>
      </div>
    );
  }
  const choices = [...new Set([spec.type, ...spec.alternatives])];
  const plainNumber = type === "number" || type === "numbers";
  return (
    <div class="result">
      {choices.length > 1 && <TypeSwitch choices={choices} chosen={type} reason={spec.reason} choose={setType} />}
      {plainNumber && <BigNumbers table={table} figures={spec.y} language={answer.language} />}
      {type === "cohort_heatmap" && (
        <CohortMap table={table} spec={spec} language={answer.language} label={labelOf(type, answer)} />
      )}
      {type === "funnel" && <Funnel table={table} spec={spec} language={answer.language} />}
      {isDrawn(type) && <DrawnChart answer={answer} table={table} spec={spec} type={type} />}
      {!(plainNumber && table.rows.length === 1) && (
        <DataTable table={table} language={answer.language} unfolded={type === "table"} caption={answer.text} />
      )}
    </div>
  );
}

const TABLE_ONLY: ChartSpec = { type: "table", y: [], reason: "", alternatives: [] };

interface DrawnChartProps {
  readonly answer: Answer;
  readonly table: Table;
  readonly spec: ChartSpec;
  readonly type: DrawnType;
}

function DrawnChart({ answer, table, spec, type }: DrawnChartProps) {
  const incomplete = answer.notes.some((note) => INCOMPLETE.has(note.code));
  const drawn = useMemo(
    () => drawing(type, table, spec, incomplete, answer.language),
    [type, table, spec, incomplete, answer.language],
  );
  return <Chart drawing={drawn} language={answer.language} label={labelOf(type, answer)} />;
}

function labelOf(type: ChartType, answer: Answer): string {
  return words.value.chartLabel(words.value.charts[type], answer.text);
}

interface TypeSwitchProps {
  readonly choices: readonly ChartType[];
  readonly chosen: ChartType;
  readonly reason: string;
  readonly choose: (type: ChartType) => void;
}

function TypeSwitch({ choices, chosen, reason, choose }: TypeSwitchProps) {
  return (
    <div class="type-switch" role="group" aria-label={words.value.chartTypes} title={reason}>
      {choices.map((type) => (
        <button key={type} type="button" aria-pressed={type === chosen} onClick={() => choose(type)}>
          {words.value.charts[type]}
        </button>
      ))}
    </div>
  );
}
