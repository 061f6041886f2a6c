import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** The height of a row in pixels, as the style sheet has it for tables that scroll. */
export const ROW_HEIGHT = 38;

/** Rows built beyond what is in sight, so that none is missing while scrolling. */
const BEYOND = 12;
const HEIGHT_UNKNOWN = 560;

export interface RowWindow {
  readonly from: number;
  readonly until: number;
}

/** Which rows are to be built for a box scrolled so far. It moves in steps, so that not every pixel builds anew. */
export function rowWindow(scrolled: number, height: number, rows: number): RowWindow {
  const first = Math.floor(scrolled / ROW_HEIGHT);
  const seen = Math.ceil((height || HEIGHT_UNKNOWN) / ROW_HEIGHT);
  const stepped = first - (first % BEYOND);
  const from = Math.max(0, Math.min(stepped - BEYOND, rows - seen));
  return { from, until: Math.min(rows, stepped + seen + 2 * BEYOND) };
}

/** The rows to be built of a table in a box that scrolls; all of them where it is not virtual. */
export function useWindow(box: RefObject<HTMLElement>, rows: number, virtual: boolean) {
  const [view, setView] = useState<RowWindow>({ from: 0, until: 0 });
  const look = () => {
    const { scrollTop, clientHeight } = box.current ?? { scrollTop: 0, clientHeight: 0 };
    const next = rowWindow(scrollTop, clientHeight, rows);
    if (next.from !== view.from || next.until !== view.until) {
      setView(next);
    }
  };
  useEffect(() => {
    if (virtual) {
      look();
    }
  }, [virtual, rows]);
  if (!virtual) {
    return { from: 0, until: rows, look };
  }
  return { ...(view.until === 0 ? rowWindow(0, 0, rows) : view), look };
}
