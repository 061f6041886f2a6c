import { type ReadonlySignal, signal } from "@preact/signals";
import { hashOf, parseRoute, type Route, sameRoute } from "./route";

/** Where the page is, and how it goes elsewhere. */
export interface Router {
  readonly route: ReadonlySignal<Route>;
  go(to: Route): void;
  /** The same place under a new name: going back passes it over. */
  replace(to: Route): void;
}

/** By the part of the address behind `#`, so that any static server will do. */
export function hashRouter(window: Window): Router {
  const route = signal<Route>(parseRoute(window.location.hash));
  const arrive = (to: Route) => {
    if (!sameRoute(route.peek(), to)) {
      route.value = to;
    }
  };
  window.addEventListener("hashchange", () => {
    const { hash } = window.location;
    // Others are places within the page, such as the skip link's.
    if (hash === "" || hash.startsWith("#/")) {
      arrive(parseRoute(hash));
    }
  });
  return {
    route,
    go(to) {
      window.location.hash = hashOf(to);
      arrive(to);
    },
    replace(to) {
      window.history.replaceState(window.history.state, "", hashOf(to));
      arrive(to);
    },
  };
}

/** Within somebody else's page, whose address is not ours. */
export function memoryRouter(): Router {
  const route = signal<Route>({ page: "home" });
  const go = (to: Route) => (route.value = to);
  return { route, go, replace: go };
}
