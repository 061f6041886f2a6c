import type { Answer, Interpretation } from "../api/answer";
import { words } from "../i18n/language";
import { ChipRow } from "./ChipRow";

/** Parts of a question that carry no content are not shown as chips. */
const WITHOUT_CONTENT = new Set(["connective", "filler", ""]);

/** Words of grammar alone: that they took no part says nothing to a reader. */
const PARTICLES = new Set(
  "的 从 到 和 与 按 都 把 里 了 是 有 在 呢 啊 呀 吧 吗 the a an of in on at to for by is are was were did do does".split(" "),
);

/** Runs another query in the conversation, under words that say how it came about. */
export type Run = (query: unknown, words: string) => void;

interface ReadingProps {
  readonly answer: Answer;
  readonly interpretation: Interpretation;
  readonly run: Run | undefined;
}

/** What the question was understood as: a sentence, and its parts, each of which can be changed. */
export function Reading({ answer, interpretation, run }: ReadingProps) {
  const unused = interpretation.unused.filter((word) => !PARTICLES.has(word.toLowerCase()));
  return (
    <section class="reading" aria-label={words.value.reading}>
      <p>
        <span class="label">{words.value.reading}</span> {interpretation.text}
      </p>
      {answer.chips.length > 0 ? <ChipRow answer={answer} run={run} /> : <SpanRow interpretation={interpretation} />}
      {unused.length > 0 && <p class="unused">{words.value.unused(unused.join(" · "))}</p>}
    </section>
  );
}

/** The parts of the question itself, each with what it was taken for: of a server that tells no parts of the query. */
function SpanRow({ interpretation }: { readonly interpretation: Interpretation }) {
  const spans = interpretation.spans.filter((span) => !WITHOUT_CONTENT.has(span.role));
  if (spans.length === 0) {
    return null;
  }
  return (
    <ul class="chips">
      {spans.map((span, i) => (
        <li key={i} class="chip" data-role={span.role} title={span.refersTo}>
          <span class="chip-role">{words.value.roles[span.role] ?? span.role}</span> {span.text}
        </li>
      ))}
    </ul>
  );
}
