import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Completion } from "../../../main/web/api/completion";
import { Composer } from "../../../main/web/thread/Composer";

let root: HTMLElement;
let asked: string[];
let stopped: number;
let completed: string[];
let known: readonly Completion[];

beforeEach(async () => {
  root = document.body.appendChild(document.createElement("div"));
  asked = [];
  stopped = 0;
  completed = [];
  known = [];
  vi.useFakeTimers();
  const complete = (text: string, caret: number) => {
    completed.push(`${text.slice(0, caret)}|${text.slice(caret)}`);
    return Promise.resolve(known);
  };
  await act(() =>
    render(
      <Composer
        busy={true}
        asked={["昨天UV", "上周UV"]}
        complete={complete}
        ask={(q) => asked.push(q)}
        stop={() => (stopped += 1)}
      />,
      root,
    ),
  );
});

afterEach(() => {
  render(null, root);
  root.remove();
  vi.useRealTimers();
});

function box(): HTMLTextAreaElement {
  const found = root.querySelector("textarea");
  if (found === null) {
    throw new Error("no question box");
  }
  return found;
}

async function type(text: string) {
  await act(() => {
    box().value = text;
    box().dispatchEvent(new Event("input", { bubbles: true }));
  });
}

async function press(key: string, more: KeyboardEventInit = {}) {
  await act(() => void box().dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...more })));
}

const ZHEJIANG: Completion = { label: "浙江", kind: "value", description: "省份", from: 3, to: 4, insert: "浙江" };
const ZHESHANG: Completion = { ...ZHEJIANG, label: "浙商", insert: "浙商" };

async function pause() {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(100);
  });
}

function options(): string[] {
  return [...root.querySelectorAll("[role=option] .name")].map((option) => option.textContent);
}

function marked(): string | null {
  return root.querySelector("[role=option][aria-selected=true] .name")?.textContent ?? null;
}

describe("what the question box offers", () => {
  it("comes when typing pauses, for the text at the caret", async () => {
    known = [ZHEJIANG, ZHESHANG];
    await type("上个月");
    await type("上个月浙");
    expect(options()).toEqual([]);
    await pause();
    expect(completed).toEqual(["上个月浙|"]);
    expect(options()).toEqual(["浙江", "浙商"]);
    expect(box().getAttribute("aria-expanded")).toBe("true");
    expect(marked()).toBeNull();
  });

  it("is put in by Enter or Tab once it is marked, and the caret stands behind it", async () => {
    known = [ZHEJIANG, ZHESHANG];
    for (const key of ["Enter", "Tab"]) {
      await type("上个月浙的GMV");
      await pause();
      await press("ArrowDown");
      expect(marked()).toBe("浙江");
      expect(box().getAttribute("aria-activedescendant")).toBe(root.querySelector("[aria-selected=true]")?.id);
      await press(key);
      expect(box().value).toBe("上个月浙江的GMV");
      expect(box().selectionStart).toBe(5);
      expect(options()).toEqual([]);
    }
    expect(asked).toEqual([]);
  });

  it("is put in by a click", async () => {
    known = [ZHEJIANG, ZHESHANG];
    await type("上个月浙");
    await pause();
    await act(() => root.querySelectorAll<HTMLElement>("[role=option]")[1]?.click());
    expect(box().value).toBe("上个月浙商");
  });

  it("is marked round and round, with none marked between", async () => {
    known = [ZHEJIANG, ZHESHANG];
    await type("上个月浙");
    await pause();
    const seen = [];
    for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"]) {
      await press(key);
      seen.push(marked());
    }
    expect(seen).toEqual(["浙江", "浙商", null, "浙商", "浙江"]);
  });

  it("leaves Enter to the question and Tab to the page where nothing is marked", async () => {
    known = [ZHEJIANG];
    await type("上个月浙");
    await pause();
    await press("Tab");
    expect(box().value).toBe("上个月浙");
    await press("Enter");
    expect(asked).toEqual(["上个月浙"]);
    await pause();
    expect(options()).toEqual([]);
  });

  it("goes with Esc, which clears the question only then", async () => {
    known = [ZHEJIANG];
    await type("上个月浙");
    await pause();
    await press("Escape");
    expect(options()).toEqual([]);
    expect(box().value).toBe("上个月浙");
    await press("Escape");
    expect(box().value).toBe("");
  });

  it("waits for an input method to be done", async () => {
    known = [ZHEJIANG];
    await act(() => void box().dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true })));
    await act(() => {
      box().value = "上个月zhe";
      box().dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
    });
    await pause();
    expect(completed).toEqual([]);
    await act(() => {
      box().value = "上个月浙";
      box().dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
      box().dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
    });
    await pause();
    expect(options()).toEqual(["浙江"]);
  });

  it("is not what stands there already", async () => {
    known = [{ ...ZHEJIANG, from: 0, to: 3, insert: "GMV" }];
    await type("gmv");
    await pause();
    expect(options()).toEqual([]);
  });

  it("is the examples where ↓ is pressed in an empty box", async () => {
    known = [{ ...ZHEJIANG, kind: "question", label: "上个月GMV", from: 0, to: 0, insert: "上个月GMV" }];
    await press("ArrowDown");
    await pause();
    expect(completed).toEqual(["|"]);
    expect(options()).toEqual(["上个月GMV"]);
  });
});

describe("the question box", () => {
  it("asks on Enter and is empty then", async () => {
    await type("  上个月GMV ");
    await press("Enter");
    expect(asked).toEqual(["上个月GMV"]);
    expect(box().value).toBe("");
  });

  it("leaves Enter to an input method that is composing", async () => {
    await type("shangge");
    await press("Enter", { isComposing: true });
    expect(asked).toEqual([]);
    expect(box().value).toBe("shangge");
  });

  it("breaks the line on Shift+Enter and asks nothing when empty", async () => {
    await press("Enter");
    await type("a");
    await press("Enter", { shiftKey: true });
    expect(asked).toEqual([]);
  });

  it("recalls questions with ↑", async () => {
    await press("ArrowUp");
    expect(box().value).toBe("上周UV");
  });

  it("clears on Esc, and stops when there is nothing to clear", async () => {
    await type("abc");
    await press("Escape");
    expect(box().value).toBe("");
    expect(stopped).toBe(0);
    await press("Escape");
    expect(stopped).toBe(1);
  });
});
