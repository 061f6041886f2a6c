import { useId, useMemo, useState } from "preact/hooks";
import type { Answer, ChartSpec, ChartType, Table } from "../api/answer";
import { Charts } from "../chart/Charts";
import { CohortMap } from "../chart/CohortMap";
import { type DrawnType, drawings, isDrawn } from "../chart/drawing";
import { Funnel } from "../chart/Funnel";
import { words } from "../i18n/language";
import { BigNumbers } from "./BigNumbers";
import { DataTable } from "./DataTable";

const INCOMPLETE = new Set(["INCOMPLETE_PERIOD"]);

interface ResultViewProps {
  readonly answer: Answer;
  readonly table: Table;
  /** The chart that is looked at, where somebody else keeps it. */
  readonly chosen?: ChartType | undefined;
  readonly choose?: (type: ChartType) => void;
}

/** The figures of an answer: the chart that fits, the other valid ones one tap away, and the table. */
export function ResultView({ answer, table, chosen, choose }: ResultViewProps) {
  const spec = answer.chart ?? TABLE_ONLY;
  const [own, setOwn] = useState<ChartType>();
  const type = chosen ?? own ?? spec.type;
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
      {choices.length > 1 && <TypeSwitch choices={choices} chosen={type} reason={spec.reason} choose={choose ?? setOwn} />}
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
  const parts = useMemo(
    () => drawings(type, table, spec, incomplete, answer.language),
    [type, table, spec, incomplete, answer.language],
  );
  return <Charts parts={parts} language={answer.language} label={labelOf(type, answer)} />;
}

function labelOf(type: ChartType, answer: Answer): string {
  return words.value.chartLabel(words.value.charts[type], answer.text);
}

interface TypeSwitchProps {
  /** The suggested one first. */
  readonly choices: readonly ChartType[];
  readonly chosen: ChartType;
  readonly reason: string;
  readonly choose: (type: ChartType) => void;
}

/** The charts that show these figures rightly; why one of them is suggested is told on hover and on focus. */
function TypeSwitch({ choices, chosen, reason, choose }: TypeSwitchProps) {
  const id = useId();
  const w = words.value;
  const [suggested] = choices;
  return (
    <div class="type-switch-place">
      <div class="type-switch" role="group" aria-label={w.chartTypes} aria-describedby={reason === "" ? undefined : id}>
        {choices.map((type) => (
          <button key={type} type="button" aria-pressed={type === chosen} onClick={() => choose(type)}>
            {w.charts[type]}
            {type === suggested && <span class="suggested" title={w.recommended} aria-hidden="true" />}
          </button>
        ))}
      </div>
      {reason !== "" && suggested && (
        <p class="reason" id={id} role="tooltip">
          {w.chartReason(w.charts[suggested], reason)}
        </p>
      )}
    </div>
  );
}
