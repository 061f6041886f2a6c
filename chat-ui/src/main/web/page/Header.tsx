import { dayOf } from "../answer/dates";
import { sidebarOpen, drawer, toggleSidebar, wide } from "../history/sidebarOpen";
import { frame } from "../i18n/frame";
import { language, setLanguage, words } from "../i18n/language";
import { nextTheme, theme, themeChoice } from "../theme/theme";
import { Icon } from "../ui/icons";
import { catalog } from "./catalog";
import { Link } from "./Link";
import { Mark } from "./Mark";

/** Name, data set, up to when its data reach, and how the page is shown. */
export function Header() {
  const w = words.value;
  const { label, fixedClock } = catalog.value;
  const shown = wide.value ? sidebarOpen.value : drawer.value;
  const appearance = w.themeLabel(w.theme[themeChoice.value]);
  return (
    <header class="page-header">
      <a class="skip" href="#ask" onClick={skip}>
        {w.skipToAsk}
      </a>
      <button
        type="button"
        class="icon"
        data-action="sidebar"
        aria-expanded={shown}
        aria-label={shown ? frame.value.closeSidebar : frame.value.openSidebar}
        title={shown ? frame.value.closeSidebar : frame.value.openSidebar}
        onClick={toggleSidebar}
      >
        <Icon name="menu" />
      </button>
      <div class="brand">
        <Mark />
        <h1>
          {language.value === "zh" ? "明数" : "Mingshu"}
          <span lang={language.value === "zh" ? "en" : "zh-CN"}>{language.value === "zh" ? "Mingshu" : "明数"}</span>
        </h1>
      </div>
      <p class="data-set">
        {label[language.value] !== "" && <span>{label[language.value]}</span>}
        {fixedClock && <span class="clock">{w.dataUntil(dayOf(fixedClock.dataUntil || fixedClock.asOf))}</span>}
      </p>
      <Link to={{ page: "boards" }} class="to-boards" title={frame.value.boards}>
        <Icon name="board" /> <span>{frame.value.boards}</span>
      </Link>
      <div class="settings" role="group" aria-label={w.settings}>
        <button
          type="button"
          class="icon"
          lang={language.value === "zh" ? "en" : "zh-CN"}
          aria-label={w.switchLanguage}
          title={w.switchLanguage}
          data-action="language"
          onClick={() => setLanguage(language.value === "zh" ? "en" : "zh")}
        >
          {w.languageName}
        </button>
        <button type="button" class="icon" aria-label={appearance} title={appearance} data-action="theme" onClick={nextTheme}>
          <ThemeIcon />
        </button>
      </div>
    </header>
  );
}

/** To the question box, or where there is none to what the page shows; the address stays. */
function skip(event: Event): void {
  event.preventDefault();
  const place = document.querySelector<HTMLElement>("#ask textarea") ?? document.querySelector<HTMLElement>("main h2");
  place?.focus();
}

function ThemeIcon() {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      {theme.value === "dark" ? (
        <path d="M16 11.6A6.6 6.6 0 1 1 8.4 4a5.4 5.4 0 0 0 7.6 7.6z" fill="currentColor" />
      ) : (
        <g fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round">
          <circle cx="10" cy="10" r="3.6" />
          <path d="M10 2v1.6M10 16.4V18M2 10h1.6M16.4 10H18M4.3 4.3l1.2 1.2M14.5 14.5l1.2 1.2M4.3 15.7l1.2-1.2M14.5 5.5l1.2-1.2" />
        </g>
      )}
    </svg>
  );
}
