import { effect } from "@preact/signals";
import { render } from "preact";
import { Feedback } from "./answer/feedback";
import { Saving } from "./answer/saving";
import { httpClient } from "./api/client";
import { httpFeedback } from "./api/feedback";
import { httpSaveSegment } from "./api/segment";
import { embedding } from "./embed/frame";
import { language, words } from "./i18n/language";
import { loadCatalog } from "./page/catalog";
import { createApp } from "./page/app";
import { Page } from "./page/Page";
import "./page/page.css";
import "./page/frame.css";
import "./answer/answer.css";
import "./chart/chart.css";
import { watchNetwork } from "./net/reach";
import { hashRouter } from "./route/router";
import { applyTheme } from "./theme/theme";

const client = httpClient(import.meta.env.BASE_URL);
const { embedded } = embedding(window);
const app = createApp(import.meta.env.BASE_URL, client, hashRouter(window), embedded);

applyTheme(document.documentElement);
effect(() => {
  document.documentElement.lang = language.value === "zh" ? "zh-CN" : "en";
  document.title = `${words.value.product} · ${words.value.tagline}`;
});
const root = document.getElementById("page");
if (root !== null) {
  render(
    <Feedback.Provider value={httpFeedback(import.meta.env.BASE_URL)}>
      <Saving.Provider value={httpSaveSegment(import.meta.env.BASE_URL)}>
        <Page app={app} />
      </Saving.Provider>
    </Feedback.Provider>,
    root,
  );
}
watchNetwork(import.meta.env.BASE_URL);
void loadCatalog(client);
