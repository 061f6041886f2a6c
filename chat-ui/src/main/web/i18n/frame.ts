import { computed } from "@preact/signals";
import { frameEn } from "./frameEn";
import { type FrameWords, frameZh } from "./frameZh";
import { language } from "./language";

const DICTIONARIES: Record<"zh" | "en", FrameWords> = { zh: frameZh, en: frameEn };

/** The words around the conversation: history, places, notices. */
export const frame = computed(() => DICTIONARIES[language.value]);
