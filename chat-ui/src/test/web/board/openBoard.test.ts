import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Board, Boards } from "../../../main/web/api/boards";
import { Failure } from "../../../main/web/api/http";
import { OpenBoard } from "../../../main/web/board/openBoard";

const BOARD: Board = { id: "b1", title: "日报", version: 3, refreshSeconds: 0, tiles: [] };

/** A server with one board. */
class OneBoard implements Boards {
  written: Board[] = [];
  refusal: Failure | undefined;
  board = BOARD;

  list = () => Promise.resolve({ boards: [], templates: [] });
  create = () => Promise.resolve(BOARD);
  fromTemplate = () => Promise.resolve(BOARD);
  remove = () => Promise.resolve();
  read = () => Promise.resolve(this.board);
  write = (board: Board) => {
    if (this.refusal !== undefined) {
      return Promise.reject(this.refusal);
    }
    this.written.push(board);
    return Promise.resolve(board.version + 1);
  };
}

const shown = (open: OpenBoard) => (open.state.value.kind === "ready" ? open.state.value.board : undefined);

describe("an open board", () => {
  let server: OneBoard;
  let stale: ReturnType<typeof vi.fn<() => void>>;
  let open: OpenBoard;

  beforeEach(async () => {
    vi.useFakeTimers();
    server = new OneBoard();
    stale = vi.fn<() => void>();
    open = new OpenBoard("b1", server, stale);
    await open.load();
  });
  afterEach(() => vi.useRealTimers());

  it("shows a change at once, and saves several as one when the hand rests", async () => {
    open.edit((board) => ({ ...board, title: "周报" }));
    open.edit((board) => ({ ...board, refreshSeconds: 60 }));
    expect(shown(open)?.title).toBe("周报");
    expect(server.written).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(500);
    expect(server.written).toMatchObject([{ title: "周报", refreshSeconds: 60, version: 3 }]);
    expect(shown(open)?.version).toBe(4);
    expect(open.saving.value).toBe("saved");
  });

  it("saves the next change over the version of the last", async () => {
    open.edit((board) => ({ ...board, title: "周报" }));
    await open.save();
    open.edit((board) => ({ ...board, title: "月报" }));
    await open.save();
    expect(server.written.map(({ version }) => version)).toEqual([3, 4]);
  });

  it("is read anew where somebody else was first, and says so", async () => {
    server.board = { ...BOARD, title: "别人的", version: 9 };
    server.refusal = new Failure(409, "STALE_BOARD", "", "");
    open.edit((board) => ({ ...board, title: "我的" }));
    await open.save();
    expect(shown(open)).toMatchObject({ title: "别人的", version: 9 });
    expect(stale).toHaveBeenCalledOnce();
    server.refusal = undefined;
    await open.save();
    expect(server.written).toHaveLength(0);
  });

  it("keeps what could not be saved, to be tried again", async () => {
    server.refusal = new Failure(0, "UNREACHABLE", "", "");
    open.edit((board) => ({ ...board, title: "我的" }));
    await open.save();
    expect(open.saving.value).toBe("failed");
    expect(shown(open)?.title).toBe("我的");
    server.refusal = undefined;
    await open.save();
    expect(server.written).toMatchObject([{ title: "我的" }]);
    expect(open.saving.value).toBe("saved");
  });
});
