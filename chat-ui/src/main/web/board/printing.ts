import { forcedTheme } from "../theme/theme";

/** For the charts to take the width of the paper. */
const DRAWING_MILLIS = 400;

/** Prints the page on light paper, its charts as wide as the paper is. */
export async function printBoard(): Promise<void> {
  const root = document.documentElement;
  const before = forcedTheme.value;
  const restore = () => {
    root.removeAttribute("data-printing");
    forcedTheme.value = before;
  };
  root.setAttribute("data-printing", "");
  forcedTheme.value = "light";
  window.addEventListener("afterprint", restore, { once: true });
  await new Promise((resolve) => setTimeout(resolve, DRAWING_MILLIS));
  window.print();
}
