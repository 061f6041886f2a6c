import type { CompletionContext } from "@codemirror/autocomplete";
import { yaml } from "@codemirror/lang-yaml";
import type { EditorState } from "@codemirror/state";
import { type Document, isMap, isPair, isScalar, isSeq, type Pair, parseDocument, type Scalar, stringify, visit } from "yaml";
import type { Notation, Path, Place, Read, Stretch } from "./notation";

/** Stands for what is being typed, so that the text around it parses. */
const TYPED = "__typed__";

export const yamlNotation: Notation = {
  support: yaml(),
  write: (value) => stringify(value, { lineWidth: 0 }),
  read,
  placeOf,
  typed,
  nameText: (state, to, name) => (/^\s*:/.test(state.sliceDoc(to, to + 20)) ? name : `${name}: `),
  valueText: (json) => stringify(JSON.parse(json), { lineWidth: 0 }).trimEnd(),
  nameLabel: (name) => name,
};

function read(text: string): Read {
  const document = parseDocument(text);
  const [fault] = document.errors;
  if (fault !== undefined) {
    const from = Math.min(fault.pos[0], text.length);
    return { broken: { from, to: Math.min(Math.max(fault.pos[1], from + 1), text.length) } };
  }
  try {
    return { value: document.toJS() as unknown };
  } catch {
    // An alias that names nothing, or names too much.
    return { broken: { from: 0, to: text.length } };
  }
}

function placeOf(state: EditorState, path: Path, name: boolean): Stretch {
  let node: unknown = parseDocument(state.doc.toString()).contents;
  let key: unknown;
  for (const step of path) {
    const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === step) : undefined;
    key = pair?.key;
    const next: unknown = isMap(node) ? pair?.value : isSeq(node) ? node.items[Number(step)] : undefined;
    if (next == null) {
      break;
    }
    node = next;
  }
  // A whole object would be underlined to its end: the line that it begins in is enough.
  const { from, to } = rangeOf(name && key !== undefined ? key : node);
  return { from, to: isMap(node) || isSeq(node) ? Math.min(to, state.doc.lineAt(from).to) : to };
}

function rangeOf(node: unknown): Stretch {
  const [from, to] = (node as Scalar | null)?.range ?? [0, 0];
  return { from, to };
}

/** A word at the beginning of a line or an item may become a name; one that follows a name or stands in a list is a value. */
function typed(context: CompletionContext): Place | undefined {
  const { state, pos } = context;
  const word = context.matchBefore(/[^\s,:[\]{}]*$/);
  const from = word?.from ?? pos;
  // A closing quote that the editor has set already is taken along.
  const to = /["']/.test(state.sliceDoc(pos, pos + 1)) && /^["']/.test(word?.text ?? "") ? pos + 1 : pos;
  const text = state.doc.toString();
  const before = text.slice(state.doc.lineAt(pos).from, from);
  if (!context.explicit && from === pos) {
    return undefined;
  }
  const named = /^\s*:/.test(state.sliceDoc(pos, state.doc.lineAt(pos).to));
  const put = (stand: string) => parseDocument(text.slice(0, from) + stand + text.slice(to));
  const begins = /^\s*(- +)*$/.test(before);
  const asName = found(put(begins && !named ? `${TYPED}: ` : TYPED), true);
  const asValue = named || (begins && !before.includes("-")) ? undefined : found(put(TYPED), false);
  if (asName === undefined && asValue === undefined) {
    return undefined;
  }
  return {
    from,
    to,
    ...(asName && { names: { of: asName.path, taken: asName.taken } }),
    ...(asValue && { value: asValue.path }),
    whole: (asValue ?? asName)?.whole,
    validFor: /^[^\s,:[\]{}]*$/,
  };
}

interface Found {
  readonly path: Path;
  readonly taken: readonly string[];
  readonly whole: unknown;
}

/** Where what is being typed stands: as a name the path of its object, as a value its own. */
function found(document: Document, name: boolean): Found | undefined {
  let at: Found | undefined;
  visit(document, {
    Scalar(key, node, ancestors) {
      if (node.value !== TYPED || (key === "key") !== name) {
        return undefined;
      }
      const path: (string | number)[] = [];
      const around = [...ancestors, node];
      around.forEach((one, i) => {
        const next = around[i + 1];
        if (isSeq(one)) {
          path.push(one.items.indexOf(next));
        } else if (isPair(one) && i < around.length - 1 && next === one.value) {
          path.push(nameOf(one));
        }
      });
      const holder = ancestors.findLast((one) => isMap(one));
      const taken = name && isMap(holder) ? holder.items.map(nameOf).filter((one) => one !== TYPED) : [];
      at = { path, taken, whole: valueOf(document) };
      return visit.BREAK;
    },
  });
  return at;
}

function nameOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : "";
}

function valueOf(document: Document): unknown {
  try {
    return document.toJS() as unknown;
  } catch {
    return {};
  }
}
