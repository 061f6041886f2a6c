import { effect } from "@preact/signals";
import { render } from "preact";
import { Feedback } from "../answer/feedback";
import { Saving } from "../answer/saving";
import { httpClient } from "../api/client";
import { httpFeedback } from "../api/feedback";
import { httpSaveSegment } from "../api/segment";
import { language } from "../i18n/language";
import { unreached } from "../net/reach";
import { createApp } from "../page/app";
import { loadCatalog } from "../page/catalog";
import pageCss from "../page/styles.css?inline";
import { Page } from "../page/Page";
import { memoryRouter } from "../route/router";
import { forcedTheme, theme } from "../theme/theme";
import embedCss from "./embed.css?inline";
import { MESSAGE, scoped, setAround } from "./variables";

/**
 * `<mingshu-chat server lang theme>`: the conversation in somebody else's page. Where the server is the page's own it
 * stands in a shadow root; another server's stands in a frame, so that neither can reach into the other.
 */
class MingshuChat extends HTMLElement {
  static readonly observedAttributes = ["server", "lang", "theme"];

  private end: (() => void) | undefined;

  connectedCallback(): void {
    this.end ??= isOwn(this.server) ? standIn(this, this.server) : frameIn(this, this.server);
  }

  disconnectedCallback(): void {
    this.end?.();
    this.end = undefined;
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (this.end === undefined || before === now) {
      return;
    }
    if (name === "server" || !isOwn(this.server)) {
      this.disconnectedCallback();
      this.connectedCallback();
    } else {
      settings(this);
    }
  }

  /** Where the server is, with a slash at its end; by default where this page is. */
  private get server(): URL {
    const given = this.getAttribute("server") ?? "/";
    return new URL(given.endsWith("/") ? given : `${given}/`, document.baseURI);
  }
}

function isOwn(server: URL): boolean {
  return server.origin === window.location.origin;
}

function settings(element: Element): void {
  const lang = element.getAttribute("lang")?.slice(0, 2);
  if (lang === "zh" || lang === "en") {
    language.value = lang;
  }
  const wanted = element.getAttribute("theme");
  forcedTheme.value = wanted === "light" || wanted === "dark" ? wanted : undefined;
}

/** In the page itself; what ends it. */
function standIn(element: HTMLElement, server: URL): () => void {
  settings(element);
  const shadow = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${scoped(pageCss)}\n${embedCss}`);
  shadow.adoptedStyleSheets = [sheet];
  const place = document.createElement("div");
  shadow.replaceChildren(place);
  const untheme = effect(() => {
    element.dataset.theme = theme.value;
    place.lang = language.value === "zh" ? "zh-CN" : "en";
  });
  const base = server.href;
  const client = httpClient(base, () => unreached(base));
  const app = createApp(base, client, memoryRouter(), true);
  render(
    <Feedback.Provider value={httpFeedback(base)}>
      <Saving.Provider value={httpSaveSegment(base)}>
        <Page app={app} />
      </Saving.Provider>
    </Feedback.Provider>,
    place,
  );
  void loadCatalog(client);
  return () => {
    untheme();
    render(null, place);
  };
}

/** In a frame of its server's; what ends it. */
function frameIn(element: HTMLElement, server: URL): () => void {
  const shadow = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  const frame = document.createElement("iframe");
  const options = new URLSearchParams({ embed: "1" });
  for (const name of ["lang", "theme"]) {
    const value = element.getAttribute(name);
    if (value !== null) {
      options.set(name, value);
    }
  }
  frame.src = `${server.href}?${options}`;
  frame.title = element.getAttribute("title") ?? "明数 Mingshu";
  frame.allow = "clipboard-write";
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(embedCss);
  shadow.adoptedStyleSheets = [sheet];
  frame.addEventListener("load", () =>
    frame.contentWindow?.postMessage({ type: MESSAGE, variables: setAround(element) }, server.origin),
  );
  shadow.replaceChildren(frame);
  return () => shadow.replaceChildren();
}

if (customElements.get("mingshu-chat") === undefined) {
  customElements.define("mingshu-chat", MingshuChat);
}
