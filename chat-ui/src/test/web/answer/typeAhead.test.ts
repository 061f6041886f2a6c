import { describe, expect, it } from "vitest";
import { TypeAhead } from "../../../main/web/answer/typeAhead";

const NAMES = ["GMV", "orders", "net revenue", "new users", "AOV"];

function typing() {
  let clock = 0;
  const ahead = new TypeAhead(() => clock);
  let at = 0;
  const type = (...keys: readonly string[]) => {
    for (const key of keys) {
      clock += 100;
      at = ahead.place(key, at, NAMES) ?? at;
    }
    return NAMES[at];
  };
  return { type, later: () => (clock += 2_000), place: ahead };
}

describe("typing in a menu", () => {
  it("goes to the name that begins so", () => {
    const { type, later } = typing();
    expect(type("n", "e", "w")).toBe("new users");
    later();
    expect(type("a")).toBe("AOV");
  });

  it("goes on to the next with the same letter", () => {
    const { type } = typing();
    expect(type("n")).toBe("net revenue");
    expect(type("n")).toBe("new users");
    expect(type("n")).toBe("net revenue");
  });

  it("leaves other keys alone", () => {
    const { place } = typing();
    expect(place.place("Enter", 0, NAMES)).toBeUndefined();
    expect(place.place(" ", 0, NAMES)).toBeUndefined();
    expect(place.place("x", 0, NAMES)).toBeUndefined();
  });
});
