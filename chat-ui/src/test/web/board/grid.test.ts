import { describe, expect, it } from "vitest";
import { bottom, fitted, moved, type Placed, settle, stepped } from "../../../main/web/board/grid";

const tile = (id: string, x: number, y: number, w: number, h: number): Placed => ({ id, x, y, w, h });
const at = (tiles: readonly Placed[]) => Object.fromEntries(tiles.map(({ id, x, y, w, h }) => [id, [x, y, w, h]]));

const SIDE_BY_SIDE = [tile("a", 0, 0, 6, 4), tile("b", 6, 0, 6, 4), tile("c", 0, 4, 12, 3)];

describe("a place", () => {
  it("lies on the grid", () => {
    expect(fitted({ x: 9, y: -2, w: 6, h: 40 })).toEqual({ x: 6, y: 0, w: 6, h: 12 });
    expect(fitted({ x: -1, y: 1.4, w: 0, h: 0 })).toEqual({ x: 0, y: 1, w: 2, h: 2 });
  });
});

describe("tiles", () => {
  it("rise as far as there is room", () => {
    expect(at(settle([tile("a", 0, 3, 4, 2), tile("b", 0, 9, 4, 2), tile("c", 6, 5, 4, 2)]))).toEqual({
      a: [0, 0, 4, 2],
      b: [0, 2, 4, 2],
      c: [6, 0, 4, 2],
    });
  });

  it("give way to one that is put on them", () => {
    expect(at(moved(SIDE_BY_SIDE, "b", { x: 0, y: 0, w: 6, h: 4 }))).toMatchObject({ b: [0, 0, 6, 4], a: [0, 4, 6, 4] });
  });

  it("change places with one that is dragged past their middle, and not before", () => {
    expect(at(moved(SIDE_BY_SIDE, "a", { x: 0, y: 1, w: 6, h: 4 }))).toEqual(at(SIDE_BY_SIDE));
    const passed = at(moved(SIDE_BY_SIDE, "c", { x: 0, y: 1, w: 12, h: 3 }));
    expect(passed.c).toEqual([0, 0, 12, 3]);
    expect(passed.a).toEqual([0, 3, 6, 4]);
    expect(passed.b).toEqual([6, 3, 6, 4]);
  });

  it("move down for one that grows, and up again for one that shrinks", () => {
    const grown = moved(SIDE_BY_SIDE, "a", { x: 0, y: 0, w: 6, h: 6 });
    expect(at(grown)).toMatchObject({ a: [0, 0, 6, 6], c: [0, 6, 12, 3] });
    expect(at(moved(grown, "a", { x: 0, y: 0, w: 6, h: 4 }))).toEqual(at(SIDE_BY_SIDE));
  });

  it("never lie over one another, wherever one is put", () => {
    for (let x = -2; x < 14; x += 3) {
      for (let y = 0; y < 12; y++) {
        for (const id of ["a", "b", "c"]) {
          const tiles = moved(SIDE_BY_SIDE, id, { x, y, w: 5, h: 3 });
          expect(cells(tiles), `${id} to ${x},${y}`).toBe(new Set(tiles.flatMap(cellsOf)).size);
          expect(tiles).toHaveLength(3);
        }
      }
    }
  });
});

describe("a key", () => {
  it("moves on until something changes", () => {
    const down = at(stepped(SIDE_BY_SIDE, "a", 0, 1));
    expect(down).not.toEqual(at(SIDE_BY_SIDE));
    expect(down.c?.[1]).toBeLessThan(down.a?.[1] ?? 0);
  });

  it("changes nothing at the edge", () => {
    expect(stepped(SIDE_BY_SIDE, "a", -1, 0)).toBe(SIDE_BY_SIDE);
    expect(stepped(SIDE_BY_SIDE, "a", 0, -1)).toBe(SIDE_BY_SIDE);
  });
});

it("the bottom is where the lowest ends", () => {
  expect(bottom(SIDE_BY_SIDE)).toBe(7);
  expect(bottom([])).toBe(0);
});

function cells(tiles: readonly Placed[]): number {
  return tiles.reduce((sum, { w, h }) => sum + w * h, 0);
}

function cellsOf({ x, y, w, h }: Placed): string[] {
  return Array.from({ length: w * h }, (_, i) => `${x + (i % w)},${y + Math.floor(i / w)}`);
}
