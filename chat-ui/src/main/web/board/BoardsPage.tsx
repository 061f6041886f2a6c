import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { Board, BoardList, BoardSummary, BoardTemplate } from "../api/boards";
import { type Failure, failureOf } from "../api/http";
import { momentText } from "../history/moments";
import { language, words } from "../i18n/language";
import { AppContext } from "../page/app";
import { Link } from "../page/Link";
import { Actions } from "../ui/Actions";
import { Icon } from "../ui/icons";
import { say } from "../ui/toasts";
import "./board.css";
import { removeBoard, removedBoards } from "./removal";
import { board } from "./words";

const NOT_FOUND = 404;

/** All boards, and those that can be had ready-made. */
export function BoardsPage() {
  const app = useContext(AppContext);
  const w = board.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const [found, setFound] = useState<BoardList>();
  const [failure, setFailure] = useState<Failure>();
  const [attempt, setAttempt] = useState(0);
  const [making, setMaking] = useState(false);
  const shownIn = language.value;

  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    let gone = false;
    setFailure(undefined);
    app?.boards.list(shownIn).then(
      (list) => !gone && setFound(list),
      (error: unknown) => !gone && setFailure(failureOf(error)),
    );
    return () => {
      gone = true;
    };
  }, [app, attempt, shownIn]);

  if (app === undefined) {
    return null;
  }
  const make = (made: Promise<Board>) => {
    setMaking(true);
    made
      .then(({ id }) => app.router.go({ page: "board", id }))
      .catch((error: unknown) => say(failureOf(error).message || w.notCreated))
      .finally(() => setMaking(false));
  };
  const hidden = removedBoards().value;
  const boards = found?.boards.filter(({ id }) => !hidden.has(id)) ?? [];
  const templates = found?.templates ?? [];
  return (
    <main id="main" class="boards-page">
      <div class="boards-head">
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {w.boards}
          </h2>
          <p>{w.boardsHint}</p>
        </div>
        <button type="button" class="primary" data-action="new-board" disabled={making || found === undefined} onClick={() => make(app.boards.create(w.newBoardTitle))}>
          {w.newBoard}
        </button>
      </div>
      {failure !== undefined && (
        <div class="notice-page" role="alert">
          <h3>{failure.status === NOT_FOUND ? w.absent : w.listFailed}</h3>
          {failure.status !== NOT_FOUND && (
            <>
              <p>{failure.status === 0 ? words.value.unreachable : failure.message}</p>
              <button type="button" class="choice" onClick={() => setAttempt(attempt + 1)}>
                {w.retry}
              </button>
            </>
          )}
        </div>
      )}
      {found === undefined && failure === undefined && (
        <ul class="board-cards" role="status" aria-busy="true">
          <li class="sr-only">{w.listLoading}</li>
          {[0, 1, 2].map((n) => (
            <li key={n} class="board-card">
              <div class="bone wide" />
              <div class="bone" />
            </li>
          ))}
        </ul>
      )}
      {found !== undefined && boards.length === 0 && (
        <div class="boards-none">
          <Icon name="board" />
          <h3>{w.none}</h3>
          <p>{templates.length > 0 ? w.noneHint : w.noneHintBare}</p>
        </div>
      )}
      {boards.length > 0 && (
        <section aria-label={w.yours}>
          <h3>{w.yours}</h3>
          <ul class="board-cards">
            {boards.map((summary) => (
              <BoardCard key={summary.id} summary={summary} remove={() => removeBoard(app, summary)} />
            ))}
          </ul>
        </section>
      )}
      {templates.length > 0 && (
        <section aria-label={w.templates}>
          <h3>{w.templates}</h3>
          <p class="section-hint">{w.templatesHint}</p>
          <ul class="board-cards">
            {templates.map((template) => (
              <TemplateCard key={template.name} template={template} busy={making} make={() => make(app.boards.fromTemplate(template.name, shownIn))} />
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

function BoardCard({ summary, remove }: { readonly summary: BoardSummary; readonly remove: () => void }) {
  const w = board.value;
  return (
    <li class="board-card">
      <Link to={{ page: "board", id: summary.id }} class="board-link">
        {summary.title}
      </Link>
      <p>
        {w.tiles(summary.tiles)}
        {summary.updatedAt !== "" && ` · ${w.updated(momentText(summary.updatedAt))}`}
      </p>
      <Actions label={w.actionsOf(summary.title)} items={[{ key: "delete", label: w.delete, act: remove, grave: true }]} />
    </li>
  );
}

interface TemplateCardProps {
  readonly template: BoardTemplate;
  readonly busy: boolean;
  readonly make: () => void;
}

function TemplateCard({ template, busy, make }: TemplateCardProps) {
  return (
    <li class="board-card template">
      <button type="button" class="board-link" data-template={template.name} title={board.value.useTemplate(template.title)} disabled={busy} onClick={make}>
        {template.title}
      </button>
      <p>{template.description}</p>
      <Icon name="plus" />
    </li>
  );
}
