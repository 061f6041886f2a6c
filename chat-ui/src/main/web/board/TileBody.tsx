import type { Signal } from "@preact/signals";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { BigNumbers } from "../answer/BigNumbers";
import { DataTable } from "../answer/DataTable";
import type { Answer, ChartSpec, ChartType, Table } from "../api/answer";
import type { Tile } from "../api/boards";
import { Charts } from "../chart/Charts";
import { CohortMap } from "../chart/CohortMap";
import { type DrawnType, drawings, isDrawn } from "../chart/drawing";
import { Funnel } from "../chart/Funnel";
import { words } from "../i18n/language";
import type { TileRun } from "./tileRuns";
import { board } from "./words";

const LEAST_CHART = 120;
const SLOW_SECONDS = 5;
const TICK_MILLIS = 1_000;

interface TileBodyProps {
  readonly tile: Tile;
  readonly run: Signal<TileRun>;
  readonly retry: () => void;
  readonly ask: () => void;
}

/** The figures of a tile, or why there are none. */
export function TileBody({ tile, run, retry, ask }: TileBodyProps) {
  const { answer, failure, since } = run.value;
  const w = board.value;
  if (answer === undefined && failure !== undefined) {
    return (
      <div class="tile-body tile-message" data-state="failed" role="alert">
        <p class="tile-message-title">{w.tileFailed}</p>
        <p>{failure.status === 0 ? words.value.unreachable : failure.message}</p>
        <button type="button" class="choice" onClick={retry}>
          {w.retry}
        </button>
      </div>
    );
  }
  if (answer === undefined) {
    return <Fetching since={since} />;
  }
  const { table } = answer;
  if (answer.status !== "answered" || table === undefined) {
    const reason = answer.issues[0]?.text ?? answer.clarification?.question ?? answer.text;
    return (
      <div class="tile-body tile-message" data-state="declined">
        <p class="tile-message-title">{w.tileDeclined}</p>
        <p>{reason}</p>
        <button type="button" class="choice" onClick={ask}>
          {w.openAsQuestion}
        </button>
      </div>
    );
  }
  if (table.rows.length === 0 || answer.chart?.type === "empty") {
    return (
      <div class="tile-body tile-message" data-state="empty">
        <p class="tile-message-title">{w.tileEmpty}</p>
      </div>
    );
  }
  return <Figures key={typeOf(tile, answer)} answer={answer} table={table} type={typeOf(tile, answer)} />;
}

/** The chosen chart where it is valid for this answer, else the one that fits. */
export function typeOf(tile: Tile, { chart = TABLE_ONLY }: Answer): ChartType {
  const { chart: chosen } = tile;
  return chosen !== undefined && chart.alternatives.includes(chosen) ? chosen : chart.type;
}

const TABLE_ONLY: ChartSpec = { type: "table", y: [], reason: "", alternatives: [] };

interface FiguresProps {
  readonly answer: Answer;
  readonly table: Table;
  readonly type: ChartType;
}

/** The figures as the chart of this type, as high as their place is. */
export function Figures({ answer, table, type }: FiguresProps) {
  const box = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState<number>();
  const spec = answer.chart ?? TABLE_ONLY;
  const { language, text } = answer;
  useEffect(() => {
    if (box.current === null) {
      return;
    }
    const observer = new ResizeObserver(([entry]) => entry && setHeight(Math.floor(entry.contentRect.height)));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  const label = words.value.chartLabel(words.value.charts[type], text);
  // It may scroll, which the keyboard must be able to do.
  return (
    <div
      class="tile-body"
      data-state="shown"
      data-type={type}
      ref={box}
      lang={language === "zh" ? "zh-CN" : "en"}
      role="region"
      aria-label={label}
      tabIndex={0}
    >
      {(type === "number" || type === "numbers") && <BigNumbers table={table} figures={spec.y} language={language} />}
      {type === "cohort_heatmap" && <CohortMap table={table} spec={spec} language={language} label={label} />}
      {type === "funnel" && <Funnel table={table} spec={spec} language={language} />}
      {type === "table" && <DataTable table={table} language={language} unfolded caption={text} />}
      {isDrawn(type) && height !== undefined && (
        <Drawn answer={answer} table={table} spec={spec} type={type} label={label} height={height} />
      )}
    </div>
  );
}

interface DrawnProps extends FiguresProps {
  readonly spec: ChartSpec;
  readonly type: DrawnType;
  readonly label: string;
  readonly height: number;
}

/** A chart as high as its tile leaves room for; of several, each is. */
function Drawn({ answer, table, spec, type, label, height }: DrawnProps) {
  const { notes, language } = answer;
  const incomplete = notes.some(({ code }) => code === "INCOMPLETE_PERIOD");
  const drawn = useMemo(() => drawings(type, table, spec, incomplete, language), [type, table, spec, incomplete, language]);
  const fitted = useMemo(
    () =>
      drawn.map(({ name, drawing }) => {
        // The most words that can stand above and below it are left out of the room.
        const lines = drawing.remarks.length + (name === undefined ? 0 : 1);
        const room = Math.max(LEAST_CHART, height - 4 - REMARK_PIXELS * lines);
        return { name, drawing: { ...drawing, height: () => room } };
      }),
    [drawn, height],
  );
  return <Charts parts={fitted} language={language} label={label} />;
}

const REMARK_PIXELS = 22;

function Fetching({ since }: { readonly since: number | undefined }) {
  const w = board.value;
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (since === undefined) {
      return;
    }
    const timer = setInterval(() => setSeconds(Math.round((performance.now() - since) / TICK_MILLIS)), TICK_MILLIS);
    return () => clearInterval(timer);
  }, [since]);
  return (
    <div class="tile-body tile-fetching" aria-busy="true" data-state="fetching">
      <p>{seconds < SLOW_SECONDS ? w.tileLoading : w.tileSlow(seconds)}</p>
      <div class="bone" />
    </div>
  );
}
