import { effect } from "@preact/signals";
import { render } from "preact";
import { type Acting, Acts } from "./answer/acting";
import { Feedback } from "./answer/feedback";
import { Saving } from "./answer/saving";
import { httpChips } from "./api/chips";
import { httpClient } from "./api/client";
import { httpFeedback } from "./api/feedback";
import { httpKeeping } from "./api/keeping";
import { httpSaveSegment } from "./api/segment";
import { embedding } from "./embed/frame";
import { language, words } from "./i18n/language";
import { loadCatalog } from "./page/catalog";
import { createApp } from "./page/app";
import { Page } from "./page/Page";
import "./page/styles.css";
import { unreached, watchNetwork } from "./net/reach";
import { hashRouter } from "./route/router";
import { applyTheme } from "./theme/theme";

const client = httpClient(import.meta.env.BASE_URL, () => unreached(import.meta.env.BASE_URL));
const { embedded } = embedding(window);
const app = createApp(import.meta.env.BASE_URL, client, hashRouter(window), embedded);

const acts: Acting = { ...httpKeeping(import.meta.env.BASE_URL), chips: httpChips(import.meta.env.BASE_URL) };

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
          <Acts.Provider value={acts}>
            <Page app={app} />
          </Acts.Provider>
      </Saving.Provider>
    </Feedback.Provider>,
    root,
  );
}
watchNetwork(import.meta.env.BASE_URL);
void loadCatalog(client);
