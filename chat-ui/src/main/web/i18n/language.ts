import { computed, signal } from "@preact/signals";
import type { Language } from "../api/answer";
import { recall, remember } from "../page/memory";
import { en } from "./en";
import { type Dictionary, zh } from "./zh";

export type { Dictionary };

const KEY = "mingshu.language";
const DICTIONARIES: Record<Language, Dictionary> = { zh, en };

/** The language of the page; an answer keeps the language that its question was asked in. */
export const language = signal<Language>(initialLanguage(recall(KEY), navigator.languages));

export const words = computed(() => DICTIONARIES[language.value]);

export function wordsIn(of: Language): Dictionary {
  return DICTIONARIES[of];
}

export function setLanguage(to: Language): void {
  language.value = to;
  remember(KEY, to);
}

/** What was chosen before, else the first of the browser's languages that we speak, else Chinese. */
export function initialLanguage(chosen: string | null, browser: readonly string[]): Language {
  if (chosen === "zh" || chosen === "en") {
    return chosen;
  }
  const spoken = browser.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === "zh" || tag === "en");
  return spoken === "en" ? "en" : "zh";
}
