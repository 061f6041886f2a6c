const GAP = 6;
const EDGE = 8;
/** Below this width a box is a sheet at the bottom of the window, as the style sheet has it. */
const SHEET_BELOW = 640;

/** Puts a floating box below what it belongs to, or above where there is more room, always within the window. */
export function placed(box: HTMLElement, anchor: HTMLElement): void {
  if (window.innerWidth <= SHEET_BELOW) {
    return;
  }
  const { left, top, bottom } = anchor.getBoundingClientRect();
  const below = window.innerHeight - bottom - GAP - EDGE;
  const above = top - GAP - EDGE;
  const up = box.scrollHeight > below && above > below;
  box.style.maxHeight = `${Math.max(120, Math.min(380, up ? above : below))}px`;
  const width = box.offsetWidth;
  box.style.left = `${Math.max(EDGE, Math.min(left, window.innerWidth - width - EDGE))}px`;
  if (up) {
    box.style.bottom = `${window.innerHeight - top + GAP}px`;
    box.style.top = "auto";
  } else {
    box.style.top = `${bottom + GAP}px`;
    box.style.bottom = "auto";
  }
}
