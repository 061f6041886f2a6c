import { useMemo } from "preact/hooks";
import { integer } from "../answer/figures";
import type { ChartSpec, Language, Table } from "../api/answer";
import { wordsIn } from "../i18n/language";
import { theme } from "../theme/theme";
import { type Cohort, cohortData, type Returned, SMALL_COHORT, strongest } from "./cohorts";
import { cellRate, rateText, rateTick } from "./rates";
import { type Palette, palette } from "./palette";
import { inkOn, shade } from "./shades";

interface CohortMapProps {
  readonly table: Table;
  readonly spec: ChartSpec;
  readonly language: Language;
  readonly label: string;
}

/** Who came back: a row for each cohort, the stronger the colour the more; what is not over yet is left open. */
export function CohortMap({ table, spec, language, label }: CohortMapProps) {
  const data = useMemo(() => cohortData(table, spec, language), [table, spec, language]);
  const w = wordsIn(language);
  const most = strongest(data);
  const colours = palette(theme.value);
  const series = table.columns.find((column) => column.name === spec.series);
  const rows = data.pooled === undefined ? data.cohorts : [data.pooled, ...data.cohorts];
  return (
    <figure class="cohorts">
      <div class="cohorts-scroll" role="region" aria-label={label} tabIndex={0}>
        <table style={{ "--intervals": data.intervals.length }}>
          <thead>
            <tr>
              <th scope="col">{series?.label}</th>
              {data.intervals.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cohort) => (
              <tr key={cohort.name} class={cohort === data.pooled ? "pooled" : ""}>
                <Head cohort={cohort} pooled={cohort === data.pooled} language={language} />
                {cohort.returned.map((returned, i) => (
                  <MapCell
                    key={data.intervals[i]}
                    title={`${cohort.name} · ${data.intervals[i] ?? ""}`}
                    returned={returned}
                    most={most}
                    palette={colours}
                    language={language}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <figcaption>
        <span class="cohorts-scale">
          {rateTick(0, language)}
          <span style={{ background: `linear-gradient(90deg, ${colours.ramp.join(", ")})` }} />
          {rateTick(most, language)}
        </span>
        {rows.some(({ returned }) => returned.includes(undefined)) && (
          <span class="cohorts-key">
            <span class="immature" />
            {w.notOver}
          </span>
        )}
        {data.cohorts.some(({ small }) => small) && <span>{w.smallCohortHint(SMALL_COHORT)}</span>}
        {data.pooled !== undefined && <span>{w.pooledHint}</span>}
      </figcaption>
    </figure>
  );
}

function Head({ cohort, pooled, language }: { readonly cohort: Cohort; readonly pooled: boolean; readonly language: Language }) {
  const w = wordsIn(language);
  return (
    <th scope="row">
      {cohort.name}
      {cohort.small && !pooled && (
        <span class="cohorts-small" title={w.smallCohortHint(SMALL_COHORT)}>
          {w.smallCohort}
        </span>
      )}
      <span class="cohorts-size">{w.people(integer(cohort.users, language))}</span>
    </th>
  );
}

interface MapCellProps {
  readonly title: string;
  readonly returned: Returned | undefined;
  readonly most: number;
  readonly palette: Palette;
  readonly language: Language;
}

function MapCell({ title, returned, most, palette: colours, language }: MapCellProps) {
  const w = wordsIn(language);
  if (returned === undefined) {
    return (
      <td class="immature" title={`${title}\n${w.notOver}`}>
        <span class="sr-only">{w.notOver}</span>
      </td>
    );
  }
  const { users, retained, rate } = returned;
  if (rate === null) {
    return (
      <td class="nobody" title={`${title}\n${w.people("0")}`}>
        –
      </td>
    );
  }
  const ground = shade(colours, rate / most);
  const told = w.returned(integer(retained, language), integer(users, language), rateText(rate, language));
  return (
    <td style={{ background: ground, color: inkOn(ground) }} title={`${title}\n${told}`}>
      {cellRate(rate, language)}
    </td>
  );
}
