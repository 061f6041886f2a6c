import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Tile } from "../api/boards";
import { matching } from "../ui/media";
import { bottom, COLUMNS, inReadingOrder, moved, type Place, settle, stepped } from "./grid";
import type { TileRuns } from "./tileRuns";
import { type TileActs, TileView } from "./TileView";
import { board } from "./words";

/** As in board.css. */
const ROW_PIXELS = 76;
const GAP_PIXELS = 14;

/** Below it tiles stand one below the other, and are not moved. */
const roomy = matching("(min-width: 820px)");

interface GridProps {
  readonly tiles: readonly Tile[];
  readonly runs: TileRuns;
  readonly place: (tiles: readonly Tile[]) => void;
  readonly act: (tile: Tile) => TileActs;
}

interface Dragging {
  readonly id: string;
  readonly resizes: boolean;
  readonly from: Place;
  readonly startX: number;
  readonly startY: number;
  readonly dx: number;
  readonly dy: number;
}

/**
 * Tiles on twelve columns, moved and resized by pointer and by arrow keys. It is our own because the libraries for it
 * know no keyboard and put style sheets into the page, which its content security policy forbids.
 */
export function Grid({ tiles, runs, place, act }: GridProps) {
  const box = useRef<HTMLUListElement>(null);
  const focused = useRef<HTMLElement | null>(null);
  const [dragging, setDragging] = useState<Dragging>();
  const [said, setSaid] = useState("");
  const settled = settle(tiles);
  const shown = dragging === undefined ? settled : moved(settled, dragging.id, target(dragging, box.current));
  // While something is dragged nothing changes its place in the document, which would end the dragging.
  const order = [...settled].sort(inReadingOrder).map(({ id }) => id);

  useLayoutEffect(() => {
    // A tile that has changed places with another has lost the focus by it.
    focused.current?.focus({ preventScroll: true });
    focused.current?.scrollIntoView({ block: "nearest" });
    focused.current = null;
  }, [order.join()]);

  const start = (tile: Tile, resizes: boolean, event: PointerEvent) => {
    if (!roomy.value || event.button !== 0 || !(event.currentTarget instanceof HTMLElement)) {
      return;
    }
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragging({ id: tile.id, resizes, from: tile, startX: event.pageX, startY: event.pageY, dx: 0, dy: 0 });
  };
  const drag = (event: PointerEvent) =>
    setDragging((now) => now && { ...now, dx: event.pageX - now.startX, dy: event.pageY - now.startY });
  const drop = (keep: boolean) => {
    if (dragging !== undefined && keep && (dragging.dx !== 0 || dragging.dy !== 0)) {
      put(shown, dragging.id, dragging.resizes);
    }
    setDragging(undefined);
  };
  const put = (next: readonly Tile[], id: string, resized: boolean) => {
    const tile = next.find((one) => one.id === id);
    place(next);
    if (tile !== undefined) {
      const w = board.value;
      setSaid(resized ? w.resizedTo(tile.title, tile.w, tile.h) : w.movedTo(tile.title, tile.x + 1, tile.y + 1));
    }
  };
  const key = (tile: Tile, resizes: boolean, event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (event.key === "Escape" && dragging !== undefined) {
      drop(false);
    }
    if (step === undefined || !roomy.value) {
      return;
    }
    event.preventDefault();
    const [dx, dy] = step;
    const resizing = resizes || event.shiftKey;
    const next = resizing
      ? moved(settled, tile.id, { ...tile, w: tile.w + dx, h: tile.h + dy })
      : stepped(settled, tile.id, dx, dy);
    focused.current = event.currentTarget as HTMLElement;
    put(next, tile.id, resizing);
  };

  return (
    <>
      <ul class="grid" ref={box} data-dragging={dragging !== undefined} style={{ "--rows": String(bottom(shown)) }}>
        {order.map((id) => {
          const tile = shown.find((one) => one.id === id);
          return (
            tile && (
              <TileView
                key={id}
                tile={tile}
                run={runs.of(id)}
                acts={act(tile)}
                movable={roomy.value}
                dragged={dragging?.id === id ? offset(dragging, tile, box.current) : undefined}
                grip={{
                  start: (resizes, event) => start(tile, resizes, event),
                  drag,
                  drop,
                  key: (resizes, event) => key(tile, resizes, event),
                }}
              />
            )
          );
        })}
      </ul>
      <p class="sr-only" role="status">
        {said}
      </p>
    </>
  );
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function columnPixels(box: HTMLElement | null): number {
  return ((box?.clientWidth ?? 0) + GAP_PIXELS) / COLUMNS;
}

/** The cells that are being dragged to. */
function target({ from, resizes, dx, dy }: Dragging, box: HTMLElement | null): Place {
  const columns = Math.round(dx / columnPixels(box));
  const rows = Math.round(dy / (ROW_PIXELS + GAP_PIXELS));
  return resizes
    ? { ...from, w: Math.min(from.w + columns, COLUMNS - from.x), h: from.h + rows }
    : { ...from, x: from.x + columns, y: Math.max(0, from.y + rows) };
}

/** How far from its cells what is dragged hangs at the pointer. */
function offset({ from, resizes, dx, dy }: Dragging, to: Place, box: HTMLElement | null): { x: number; y: number } {
  return resizes
    ? { x: 0, y: 0 }
    : {
        x: dx - (to.x - from.x) * columnPixels(box),
        y: dy - (to.y - from.y) * (ROW_PIXELS + GAP_PIXELS),
      };
}
