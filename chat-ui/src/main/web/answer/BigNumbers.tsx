import type { Language, Table } from "../api/answer";
import { wordsIn } from "../i18n/language";
import { catalog } from "../page/catalog";
import { bigNumbers, type Detail } from "./bigNumbers";
import { FigureName } from "./Definition";

interface BigNumbersProps {
  readonly table: Table;
  /** The columns to show; none: all figures that are values. */
  readonly figures: readonly string[];
  readonly language: Language;
}

/** One to six figures, large, each with what it was before where the answer compares. */
export function BigNumbers({ table, figures, language }: BigNumbersProps) {
  const locale = { language, currency: catalog.value.currency };
  return (
    <dl class="big-numbers">
      {bigNumbers(table, figures, locale).map(({ column, groups, value, details }) => (
        <div key={column.name} class="big-number">
          <dt>
            {groups.map((name) => `${name} · `)}
            <FigureName metric={column.metric} text={column.label} />
          </dt>
          <dd>
            {value === undefined ? (
              <span class="missing">{wordsIn(language).missing}</span>
            ) : (
              <span class="value" title={value.full}>
                {value.text}
              </span>
            )}
            {details.map((detail) => (
              <DetailView key={detail.text} detail={detail} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function DetailView({ detail }: { readonly detail: Detail }) {
  return detail.kind === "change" ? (
    <span class="delta">
      <span aria-hidden="true">{detail.arrow}</span> {detail.text}
    </span>
  ) : (
    <span class="aside">{detail.text}</span>
  );
}
