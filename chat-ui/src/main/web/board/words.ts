import { computed } from "@preact/signals";
import type { Language } from "../api/answer";
import { language } from "../i18n/language";
import { boardEn } from "./wordsEn";
import { type BoardWords, boardZh } from "./wordsZh";

const DICTIONARIES: Record<Language, BoardWords> = { zh: boardZh, en: boardEn };

/** The words of boards; loaded with them. */
export const board = computed(() => DICTIONARIES[language.value]);
