import type { Signal } from "@preact/signals";
import { useState } from "preact/hooks";
import type { Tile } from "../api/boards";
import { periodText } from "../answer/dates";
import { language, words } from "../i18n/language";
import { Actions } from "../ui/Actions";
import { Icon } from "../ui/icons";
import { TitleForm } from "../ui/TitleForm";
import { TileBody } from "./TileBody";
import type { TileRun } from "./tileRuns";
import { board } from "./words";

/** What can be done with a tile. */
export interface TileActs {
  readonly refresh: () => void;
  readonly full: () => void;
  readonly ask: () => void;
  readonly rename: (title: string) => void;
  readonly remove: () => void;
}

export interface Grip {
  readonly start: (resizes: boolean, event: PointerEvent) => void;
  readonly drag: (event: PointerEvent) => void;
  readonly drop: (keep: boolean) => void;
  readonly key: (resizes: boolean, event: KeyboardEvent) => void;
}

interface TileProps {
  readonly tile: Tile;
  readonly run: Signal<TileRun>;
  readonly acts: TileActs;
  readonly movable: boolean;
  /** How far it hangs from its place; undefined: it is not being dragged. */
  readonly dragged: { readonly x: number; readonly y: number } | undefined;
  readonly grip: Grip;
}

/** A tile: its name, its figures, and what they must be read with. */
export function TileView({ tile, run, acts, movable, dragged, grip }: TileProps) {
  const w = board.value;
  const [naming, setNaming] = useState(false);
  const { x, y, w: width, h: height, title } = tile;
  const handle = (resizes: boolean) => ({
    onPointerDown: (event: PointerEvent) => grip.start(resizes, event),
    onPointerMove: grip.drag,
    onPointerUp: () => grip.drop(true),
    onPointerCancel: () => grip.drop(false),
    onKeyDown: (event: KeyboardEvent) => grip.key(resizes, event),
  });
  return (
    <li
      class="tile"
      data-tile={tile.id}
      data-dragged={dragged !== undefined}
      style={{
        "--x": String(x),
        "--y": String(y),
        "--w": String(width),
        "--h": String(height),
        transform: dragged && `translate(${dragged.x}px, ${dragged.y}px)`,
      }}
    >
      <header class="tile-head">
        {movable && (
          <button type="button" class="tile-grip" aria-label={w.move(title)} title={w.moveHint} {...handle(false)}>
            <Icon name="grip" />
          </button>
        )}
        {naming ? (
          <TitleForm
            title={title}
            label={w.newName}
            cancel={() => setNaming(false)}
            save={(to) => {
              setNaming(false);
              acts.rename(to);
            }}
          />
        ) : (
          <h3 title={title}>{title}</h3>
        )}
        <Actions
          label={w.tileActions(title)}
          items={[
            { key: "refresh", label: w.refresh, act: acts.refresh },
            { key: "full", label: w.fullScreen, act: acts.full },
            { key: "ask", label: w.openAsQuestion, act: acts.ask },
            { key: "rename", label: w.rename, act: () => setNaming(true) },
            { key: "remove", label: w.removeTile, act: acts.remove, grave: true },
          ]}
        />
      </header>
      <TileBody tile={tile} run={run} retry={acts.refresh} ask={acts.ask} />
      <TileFoot run={run} />
      {movable && (
        <button type="button" class="tile-corner" aria-label={w.resize(title)} title={w.resize(title)} {...handle(true)}>
          <Icon name="corner" />
        </button>
      )}
    </li>
  );
}

/** The days and the marks that figures must be read with; never folded away. */
function TileFoot({ run }: { readonly run: Signal<TileRun> }) {
  const { answer, at, failure, since } = run.value;
  const w = words.value;
  if (answer === undefined) {
    return null;
  }
  const { period, table, notes } = answer;
  const open = period?.complete === false || notes.some(({ code }) => code === "INCOMPLETE_PERIOD");
  return (
    <footer class="tile-foot">
      {period && <span>{periodText(period, language.value)}</span>}
      {open && (
        <span class="mark warn" title={w.incompleteHint}>
          {w.incomplete}
        </span>
      )}
      {table?.approximate === true && (
        <span class="mark warn" title={w.approximateHint}>
          {w.approximate}
        </span>
      )}
      {table?.truncated === true && <span class="mark warn">{w.truncated}</span>}
      {failure !== undefined && <span class="mark warn">{board.value.olderFigures}</span>}
      <span class="tile-at">
        {since !== undefined ? board.value.refreshing : at !== undefined && board.value.asOf(timeOf(at))}
      </span>
    </footer>
  );
}

function timeOf(moment: Date): string {
  return new Intl.DateTimeFormat(language.value === "zh" ? "zh-CN" : "en", { hour: "2-digit", minute: "2-digit" }).format(moment);
}
