import type { Interpretation } from "../api/answer";
import { words } from "../i18n/language";

/** Parts of a question that carry no content are not shown as chips. */
const WITHOUT_CONTENT = new Set(["connective", "filler", ""]);

/** What the question was understood as: a sentence, and each part of the question with what it was taken for. */
export function Reading({ interpretation }: { readonly interpretation: Interpretation }) {
  const chips = interpretation.spans.filter((span) => !WITHOUT_CONTENT.has(span.role));
  return (
    <section class="reading" aria-label={words.value.reading}>
      <p>
        <span class="label">{words.value.reading}</span> {interpretation.text}
      </p>
      {chips.length > 0 && (
        <ul class="chips">
          {chips.map((span, i) => (
            <li key={i} class="chip" data-role={span.role} title={span.refersTo}>
              <span class="chip-role">{words.value.roles[span.role] ?? span.role}</span> {span.text}
            </li>
          ))}
        </ul>
      )}
      {interpretation.unused.length > 0 && (
        <p class="unused">{words.value.unused(interpretation.unused.join(" · "))}</p>
      )}
    </section>
  );
}
