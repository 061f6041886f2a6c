import { useState } from "preact/hooks";
import type { Board } from "../api/boards";
import { momentText } from "../history/moments";
import type { App } from "../page/app";
import { Link } from "../page/Link";
import { Actions } from "../ui/Actions";
import { Icon } from "../ui/icons";
import { TitleForm } from "../ui/TitleForm";
import type { Saving } from "./openBoard";
import { removeBoard } from "./removal";
import { overPeriod } from "./periods";
import { PeriodPicker } from "./PeriodPicker";
import { printBoard } from "./printing";
import { board as boardWords } from "./words";

const INTERVALS = [0, 60, 300, 900, 3600];

interface BoardHeadProps {
  readonly app: App;
  readonly board: Board;
  readonly saving: Saving;
  readonly edit: (change: (board: Board) => Board) => void;
  readonly save: () => void;
  readonly refresh: () => void;
}

/** What a board is called and what holds for all of it. */
export function BoardHead({ app, board, saving, edit, save, refresh }: BoardHeadProps) {
  const w = boardWords.value;
  const [naming, setNaming] = useState(false);
  const seconds = board.refreshSeconds;
  const nameOf = (n: number) => w.intervals[n] ?? w.everySeconds(n);
  const intervals = INTERVALS.includes(seconds) ? INTERVALS : [...INTERVALS, seconds];
  const remove = () => {
    app.router.go({ page: "boards" });
    removeBoard(app, board);
  };
  return (
    <header class="board-head">
      <nav aria-label={w.boards}>
        <Link to={{ page: "boards" }} class="back">
          {w.all}
        </Link>
      </nav>
      <div class="board-title">
        {naming ? (
          <TitleForm
            title={board.title}
            label={w.newName}
            cancel={() => setNaming(false)}
            save={(title) => {
              setNaming(false);
              edit((now) => ({ ...now, title }));
            }}
          />
        ) : (
          <h2 tabIndex={-1}>{board.title}</h2>
        )}
        <Actions
          label={w.actionsOf(board.title)}
          items={[
            { key: "rename", label: w.rename, act: () => setNaming(true) },
            { key: "delete", label: w.delete, act: remove, grave: true },
          ]}
        />
        <p class="saving" role="status" data-state={saving}>
          {saving === "saving" && w.saving}
          {saving === "failed" && (
            <>
              {w.notSaved}{" "}
              <button type="button" class="quiet" onClick={save}>
                {w.retry}
              </button>
            </>
          )}
        </p>
      </div>
      <div class="board-tools">
        <PeriodPicker
          period={board.period}
          set={(period) => edit((now) => overPeriod(now, period))}
        />
        <Actions
          label={w.autoRefresh}
          icon="clock"
          class="tool"
          text={nameOf(seconds)}
          items={intervals.map((n) => ({
            key: String(n),
            label: nameOf(n),
            checked: n === seconds,
            act: () => edit((now) => ({ ...now, refreshSeconds: n })),
          }))}
        />
        <button type="button" class="tool" aria-label={w.refreshNow} title={w.refreshNow} data-action="refresh" onClick={refresh}>
          <Icon name="refresh" />
        </button>
        <button type="button" class="tool" aria-label={w.print} title={w.print} data-action="print" onClick={() => void printBoard()}>
          <Icon name="print" />
        </button>
      </div>
      <p class="printed-at">{w.printedAt(momentText(new Date().toISOString()))}</p>
    </header>
  );
}
