import { list, object, type Json, string, strings } from "../api/json";

/** What is wrong with a value, and where. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly kind: "type" | "choice" | "unknown" | "missing";
  /** The types or names that there may be, or the name that may not be or is missing. */
  readonly names: readonly string[];
}

/** A JSON Schema (2020-12), as far as queries need it: types, names, choices of names, and one of several. */
export class Schema {
  private readonly root: Json;

  constructor(schema: unknown) {
    this.root = object(schema);
  }

  /** What is wrong with a value; of several that it could be, with the one that it comes nearest to. */
  faults(value: unknown): readonly Fault[] {
    return this.check(this.root, value, []);
  }

  /** The names that an object at this place may have, with what each is for. */
  namesAt(value: unknown, path: readonly (string | number)[]): ReadonlyMap<string, string> {
    const names = new Map<string, string>();
    for (const schema of this.at(value, path)) {
      for (const [name, property] of Object.entries(object(schema.properties))) {
        names.set(name, this.about(property));
      }
    }
    return names;
  }

  /** The values that there may be at this place, with what each is. */
  valuesAt(value: unknown, path: readonly (string | number)[]): readonly string[] {
    const values = this.at(value, path).flatMap((schema) => {
      const types = typesOf(schema);
      return [
        ...list(schema.enum).map((one) => JSON.stringify(one)),
        ...("const" in schema ? [JSON.stringify(schema.const)] : []),
        ...(types.includes("boolean") ? ["true", "false"] : []),
      ];
    });
    return [...new Set(values)];
  }

  private about(schema: unknown): string {
    return string(object(schema).description) || string(this.resolved(schema).description);
  }

  /** The schemas that stand for a place of a value, which may be half written. */
  private at(value: unknown, path: readonly (string | number)[]): readonly Json[] {
    let here = this.choices(this.root, value);
    let at: unknown = value;
    for (const step of path) {
      at = typeof step === "number" ? list(at)[step] : object(at)[step];
      here = here.flatMap((schema) => {
        const next = typeof step === "number" ? schema.items : object(schema.properties)[step];
        return next === undefined ? [] : this.choices(object(next), at);
      });
    }
    return here;
  }

  /** The schema itself, or those of several that a value can still become. */
  private choices(schema: Json, value: unknown): readonly Json[] {
    const own = this.resolved(schema);
    const either = [...list(own.oneOf), ...list(own.anyOf)];
    const all = list(own.allOf).flatMap((one) => this.choices(object(one), value));
    if (either.length === 0) {
      return [own, ...all];
    }
    const open = either.flatMap((one) => this.choices(object(one), value));
    const fitting = open.filter((one) => this.tells(one, value));
    return [own, ...all, ...(fitting.length > 0 ? fitting : open)];
  }

  /** Whether the names that tell one kind from another (`"kind": "metric"`) are those of the value. */
  private tells(schema: Json, value: unknown): boolean {
    const has = object(value);
    return Object.entries(object(schema.properties)).every(([name, property]) => {
      const own = this.resolved(property);
      return !("const" in own) || !(name in has) || has[name] === own.const;
    });
  }

  private check(schema: Json, value: unknown, path: readonly (string | number)[]): readonly Fault[] {
    const own = this.resolved(schema);
    const types = typesOf(own);
    if (types.length > 0 && !types.some((type) => isOf(type, value))) {
      return [{ path, kind: "type", names: types }];
    }
    const allowed = "const" in own ? [own.const] : list(own.enum);
    if (allowed.length > 0 && !allowed.includes(value)) {
      return [{ path, kind: "choice", names: allowed.map(String) }];
    }
    return [
      ...this.checkNames(own, value, path),
      ...this.checkItems(own, value, path),
      ...list(own.allOf).flatMap((one) => this.check(object(one), value, path)),
      ...this.checkEither([...list(own.oneOf), ...list(own.anyOf)], value, path),
    ];
  }

  private checkNames(schema: Json, value: unknown, path: readonly (string | number)[]): readonly Fault[] {
    if (!isOf("object", value)) {
      return [];
    }
    const has = object(value);
    const properties = object(schema.properties);
    const missing = strings(schema.required).filter((name) => !(name in has));
    return [
      ...missing.map((name): Fault => ({ path, kind: "missing", names: [name] })),
      ...Object.entries(has).flatMap(([name, one]) => {
        if (name in properties) {
          return this.check(object(properties[name]), one, [...path, name]);
        }
        const unknown: Fault = { path: [...path, name], kind: "unknown", names: [name] };
        return schema.additionalProperties === false ? [unknown] : [];
      }),
    ];
  }

  private checkItems(schema: Json, value: unknown, path: readonly (string | number)[]): readonly Fault[] {
    return Array.isArray(value) && schema.items !== undefined
      ? value.flatMap((one, i) => this.check(object(schema.items), one, [...path, i]))
      : [];
  }

  private checkEither(either: readonly unknown[], value: unknown, path: readonly (string | number)[]): readonly Fault[] {
    if (either.length === 0) {
      return [];
    }
    const told = either.filter((one) => this.tells(this.resolved(one), value));
    const faults = (told.length > 0 ? told : either).map((one) => this.check(object(one), value, path));
    return faults.reduce((least, one) => (one.length < least.length ? one : least));
  }

  private resolved(schema: unknown, depth = 0): Json {
    const own = object(schema);
    const reference = string(own.$ref);
    if (!reference.startsWith("#/") || depth > 20) {
      return own;
    }
    const steps = reference.slice(2).split("/").map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
    return this.resolved(steps.reduce<unknown>((at, step) => object(at)[step], this.root), depth + 1);
  }
}

function typesOf(schema: Json): readonly string[] {
  return typeof schema.type === "string" ? [schema.type] : strings(schema.type);
}

function isOf(type: string, value: unknown): boolean {
  switch (type) {
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    case "array":
      return Array.isArray(value);
    case "integer":
      return Number.isInteger(value);
    case "null":
      return value === null;
    default:
      return typeof value === type;
  }
}
