import { useContext, useState } from "preact/hooks";
import type { ThreadSummary } from "../api/threads";
import { frame } from "../i18n/frame";
import { AppContext } from "../page/app";
import { Link } from "../page/Link";
import { Actions } from "../ui/Actions";
import { Icon } from "../ui/icons";
import { TitleForm } from "../ui/TitleForm";
import { grouped } from "./groups";

interface SidebarProps {
  /** Something has been chosen: a drawer closes. */
  readonly chosen: () => void;
}

/** The conversations of earlier, and the way to a new one and to the boards. */
export function Sidebar({ chosen }: SidebarProps) {
  const app = useContext(AppContext);
  const w = frame.value;
  if (app === undefined) {
    return null;
  }
  return (
    <div class="sidebar-body">
      <button
        type="button"
        class="new-thread"
        data-action="new-thread"
        onClick={() => {
          app.opening.begin();
          chosen();
        }}
      >
        <Icon name="plus" /> {w.newThread}
      </button>
      <nav aria-label={w.places}>
        <Link to={{ page: "boards" }} class="place" then={chosen}>
          <Icon name="board" /> {w.boards}
        </Link>
      </nav>
      <ThreadList chosen={chosen} />
    </div>
  );
}

function ThreadList({ chosen }: SidebarProps) {
  const app = useContext(AppContext);
  const w = frame.value;
  if (app === undefined || app.history.state.value === "absent") {
    return null;
  }
  const { history } = app;
  const hidden = history.removing.hidden.value;
  const threads = history.threads.value.filter(({ id }) => !hidden.has(id));
  return (
    <section class="history" aria-label={w.history} aria-busy={history.state.value === "loading"}>
      <h2>{w.history}</h2>
      {history.state.value === "loading" && (
        <div role="status">
          <span class="sr-only">{w.historyLoading}</span>
          <div class="bone" />
          <div class="bone wide" />
          <div class="bone" />
        </div>
      )}
      {history.state.value === "failed" && (
        <p class="history-note">
          {w.historyFailed}{" "}
          <button type="button" class="quiet" onClick={() => void history.refresh()}>
            {w.retry}
          </button>
        </p>
      )}
      {history.state.value === "ready" && threads.length === 0 && <p class="history-note">{w.historyEmpty}</p>}
      {grouped(threads, new Date()).map(({ age, threads: ofAge }) => (
        <section key={age} aria-label={w.ages[age]}>
          <h3>{w.ages[age]}</h3>
          <ul>
            {ofAge.map((thread) => (
              <ThreadRow key={thread.id} thread={thread} chosen={chosen} />
            ))}
          </ul>
        </section>
      ))}
      {history.more.value && (
        <button type="button" class="quiet" onClick={() => void history.showMore()}>
          {w.historyMore}
        </button>
      )}
    </section>
  );
}

function ThreadRow({ thread, chosen }: SidebarProps & { readonly thread: ThreadSummary }) {
  const app = useContext(AppContext);
  const [naming, setNaming] = useState(false);
  const w = frame.value;
  const title = thread.title === "" ? w.untitled : thread.title;
  if (naming) {
    return (
      <li>
        <TitleForm
          title={thread.title}
          label={w.newName}
          cancel={() => setNaming(false)}
          save={(to) => {
            setNaming(false);
            void app?.history.rename(thread.id, to);
          }}
        />
      </li>
    );
  }
  const remove = () => {
    const open = app?.thread.conversationId.value === thread.id;
    if (open) {
      app.opening.begin();
    }
    app?.history.remove({ ...thread, title }, () => open && app.router.go({ page: "thread", id: thread.id }));
  };
  return (
    <li class="thread-row">
      <Link to={{ page: "thread", id: thread.id }} title={title} then={chosen}>
        {title}
      </Link>
      <Actions
        label={w.threadActions(title)}
        items={[
          { key: "rename", label: w.rename, act: () => setNaming(true) },
          { key: "delete", label: w.delete, act: remove, grave: true },
        ]}
      />
    </li>
  );
}
