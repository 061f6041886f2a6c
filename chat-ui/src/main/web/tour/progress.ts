import { signal } from "@preact/signals";
import { recall, remember } from "../page/memory";

const KEY = "mingshu.tour";
const OVER = "over";

/** How many of the questions have been asked; undefined once it is over. */
export const asked = signal<number | undefined>(recall(KEY) === OVER ? undefined : Number(recall(KEY) ?? 0) || 0);

export function advance(): void {
  asked.value = (asked.value ?? 0) + 1;
  remember(KEY, String(asked.value));
}

export function finish(): void {
  asked.value = undefined;
  remember(KEY, OVER);
}
