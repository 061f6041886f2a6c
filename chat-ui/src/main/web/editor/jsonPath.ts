import { syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";
import type { Path, Stretch } from "./notation";

/** Where in the value a node of the JSON stands. */
export function pathOf(state: EditorState, node: SyntaxNode): Path {
  const path: (string | number)[] = [];
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent) {
    if (at.name === "Property") {
      path.unshift(nameOf(state, at));
    } else if (at.parent?.name === "Array" && isValue(at)) {
      const { from } = at;
      path.unshift(values(at.parent).findIndex((one) => one.from === from));
    }
  }
  return path;
}

/** The stretch of text of the value at a path; with `name`, that of its property's name. */
export function placeOf(state: EditorState, path: Path, name: boolean): Stretch {
  const top = syntaxTree(state).topNode;
  let node: SyntaxNode = values(top)[0] ?? top;
  let property: SyntaxNode | undefined;
  for (const step of path) {
    property = typeof step === "string" ? properties(node).find((one) => nameOf(state, one) === step) : undefined;
    const next = property === undefined ? (typeof step === "number" ? values(node)[step] : undefined) : values(property)[0];
    if (next === undefined) {
      break;
    }
    node = next;
  }
  const named = name ? property?.getChild("PropertyName") : undefined;
  const { from, to } = named ?? node;
  // A whole object would be underlined to its end: its brace is enough.
  return node.name === "Object" && named == null ? { from, to: from + 1 } : { from, to };
}

/** The names that an object has already. */
export function namesIn(state: EditorState, object: SyntaxNode): readonly string[] {
  return properties(object).map((property) => nameOf(state, property));
}

function properties(node: SyntaxNode): readonly SyntaxNode[] {
  return node.getChildren("Property");
}

function values(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (isValue(child)) {
      found.push(child);
    }
  }
  return found;
}

function isValue({ name }: SyntaxNode): boolean {
  return ["Object", "Array", "String", "Number", "True", "False", "Null"].includes(name);
}

function nameOf(state: EditorState, property: SyntaxNode): string {
  const name = property.getChild("PropertyName");
  if (name === null) {
    return "";
  }
  try {
    return String(JSON.parse(state.sliceDoc(name.from, name.to)));
  } catch {
    return "";
  }
}
