/** Where something lies on a grid of twelve columns; rows go on downward. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export type Placed = Place & { readonly id: string };

export const COLUMNS = 12;
export const LEAST = { w: 2, h: 2 } as const;
export const TALLEST = 12;

/** The place, moved and cut so that it lies on the grid. */
export function fitted({ x, y, w, h }: Place): Place {
  const width = clamp(w, LEAST.w, COLUMNS);
  return {
    x: clamp(x, 0, COLUMNS - width),
    y: Math.max(0, Math.round(y)),
    w: width,
    h: clamp(h, LEAST.h, TALLEST),
  };
}

/** Everything as high up as it goes without changing the order from above, none over another. */
export function settle<T extends Placed>(tiles: readonly T[]): readonly T[] {
  return fall([...tiles].sort(inReadingOrder));
}

/** The same with one of them put elsewhere: what is in its way makes room. */
export function moved<T extends Placed>(tiles: readonly T[], id: string, to: Place): readonly T[] {
  const mover = tiles.find((tile) => tile.id === id);
  if (mover === undefined) {
    return tiles;
  }
  const put: T = { ...mover, ...fitted(to) };
  const others = tiles.filter((tile) => tile.id !== id).sort(inReadingOrder);
  const downward = put.y > mover.y;
  const before = (other: T) =>
    sharesColumns(put, other) && (downward ? put.y + put.h <= middle(other) : put.y < middle(other));
  const firstBelow = others.findIndex(before);
  const at = firstBelow < 0 ? others.length : firstBelow;
  return fall([...others.slice(0, at), put, ...others.slice(at)]);
}

/** One step of a key: up and down go on until something changes. */
export function stepped<T extends Placed>(tiles: readonly T[], id: string, dx: number, dy: number): readonly T[] {
  const mover = tiles.find((tile) => tile.id === id);
  if (mover === undefined) {
    return tiles;
  }
  const reach = dy === 0 ? 1 : bottom(tiles) + 1;
  for (let step = 1; step <= reach; step++) {
    const next = moved(tiles, id, { ...mover, x: mover.x + dx * step, y: mover.y + dy * step });
    if (next.some((tile) => !samePlace(tile, tiles.find((old) => old.id === tile.id)))) {
      return next;
    }
  }
  return tiles;
}

/** How many rows there are. */
export function bottom(tiles: readonly Place[]): number {
  return Math.max(0, ...tiles.map(({ y, h }) => y + h));
}

export function inReadingOrder(one: Place, other: Place): number {
  return one.y - other.y || one.x - other.x;
}

/** Puts one after the other, each at its height or as near below it as there is room, and from there upward. */
function fall<T extends Placed>(order: readonly T[]): readonly T[] {
  const done: T[] = [];
  for (const tile of order) {
    const free = (y: number) => !done.some((other) => overlaps({ ...tile, y }, other));
    let { y } = tile;
    while (!free(y)) {
      y += 1;
    }
    while (y > 0 && free(y - 1)) {
      y -= 1;
    }
    done.push({ ...tile, y });
  }
  return done;
}

function overlaps(one: Place, other: Place): boolean {
  return sharesColumns(one, other) && one.y < other.y + other.h && other.y < one.y + one.h;
}

function sharesColumns(one: Place, other: Place): boolean {
  return one.x < other.x + other.w && other.x < one.x + one.w;
}

function samePlace(one: Place, other: Place | undefined): boolean {
  return one.x === other?.x && one.y === other.y && one.w === other.w && one.h === other.h;
}

function middle({ y, h }: Place): number {
  return y + h / 2;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(value)));
}
