import { object } from "../api/json";

/** What a page around ours may decide about its looks: `--mingshu-brand` and so on. */
export const THEMABLE = [
  "brand",
  "brand-ink",
  "brand-wash",
  "paper",
  "card",
  "sunk",
  "line",
  "edge",
  "ink",
  "muted",
  "radius",
  "sans",
] as const;

export const MESSAGE = "mingshu:theme";

export interface ThemeMessage {
  readonly type: typeof MESSAGE;
  readonly variables: Readonly<Record<string, unknown>>;
}

export function isThemeMessage(data: unknown): data is ThemeMessage {
  const o = object(data);
  return o.type === MESSAGE && typeof o.variables === "object" && o.variables !== null;
}

/** Colours, lengths and names of fonts; nothing that fetches or nests. */
const PLAIN = /^[#\w\s.,%"'/()-]{1,200}$/;

/** Sets those that we know and that are plain values. */
export function applied(root: HTMLElement, variables: Readonly<Record<string, unknown>>): void {
  for (const name of THEMABLE) {
    const value = variables[name];
    if (typeof value === "string" && PLAIN.test(value) && !/url|expression|image/i.test(value)) {
      root.style.setProperty(`--${name}`, value);
    }
  }
}

/** What the page around has set on an element, by our names. */
export function setAround(element: Element): Readonly<Record<string, string>> {
  const style = getComputedStyle(element);
  return Object.fromEntries(
    THEMABLE.map((name) => [name, style.getPropertyValue(`--mingshu-${name}`).trim()]).filter(([, value]) => value !== ""),
  ) as Record<string, string>;
}

/**
 * Our style sheet for a shadow root: what stands on the document stands on the host and can be set from outside, and
 * the room there is, is the element's.
 */
export function scoped(css: string): string {
  return css
    .replace(/:root\[data-theme="?dark"?\]/g, ':host([data-theme="dark"])')
    .replace(/:root/g, ":host")
    .replace(/@media\s*\((?=(?:max-|min-)?width)/g, "@container (")
    .replace(/(^|[},\s])(?:html|body)(?=\s*[{,])/g, "$1:host")
    .replace(/--([\w-]+):([^;}]+)(?=[;}])/g, (declaration, name: string, value: string) =>
      (THEMABLE as readonly string[]).includes(name) ? `--${name}:var(--mingshu-${name},${value.trim()})` : declaration,
    );
}
