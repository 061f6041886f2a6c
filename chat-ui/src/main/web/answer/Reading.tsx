import type { Interpretation } from "../api/answer";
import { words } from "../i18n/language";

/** Parts of a question that carry no content are not shown as chips. */
const WITHOUT_CONTENT = new Set(["connective", "filler", ""]);

/** Words of grammar alone: that they took no part says nothing to a reader. */
const PARTICLES = new Set(
  "的 了 是 有 在 呢 啊 呀 吧 吗 the a an of in on at to for by is are was were did do does".split(" "),
);

/** What the question was understood as: a sentence, and each part of the question with what it was taken for. */
export function Reading({ interpretation }: { readonly interpretation: Interpretation }) {
  const chips = interpretation.spans.filter((span) => !WITHOUT_CONTENT.has(span.role));
  const unused = interpretation.unused.filter((word) => !PARTICLES.has(word.toLowerCase()));
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
      {unused.length > 0 && <p class="unused">{words.value.unused(unused.join(" · "))}</p>}
    </section>
  );
}
