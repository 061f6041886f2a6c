import { describe, expect, it } from "vitest";
import { lenient } from "../../../main/web/editor/lenient";
import { Schema } from "../../../main/web/editor/schema";
import { stored } from "../fixtures";

const schema = new Schema(stored("query-schema"));
const QUERY = {
  kind: "metric",
  metrics: ["gmv"],
  period: { type: "last", unit: "day", count: 30 },
  filter: { type: "and", filters: [{ type: "in", dimension: "province", values: ["广东"] }] },
};
const faults = (value: unknown) => schema.faults(value).map(({ path, kind, names }) => [path.join("."), kind, ...names]);

describe("a query", () => {
  it("has no faults where it is one", () => {
    expect(faults(QUERY)).toEqual([]);
  });

  it("is told what is wrong with it, and where", () => {
    expect(faults({ ...QUERY, colour: 1 })).toEqual([["colour", "unknown", "colour"]]);
    expect(faults({ kind: "metric" })).toEqual([["", "missing", "metrics"]]);
    expect(faults({ ...QUERY, metrics: "gmv" })).toEqual([["metrics", "type", "array"]]);
    expect(faults({ ...QUERY, grain: "century" })[0]?.slice(0, 3)).toEqual(["grain", "choice", "hour"]);
    expect(faults({ ...QUERY, period: { type: "last", unit: "day", count: 1.5 } })).toEqual([["period.count", "type", "integer"]]);
    expect(faults({ ...QUERY, filter: { type: "in", dimension: "moon", values: [] } })[0]?.slice(0, 2)).toEqual([
      "filter.dimension",
      "choice",
    ]);
  });

  it("is measured by its own kind", () => {
    expect(faults({ kind: "funnel" })).toEqual([["", "missing", "steps"]]);
  });
});

describe("what may be written", () => {
  it("are the names of the place", () => {
    expect([...schema.namesAt(QUERY, []).keys()]).toContain("dimensions");
    expect([...schema.namesAt(QUERY, []).keys()]).not.toContain("steps");
    expect([...schema.namesAt(QUERY, ["period"]).keys()]).toEqual(["type", "unit", "count"]);
    expect([...schema.namesAt(QUERY, ["filter", "filters", 0]).keys()]).toEqual(["type", "dimension", "values"]);
    expect(schema.namesAt(QUERY, []).get("metrics")).toContain("counted");
  });

  it("are the values of the place", () => {
    expect(schema.valuesAt(QUERY, ["metrics", 0])).toContain('"net_revenue"');
    expect(schema.valuesAt(QUERY, ["period", "unit"])).toContain('"week"');
    expect(schema.valuesAt(QUERY, ["countGroups"])).toEqual(["true", "false"]);
    expect(schema.valuesAt({}, ["kind"])).toEqual(['"metric"', '"funnel"']);
  });
});

describe("a text that is half written", () => {
  it.each([
    ['{"kind": "metric", "metrics": ["gmv"], "per', { kind: "metric" }],
    ['{"kind": "metric", "metrics": ["gmv"],}', { kind: "metric", metrics: ["gmv"] }],
    ['{"kind": "metric", "grain": }', { kind: "metric" }],
    ["nothing", {}],
  ])("of %s tells its kind", (text, value) => {
    expect(lenient(text)).toEqual(value);
  });
});
