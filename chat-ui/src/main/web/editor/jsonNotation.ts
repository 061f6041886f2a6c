import type { CompletionContext } from "@codemirror/autocomplete";
import { json, jsonLanguage } from "@codemirror/lang-json";
import { syntaxTree } from "@codemirror/language";
import { namesIn, pathOf, placeOf } from "./jsonPath";
import { lenient } from "./lenient";
import type { Notation, Place, Read } from "./notation";

export const jsonNotation: Notation = {
  support: json(),
  write: (value) => JSON.stringify(value, null, 2),
  read,
  placeOf,
  typed,
  nameText: (state, to, name) => (/^\s*:/.test(state.sliceDoc(to, to + 20)) ? JSON.stringify(name) : `${JSON.stringify(name)}: `),
  valueText: (value) => value,
  nameLabel: (name) => JSON.stringify(name),
};

function read(text: string): Read {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { broken: firstFault(text) };
  }
}

/** The first place that no JSON parses. */
function firstFault(text: string): { from: number; to: number } {
  let from = text.length;
  jsonLanguage.parser.parse(text).iterate({
    enter: (node) => {
      if (node.type.isError) {
        from = Math.min(from, node.from);
      }
    },
  });
  const to = Math.min(text.length, from + 1);
  return { from: Math.min(from, to), to };
}

/** Names where a name may stand, values where a value may. */
function typed(context: CompletionContext): Place | undefined {
  const { state, pos } = context;
  const word = context.matchBefore(/"[^"\n]*|[\w]*/);
  if (!context.explicit && (word === null || word.text === "")) {
    return undefined;
  }
  const from = word?.from ?? pos;
  // A closing quote that the editor has set already is taken along.
  const to = state.sliceDoc(pos, pos + 1) === '"' && word?.text.startsWith('"') === true ? pos + 1 : pos;
  let node = syntaxTree(state).resolveInner(pos, -1);
  if (node.name === "⚠" || node.name === "{" || node.name === "[" || node.name === ",") {
    node = node.parent ?? node;
  }
  const last = state.sliceDoc(0, from).trimEnd().at(-1);
  const whole = lenient(state.doc.toString());
  if (node.name === "PropertyName" || (node.name === "Object" && (last === "{" || last === ","))) {
    const holder = node.name === "Object" ? node : (node.parent?.parent ?? node);
    return { from, to, whole, names: { of: pathOf(state, holder), taken: namesIn(state, holder) }, validFor: /^"?\w*"?$/ };
  }
  const path = pathOf(state, node);
  return { from, to, whole, value: node.name === "Array" ? [...path, 0] : path, validFor: /^"?[^"\n]*"?$/ };
}
