import { describe, expect, it } from "vitest";
import { hashOf, parseRoute, type Route } from "../../../main/web/route/route";

describe("an address", () => {
  it.each<[string, Route]>([
    ["#/", { page: "home" }],
    ["#/t/a-B_9", { page: "thread", id: "a-B_9" }],
    ["#/b", { page: "boards" }],
    ["#/b/x1", { page: "board", id: "x1" }],
    ["#/a/x1", { page: "link", id: "x1" }],
  ])("%s names a place, and is what the place is called", (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
    expect(hashOf(route)).toBe(hash);
  });

  it.each(["", "#", "#/t", "#/a/", "#/x/1", "#/t/../../api", "#/t/a b", `#/t/${"x".repeat(129)}`])("%j is the home page", (hash) => {
    expect(parseRoute(hash)).toEqual({ page: "home" });
  });

  it("of the boards may end in a slash", () => {
    expect(parseRoute("#/b/")).toEqual({ page: "boards" });
  });
});
