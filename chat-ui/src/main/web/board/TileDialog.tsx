import type { Signal } from "@preact/signals";
import { DataTable } from "../answer/DataTable";
import { Facts } from "../answer/Facts";
import type { Tile } from "../api/boards";
import { Dialog } from "../ui/Dialog";
import { Icon } from "../ui/icons";
import { Figures, typeOf } from "./TileBody";
import type { TileRun } from "./tileRuns";
import { board } from "./words";

interface TileDialogProps {
  readonly tile: Tile;
  readonly run: Signal<TileRun>;
  readonly close: () => void;
}

/** A tile over the whole window, with its table. */
export function TileDialog({ tile, run, close }: TileDialogProps) {
  const w = board.value;
  const { answer } = run.value;
  const type = answer === undefined ? "table" : typeOf(tile, answer);
  return (
    <Dialog label={tile.title} class="tile-dialog" close={close}>
      <header>
        <h2>{tile.title}</h2>
        <button type="button" class="icon" aria-label={w.close} title={w.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {answer === undefined ? (
        <p role="status">{run.value.failure === undefined ? w.tileLoading : w.tileFailed}</p>
      ) : (
        <article lang={answer.language === "zh" ? "zh-CN" : "en"}>
          <p class="sentence">{answer.text}</p>
          <Facts answer={answer} />
          {answer.table && <Figures answer={answer} table={answer.table} type={type} />}
          {answer.table && type !== "table" && answer.table.rows.length > 1 && (
            <DataTable table={answer.table} language={answer.language} unfolded caption={answer.text} />
          )}
        </article>
      )}
    </Dialog>
  );
}
