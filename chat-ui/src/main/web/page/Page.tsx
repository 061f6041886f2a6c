import { useEffect } from "preact/hooks";
import { SidebarPlace } from "../history/SidebarPlace";
import { sidebarOpen } from "../history/sidebarOpen";
import type { Route } from "../route/route";
import { lazily } from "../ui/lazily";
import { Toasts } from "../ui/Toasts";
import { AppContext, type App } from "./app";
import { Conversation } from "./Conversation";
import { Header } from "./Header";
import { NetworkNotice } from "./NetworkNotice";

const BoardsPage = lazily(async () => (await import("../board/BoardsPage")).BoardsPage);
const BoardPage = lazily(async () => (await import("../board/BoardPage")).BoardPage);
const LinkPage = lazily(async () => (await import("../link/LinkPage")).LinkPage);

/** The page: what its address names, with the ways to everything else around it. */
export function Page({ app }: { readonly app: App }) {
  useEffect(() => {
    app.opening.start();
    if (!app.embedded) {
      void app.history.refresh();
    }
  }, [app]);
  return (
    <AppContext.Provider value={app}>
      <div class="page" data-embedded={app.embedded} data-sidebar={!app.embedded && sidebarOpen.value}>
        {!app.embedded && <Header />}
        {!app.embedded && <SidebarPlace />}
        <NetworkNotice />
        <Shown route={app.router.route.value} />
        <Toasts />
      </div>
    </AppContext.Provider>
  );
}

function Shown({ route }: { readonly route: Route }) {
  switch (route.page) {
    case "home":
    case "thread":
      return <Conversation />;
    case "boards":
      return <BoardsPage />;
    case "board":
      return <BoardPage key={route.id} id={route.id} />;
    case "link":
      return <LinkPage key={route.id} id={route.id} />;
  }
}
