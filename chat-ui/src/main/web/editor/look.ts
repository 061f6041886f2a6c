import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** The page's colours; its variables reach into the shadow tree. */
export function lookOf(dark: boolean): Extension {
  return [
    EditorView.theme(
      {
        "&": { fontSize: "13px", color: "var(--ink)", backgroundColor: "var(--card)", maxHeight: "460px" },
        "&.cm-focused": { outline: "none" },
        ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", overflow: "auto" },
        ".cm-content": { caretColor: "var(--ink)", padding: "8px 0" },
        ".cm-cursor": { borderLeftColor: "var(--ink)" },
        ".cm-gutters": { backgroundColor: "var(--sunk)", color: "var(--muted)", border: "none" },
        ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--brand-wash) 50%, transparent)" },
        "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
          backgroundColor: "color-mix(in srgb, var(--brand) 28%, transparent)",
        },
        ".cm-tooltip": {
          border: "1px solid var(--line)",
          borderRadius: "10px",
          backgroundColor: "var(--card)",
          color: "var(--ink)",
          boxShadow: "var(--shadow-over)",
          overflow: "hidden",
        },
        ".cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", maxHeight: "220px" },
        ".cm-tooltip-autocomplete > ul > li": { padding: "4px 10px" },
        ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--brand)", color: "var(--brand-ink)" },
        ".cm-completionInfo": { maxWidth: "300px", padding: "8px 12px", fontFamily: "var(--sans)" },
        ".cm-diagnostic": { padding: "6px 12px", fontFamily: "var(--sans)" },
        ".cm-diagnostic-error": { borderLeftColor: "var(--no)" },
      },
      { dark },
    ),
    syntaxHighlighting(
      HighlightStyle.define([
        { tag: tags.propertyName, color: "var(--brand)" },
        { tag: tags.string, color: "var(--warn)" },
        { tag: [tags.number, tags.bool, tags.null], color: "var(--no)" },
      ]),
    ),
  ];
}
