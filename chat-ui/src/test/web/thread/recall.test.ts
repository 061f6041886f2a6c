import { describe, expect, it } from "vitest";
import { Recall } from "../../../main/web/thread/recall";

describe("recalling questions", () => {
  it("goes back one by one and forward again to what was being typed", () => {
    const recall = new Recall(() => ["first", "second"]);
    expect(recall.older("draft")).toBe("second");
    expect(recall.older("second")).toBe("first");
    expect(recall.older("first")).toBeUndefined();
    expect(recall.newer()).toBe("second");
    expect(recall.newer()).toBe("draft");
    expect(recall.newer()).toBeUndefined();
  });
});
