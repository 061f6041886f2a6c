import { useContext, useEffect, useMemo, useState } from "preact/hooks";
import type { Board, Tile } from "../api/boards";
import { failureOf } from "../api/http";
import { language, words } from "../i18n/language";
import { AppContext, type App } from "../page/app";
import { Link } from "../page/Link";
import { Removing } from "../ui/removing";
import { say } from "../ui/toasts";
import "./board.css";
import { BoardHead } from "./BoardHead";
import { settle } from "./grid";
import { Grid } from "./Grid";
import { over } from "./periods";
import { OpenBoard } from "./openBoard";
import { TileDialog } from "./TileDialog";
import { TileRuns } from "./tileRuns";
import { board as boardWords } from "./words";

const NOT_FOUND = 404;

/** One board. */
export function BoardPage({ id }: { readonly id: string }) {
  const app = useContext(AppContext);
  return app === undefined ? null : <Shown app={app} id={id} />;
}

function Shown({ app, id }: { readonly app: App; readonly id: string }) {
  const w = boardWords.value;
  const [open] = useState(() => new OpenBoard(id, app.boards, () => say(boardWords.peek().stale)));
  const runs = useMemo(() => new TileRuns(app.runQuery, app.background), [app]);
  const [removing] = useState(() => new Removing());
  const [full, setFull] = useState<string>();
  const state = open.state.value;
  const board = state.kind === "ready" ? state.board : undefined;
  const shownIn = language.value;

  useEffect(() => {
    void open.load();
    return () => {
      void open.save();
      runs.stop();
    };
  }, [open, runs]);
  const refreshSeconds = board?.refreshSeconds ?? 0;
  useEffect(() => {
    if (refreshSeconds > 0) {
      const refresh = () => {
        // Nobody looks at a hidden one.
        if (!document.hidden) {
          refreshAll(open, runs);
        }
      };
      const timer = setInterval(refresh, refreshSeconds * 1000);
      return () => clearInterval(timer);
    }
    return undefined;
  }, [open, runs, refreshSeconds]);
  useEffect(() => {
    board?.tiles.forEach((tile) => runs.ensure(tile, board.period, shownIn));
  }, [board?.tiles, board?.period, runs, shownIn]);

  if (board === undefined) {
    return <NotThere open={open} />;
  }
  const hidden = removing.hidden.value;
  const tiles = board.tiles.filter((tile) => !hidden.has(tile.id));
  const change = (tileId: string, changed: (tile: Tile) => Tile) =>
    open.edit((now) => ({ ...now, tiles: now.tiles.map((tile) => (tile.id === tileId ? changed(tile) : tile)) }));
  const remove = (tile: Tile) =>
    removing.remove(tile.id, {
      remove: () => {
        open.edit((now) => ({ ...now, tiles: settle(now.tiles.filter((other) => other.id !== tile.id)) }));
        return open.save();
      },
      done: w.tileRemoved(tile.title),
      undo: w.undo,
      failed: w.notSaved,
    });
  const fullTile = tiles.find((tile) => tile.id === full);
  return (
    <main id="main" class="board-page">
      <BoardHead
        app={app}
        board={board}
        saving={open.saving.value}
        edit={(changed) => open.edit(changed)}
        save={() => void open.save()}
        refresh={() => refreshAll(open, runs)}
      />
      {tiles.length === 0 ? (
        <div class="boards-none">
          <h3>{w.empty}</h3>
          <p>{w.emptyHint}</p>
          <Link to={{ page: "home" }} class="choice">
            {w.askSomething}
          </Link>
        </div>
      ) : (
        <Grid
          tiles={tiles}
          runs={runs}
          place={(placed) => open.edit((now) => placedTiles(now, placed))}
          act={(tile) => ({
            refresh: () => runs.refresh(tile, board.period, shownIn),
            full: () => setFull(tile.id),
            ask: () => openAsQuestion(app, tile.title, over(tile.query, board.period)),
            rename: (title) => change(tile.id, (now) => ({ ...now, title })),
            remove: () => remove(tile),
          })}
        />
      )}
      {fullTile && <TileDialog tile={fullTile} run={runs.of(fullTile.id)} close={() => setFull(undefined)} />}
    </main>
  );
}

function NotThere({ open }: { readonly open: OpenBoard }) {
  const w = boardWords.value;
  const state = open.state.value;
  if (state.kind !== "failed") {
    return (
      <main id="main" class="board-page" aria-busy="true">
        <p class="sr-only" role="status">
          {w.loading}
        </p>
        <div class="bone wide" />
        <div class="board-bones">
          {[0, 1, 2, 3].map((n) => (
            <div key={n} class="bone" />
          ))}
        </div>
      </main>
    );
  }
  const missing = state.failure.status === NOT_FOUND;
  return (
    <main id="main" class="board-page">
      <div class="notice-page" role="alert">
        <h2>{missing ? w.missing : w.failed}</h2>
        <p>{missing ? w.missingHint : state.failure.status === 0 ? words.value.unreachable : state.failure.message}</p>
        {!missing && (
          <button type="button" class="choice" onClick={() => void open.load()}>
            {w.retry}
          </button>
        )}
        <Link to={{ page: "boards" }} class="choice">
          {w.all}
        </Link>
      </div>
    </main>
  );
}

function refreshAll(open: OpenBoard, runs: TileRuns): void {
  const state = open.state.peek();
  if (state.kind === "ready") {
    const { tiles, period } = state.board;
    tiles.forEach((tile) => runs.refresh(tile, period, language.peek()));
  }
}

/** The board with its shown tiles where they have been put; those that are about to go stay below. */
function placedTiles(board: Board, placed: readonly Tile[]): Board {
  const gone = board.tiles.filter((tile) => !placed.some((other) => other.id === tile.id));
  return { ...board, tiles: gone.length === 0 ? placed : settle([...placed, ...gone]) };
}

function openAsQuestion(app: App, title: string, query: unknown): void {
  app.opening.begin();
  app.thread.run(query, title, language.peek()).catch((error: unknown) => say(failureOf(error).message));
}
