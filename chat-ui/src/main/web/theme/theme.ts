import { computed, effect, signal } from "@preact/signals";
import { recall, remember } from "../page/memory";

export type Theme = "light" | "dark";
export type ThemeChoice = Theme | "system";

const KEY = "mingshu.theme";
const CHOICES: readonly ThemeChoice[] = ["system", "light", "dark"];

const systemDark = window.matchMedia("(prefers-color-scheme: dark)");
const systemTheme = signal<Theme>(systemDark.matches ? "dark" : "light");
systemDark.addEventListener("change", (event) => (systemTheme.value = event.matches ? "dark" : "light"));

const recalled = recall(KEY);
export const themeChoice = signal<ThemeChoice>(CHOICES.find((c) => c === recalled) ?? "system");

/** Goes before the choice: on paper, and in somebody else's page. */
export const forcedTheme = signal<Theme | undefined>(undefined);

/** What is shown now. */
export const theme = computed<Theme>(
  () => forcedTheme.value ?? (themeChoice.value === "system" ? systemTheme.value : themeChoice.value),
);

export function nextTheme(): void {
  const next = CHOICES[(CHOICES.indexOf(themeChoice.value) + 1) % CHOICES.length] ?? "system";
  themeChoice.value = next;
  remember(KEY, next);
}

/** Puts the theme on the document; style sheets do the rest. */
export function applyTheme(root: HTMLElement): void {
  effect(() => {
    root.dataset.theme = theme.value;
  });
}
