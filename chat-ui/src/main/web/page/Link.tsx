import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import { hashOf, type Route, sameRoute } from "../route/route";
import { AppContext } from "./app";

interface LinkProps {
  readonly to: Route;
  readonly class?: string;
  readonly title?: string;
  readonly then?: () => void;
  readonly children: ComponentChildren;
}

/** A link to a place of the page; with a modifier key it is the browser's. */
export function Link({ to, class: name, title, then, children }: LinkProps) {
  const app = useContext(AppContext);
  const here = app !== undefined && sameRoute(app.router.route.value, to);
  return (
    <a
      href={hashOf(to)}
      class={name}
      title={title}
      aria-current={here ? "page" : undefined}
      onClick={(event) => {
        if (!event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && event.button === 0) {
          event.preventDefault();
          app?.router.go(to);
          then?.();
        }
      }}
    >
      {children}
    </a>
  );
}
