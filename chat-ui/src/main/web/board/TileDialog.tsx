import type { Signal } from "@preact/signals";
import { Facts } from "../answer/Facts";
import { ResultView } from "../answer/ResultView";
import type { Tile } from "../api/boards";
import { Dialog } from "../ui/Dialog";
import { Icon } from "../ui/icons";
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
          {answer.table && <ResultView key={tile.id} answer={answer} table={answer.table} />}
        </article>
      )}
    </Dialog>
  );
}
