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
import { language, words } from "./i18n/language";
import { loadCatalog } from "./page/catalog";
import { Page } from "./page/Page";
import "./page/page.css";
import "./answer/answer.css";
import "./answer/acting.css";
import "./chart/chart.css";
import { applyTheme } from "./theme/theme";
import type { Complete } from "./thread/suggesting";
import { createThread } from "./thread/thread";

const client = httpClient(import.meta.env.BASE_URL);
const thread = createThread(client, () => performance.now());

const acts: Acting = { ...httpKeeping(import.meta.env.BASE_URL), chips: httpChips(import.meta.env.BASE_URL) };

applyTheme(document.documentElement);
effect(() => {
  document.documentElement.lang = language.value === "zh" ? "zh-CN" : "en";
  document.title = `${words.value.product} · ${words.value.tagline}`;
});
const root = document.getElementById("page");
if (root !== null) {
  const complete: Complete = (text, caret, signal) =>
    client.complete({ text, caret, language: language.value }, signal);
  render(
    <Feedback.Provider value={httpFeedback(import.meta.env.BASE_URL)}>
      <Saving.Provider value={httpSaveSegment(import.meta.env.BASE_URL)}>
        <Acts.Provider value={acts}>
          <Page thread={thread} complete={complete} />
        </Acts.Provider>
      </Saving.Provider>
    </Feedback.Provider>,
    root,
  );
}
void loadCatalog(client);
