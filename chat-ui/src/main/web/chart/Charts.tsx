import type { Language } from "../api/answer";
import { Chart } from "./Chart";
import type { Part } from "./drawing";

interface ChartsProps {
  readonly parts: readonly Part[];
  readonly language: Language;
  /** What they show, in a sentence, for those who don't see it. */
  readonly label: string;
}

/** A chart, or one below the other for each group. */
export function Charts({ parts, language, label }: ChartsProps) {
  return (
    <>
      {parts.map(({ name, drawing }, i) =>
        name === undefined ? (
          <Chart key={i} drawing={drawing} language={language} label={label} />
        ) : (
          <figure key={i} class="chart-group" data-wide={drawing.wide}>
            <figcaption>{name}</figcaption>
            <Chart drawing={drawing} language={language} label={`${name}: ${label}`} />
          </figure>
        ),
      )}
    </>
  );
}
