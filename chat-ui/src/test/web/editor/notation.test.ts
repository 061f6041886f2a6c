import { CompletionContext } from "@codemirror/autocomplete";
import { ensureSyntaxTree } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { jsonNotation } from "../../../main/web/editor/jsonNotation";
import type { Notation } from "../../../main/web/editor/notation";
import { yamlNotation } from "../../../main/web/editor/yamlNotation";

const QUERY = {
  kind: "metric",
  metrics: ["gmv"],
  period: { type: "between", from: "2026-06-01", to: "2026-06-30" },
  filter: { type: "in", dimension: "province", values: ["广东", "no", "007"] },
  ranking: { count: 5 },
};

/** The state of a text, with the caret where the bar stands. */
function stateOf(notation: Notation, marked: string): { state: EditorState; caret: number } {
  const caret = marked.indexOf("|");
  const state = EditorState.create({ doc: marked.replace("|", ""), extensions: notation.support });
  ensureSyntaxTree(state, state.doc.length, 5_000);
  return { state, caret };
}

function typed(notation: Notation, marked: string) {
  const { state, caret } = stateOf(notation, marked);
  const place = notation.typed(new CompletionContext(state, caret, true));
  return place && { names: place.names, value: place.value, replaces: state.sliceDoc(place.from, place.to) };
}

describe.each([
  ["JSON", jsonNotation],
  ["YAML", yamlNotation],
])("a query in %s", (_, notation) => {
  it("is read as it was written", () => {
    expect(notation.read(notation.write(QUERY))).toEqual({ value: QUERY });
  });

  it("says where it breaks off", () => {
    const text = `${notation.write(QUERY)}]`;
    const read = notation.read(text);
    expect("broken" in read && read.broken.from).toBeGreaterThan(text.length - 4);
  });

  it("has a place for each of its values and names", () => {
    const { state } = stateOf(notation, notation.write(QUERY));
    const textAt = (path: readonly (string | number)[], name = false) => {
      const { from, to } = notation.placeOf(state, path, name);
      return state.sliceDoc(from, to).replaceAll('"', "");
    };
    expect(textAt(["filter", "values", 0])).toBe("广东");
    expect(textAt(["period", "from"])).toBe("2026-06-01");
    expect(textAt(["period", "from"], true)).toBe("from");
    expect(textAt(["ranking", "count"])).toBe("5");
  });
});

describe("what is typed in YAML", () => {
  it("is a name at the beginning of a line", () => {
    expect(typed(yamlNotation, "kind: metric\ndim|\nmetrics: [gmv]\n")).toEqual({
      names: { of: [], taken: ["kind", "metrics"] },
      replaces: "dim",
    });
    expect(typed(yamlNotation, "kind: metric\nperiod:\n  type: last\n  u|\n")?.names).toEqual({ of: ["period"], taken: ["type"] });
    expect(typed(yamlNotation, "filter:\n  type: and\n  filters:\n    - type: in\n      d|\n")?.names).toEqual({
      of: ["filter", "filters", 0],
      taken: ["type"],
    });
  });

  it("is a value behind a name and in a list", () => {
    expect(typed(yamlNotation, "kind: m|\n")).toEqual({ value: ["kind"], replaces: "m" });
    expect(typed(yamlNotation, "kind: metric\nmetrics: [gmv, or|]\n")?.value).toEqual(["metrics", 1]);
    expect(typed(yamlNotation, "kind: metric\nmetrics:\n  - gmv\n  - or|\n")?.value).toEqual(["metrics", 1]);
  });

  it("may be either in an item", () => {
    expect(typed(yamlNotation, "filters:\n  - ty|\n")).toEqual({
      names: { of: ["filters", 0], taken: [] },
      value: ["filters", 0],
      replaces: "ty",
    });
  });

  it("is a name in braces", () => {
    expect(typed(yamlNotation, "period: {type: last, un|}\n")?.names).toEqual({ of: ["period"], taken: ["type"] });
  });
});

describe("what is typed in JSON", () => {
  it("is a name or a value", () => {
    expect(typed(jsonNotation, '{"kind": "metric", "dim|"}')).toEqual({ names: { of: [], taken: ["kind", "dim"] }, replaces: '"dim"' });
    expect(typed(jsonNotation, '{"kind": "metric", "metrics": ["g|"]}')?.value).toEqual(["metrics", 0]);
  });
});

describe("a value in YAML", () => {
  it("is quoted where it would be another's", () => {
    expect(yamlNotation.valueText('"gmv"')).toBe("gmv");
    expect(yamlNotation.valueText('"true"')).toBe('"true"');
    expect(yamlNotation.valueText("true")).toBe("true");
  });
});
