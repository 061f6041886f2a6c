import { type ReadonlySignal, signal } from "@preact/signals";

/** Whether the window is like that, now and later. */
export function matching(query: string): ReadonlySignal<boolean> {
  const list = window.matchMedia(query);
  const matches = signal(list.matches);
  list.addEventListener("change", (event) => (matches.value = event.matches));
  return matches;
}
