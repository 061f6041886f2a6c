import { language } from "../i18n/language";
import { forcedTheme } from "../theme/theme";
import { applied, isThemeMessage } from "./variables";

/**
 * Reads from the address how the page stands in a frame of somebody else's (`?embed=1&lang=en&theme=dark`), and takes
 * colours from the page around it. Nothing of it is remembered.
 */
export function embedding(window: Window): { readonly embedded: boolean } {
  const options = new URLSearchParams(window.location.search);
  const embedded = options.get("embed") === "1";
  if (embedded) {
    const lang = options.get("lang");
    if (lang === "zh" || lang === "en") {
      language.value = lang;
    }
    const theme = options.get("theme");
    if (theme === "light" || theme === "dark") {
      forcedTheme.value = theme;
    }
    window.addEventListener("message", (event: MessageEvent<unknown>) => {
      if (event.source === window.parent && isThemeMessage(event.data)) {
        applied(window.document.documentElement, event.data.variables);
      }
    });
  }
  return { embedded };
}
