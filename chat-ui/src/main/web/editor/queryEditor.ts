import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, type Completion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentOnInput } from "@codemirror/language";
import { type Diagnostic, linter, lintGutter } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { words } from "../i18n/language";
import { lookOf } from "./look";
import type { Notation } from "./notation";
import { type Fault, Schema } from "./schema";

export interface QueryEditor {
  replace(query: unknown): void;
  destroy(): void;
}

export interface EditorWishes {
  readonly notation: Notation;
  readonly text: string;
  readonly label: string;
  readonly schema: unknown;
  readonly dark: boolean;
  /** The text has changed: the query that it is, undefined where it cannot be read, and how many mistakes it has. */
  readonly onChange: (text: string, query: unknown, faults: number) => void;
  readonly onRun: () => void;
}

/** An editor of a query. It lives in a shadow tree, as the page's policy allows no style elements in the document. */
export function editQuery(place: HTMLElement, wishes: EditorWishes): QueryEditor {
  const root = place.shadowRoot ?? place.attachShadow({ mode: "open" });
  const schema = new Schema(wishes.schema);
  const { notation } = wishes;
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
        autocompletion({ override: [(context) => completions(context, schema, notation)], activateOnTyping: true }),
        linter((shown) => diagnostics(shown.state, schema, notation), { delay: 250 }),
        lintGutter(),
        notation.support,
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
            const text = update.state.doc.toString();
            const read = notation.read(text);
            wishes.onChange(text, "value" in read ? read.value : undefined, diagnostics(update.state, schema, notation).length);
          }
        }),
        lookOf(wishes.dark),
      ],
    }),
  });
  return {
    replace: (query) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: notation.write(query) } }),
    destroy: () => view.destroy(),
  };
}

/** Names where a name may stand, values where a value may. */
function completions(context: CompletionContext, schema: Schema, notation: Notation): CompletionResult | null {
  const place = notation.typed(context);
  if (place === undefined) {
    return null;
  }
  const { from, to, names, value, whole, validFor } = place;
  const options = [
    ...[...(names === undefined ? [] : schema.namesAt(whole, names.of))]
      .filter(([name]) => names?.taken.includes(name) === false)
      .map(([name, about]): Completion => ({
        label: notation.nameLabel(name),
        type: "property",
        info: about,
        apply: notation.nameText(context.state, to, name),
      })),
    ...(value === undefined ? [] : schema.valuesAt(whole, value)).map((one): Completion => ({ label: notation.valueText(one), type: "enum" })),
  ];
  return options.length === 0 ? null : { from, to, options, validFor };
}

function diagnostics(state: EditorState, schema: Schema, notation: Notation): readonly Diagnostic[] {
  const read = notation.read(state.doc.toString());
  if ("broken" in read) {
    return [{ ...read.broken, severity: "error", message: words.value.notReadable }];
  }
  return schema.faults(read.value).map((fault) => ({
    ...notation.placeOf(state, fault.path, fault.kind === "unknown"),
    severity: "error" as const,
    message: messageOf(fault),
  }));
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
