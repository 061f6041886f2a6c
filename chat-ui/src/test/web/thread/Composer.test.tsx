import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Composer } from "../../../main/web/thread/Composer";

let root: HTMLElement;
let asked: string[];
let stopped: number;

beforeEach(async () => {
  root = document.body.appendChild(document.createElement("div"));
  asked = [];
  stopped = 0;
  await act(() =>
    render(
      <Composer busy={true} asked={["昨天UV", "上周UV"]} ask={(q) => asked.push(q)} stop={() => (stopped += 1)} />,
      root,
    ),
  );
});

afterEach(() => {
  render(null, root);
  root.remove();
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
