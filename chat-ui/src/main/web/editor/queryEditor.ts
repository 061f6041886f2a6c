import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, type Completion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, indentOnInput, syntaxTree } from "@codemirror/language";
import { type Diagnostic, linter, lintGutter } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { words } from "../i18n/language";
import { namesIn, pathOf, placeOf } from "./jsonPath";
import { lookOf } from "./look";
import { type Fault, Schema } from "./schema";
import { lenient } from "./lenient";

export interface QueryEditor {
  text(): string;
  replace(text: string): void;
  destroy(): void;
}

export interface EditorWishes {
  readonly text: string;
  readonly label: string;
  readonly schema: unknown;
  readonly dark: boolean;
  /** The text has changed; it has so many mistakes. */
  readonly onChange: (text: string, faults: number) => void;
  readonly onRun: () => void;
}

/** An editor of a query. It lives in a shadow tree, as the page's policy allows no style elements in the document. */
export function editQuery(place: HTMLElement, wishes: EditorWishes): QueryEditor {
  const root = place.shadowRoot ?? place.attachShadow({ mode: "open" });
  const schema = new Schema(wishes.schema);
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: wishes.text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [(context) => completions(context, schema)], activateOnTyping: true }),
        linter((shown) => diagnostics(shown, schema), { delay: 250 }),
        lintGutter(),
        json(),
        keymap.of([
          { key: "Mod-Enter", run: () => (wishes.onRun(), true) },
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...historyKeymap,
          ...defaultKeymap,
          indentWithTab,
        ]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": wishes.label, tabindex: "0" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) {
            wishes.onChange(update.state.doc.toString(), diagnostics(update.view, schema).length);
          }
        }),
        lookOf(wishes.dark),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    replace: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    destroy: () => view.destroy(),
  };
}

/** Names where a name may stand, values where a value may. */
function completions(context: CompletionContext, schema: Schema): CompletionResult | null {
  const { state, pos } = context;
  const value = lenient(state.doc.toString());
  let node = syntaxTree(state).resolveInner(pos, -1);
  const word = context.matchBefore(/"[^"\n]*|[\w]*/);
  const from = word?.from ?? pos;
  if (node.name === "⚠" || node.name === "{" || node.name === "[" || node.name === ",") {
    node = node.parent ?? node;
  }
  const before = state.sliceDoc(0, from).trimEnd();
  const last = before.at(-1);
  // A closing quote that the editor has set already is taken along.
  const to = state.sliceDoc(pos, pos + 1) === '"' && word?.text.startsWith('"') === true ? pos + 1 : pos;
  const naming = node.name === "PropertyName" || (node.name === "Object" && (last === "{" || last === ","));
  if (!context.explicit && (word === null || word.text === "")) {
    return null;
  }
  if (naming) {
    const holder = node.name === "Object" ? node : (node.parent?.parent ?? node);
    const taken = new Set(namesIn(state, holder));
    const options = [...schema.namesAt(value, pathOf(state, holder))]
      .filter(([name]) => !taken.has(name))
      .map(([name, about]): Completion => ({ label: JSON.stringify(name), type: "property", info: about, apply: propertyText(state, to, name) }));
    return { from, to, options, validFor: /^"?\w*"?$/ };
  }
  const path = pathOf(state, node);
  const place = node.name === "Array" ? [...path, 0] : path;
  const options = schema.valuesAt(value, place).map((label): Completion => ({ label, type: "enum" }));
  return options.length === 0 ? null : { from, to, options, validFor: /^"?[^"\n]*"?$/ };
}

function propertyText(state: EditorState, to: number, name: string): string {
  return /^\s*:/.test(state.sliceDoc(to, to + 20)) ? JSON.stringify(name) : `${JSON.stringify(name)}: `;
}

function diagnostics(view: EditorView, schema: Schema): readonly Diagnostic[] {
  const text = view.state.doc.toString();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [brokenAt(view)];
  }
  return schema.faults(value).map((fault) => ({
    ...placeOf(view.state, fault.path, fault.kind === "unknown"),
    severity: "error" as const,
    message: messageOf(fault),
  }));
}

/** The first place that no JSON parses. */
function brokenAt(view: EditorView): Diagnostic {
  let from = view.state.doc.length;
  syntaxTree(view.state).iterate({
    enter: (node) => {
      if (node.type.isError) {
        from = Math.min(from, node.from);
      }
    },
  });
  const to = Math.min(view.state.doc.length, from + 1);
  return { from: Math.min(from, to), to, severity: "error", message: words.value.notJson };
}

const MOST_NAMES = 12;

function messageOf({ kind, names }: Fault): string {
  const { schemaProblems: w, jsonTypes } = words.value;
  const [name = ""] = names;
  switch (kind) {
    case "type":
      return w.type(names.map((type) => jsonTypes[type] ?? type).join(" / "));
    case "choice":
      return w.choice(names.length > MOST_NAMES ? `${names.slice(0, MOST_NAMES).join(", ")} …` : names.join(", "));
    case "unknown":
      return w.unknown(name);
    case "missing":
      return w.missing(name);
  }
}
