import { useMemo } from "preact/hooks";
import { integer } from "../answer/figures";
import type { ChartSpec, Language, Table } from "../api/answer";
import { wordsIn } from "../i18n/language";
import { theme } from "../theme/theme";
import { type FunnelData, type FunnelGroup, funnelData, lossInWords, lost } from "./funnel";
import { markColour } from "./look";
import { palette } from "./palette";
import { pointsText, rateText } from "./rates";

interface FunnelProps {
  readonly table: Table;
  readonly spec: ChartSpec;
  readonly language: Language;
}

/** How many stay step by step; groups stand side by side at each step, each against its own first one. */
export function Funnel({ table, spec, language }: FunnelProps) {
  const data = useMemo(() => funnelData(table, spec, language), [table, spec, language]);
  const w = wordsIn(language);
  const count = (n: number) => integer(n, language);
  const split = data.allGroups > 1;
  return (
    <figure class={`funnel${split ? " split" : ""}${data.compared ? " compared" : ""}`}>
      <ul class="funnel-words">
        {lossInWords(data, language).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {data.compared && <Key language={language} />}
      <ol>
        {data.steps.map((name, step) => (
          <li key={step} class="funnel-step">
            {!split && step > 0 && <Between data={data} step={step} language={language} />}
            <p class="funnel-name">
              <span class="funnel-number">{step + 1}</span>
              {name}
            </p>
            <div class="funnel-bars">
              {data.groups.map((group, i) => (
                <Bar key={group.name} group={group} place={i} step={step} split={split} language={language} />
              ))}
            </div>
          </li>
        ))}
      </ol>
      {data.groups.length < data.allGroups && (
        <figcaption>{w.groupsLeftOut(count(data.groups.length), count(data.allGroups))}</figcaption>
      )}
    </figure>
  );
}

/** Which bar is of which period. */
function Key({ language }: { readonly language: Language }) {
  const w = wordsIn(language);
  const background = markColour(palette(theme.value), 0);
  return (
    <p class="funnel-key" aria-hidden="true">
      <span class="funnel-swatch" style={{ background }} />
      {w.thisPeriod}
      <span class="funnel-swatch earlier" style={{ background }} />
      {w.basePeriod}
    </p>
  );
}

/** What happens on the way to a step. */
function Between({ data, step, language }: { readonly data: FunnelData; readonly step: number; readonly language: Language }) {
  const w = wordsIn(language);
  const [group] = data.groups;
  if (group === undefined) {
    return null;
  }
  const { users, rate } = lost(group, step);
  const most = group.mostLost === step;
  const reached = group.steps[step];
  return (
    <p class={most ? "funnel-between most" : "funnel-between"}>
      <span aria-hidden="true">↓ </span>
      {w.wentOn(
        rateText(reached?.fromPrevious ?? null, language),
        integer(users, language),
        rateText(rate, language),
      )}
      {most && <strong class="mark warn">{w.mostLost}</strong>}
      {reached?.before && (
        <span class="funnel-earlier">
          <Points rate={reached.fromPrevious} before={reached.before.fromPrevious} language={language} />
          {w.rateBefore(rateText(reached.before.fromPrevious, language))}
        </span>
      )}
    </p>
  );
}

interface PointsProps {
  readonly rate: number | null;
  readonly before: number | null;
  readonly language: Language;
}

/** By how many points a rate differs from what it was. */
function Points({ rate, before, language }: PointsProps) {
  const points = pointsText(rate, before, language);
  return points === "" ? null : <span class="funnel-points">{points}</span>;
}

interface BarProps {
  readonly group: FunnelGroup;
  readonly place: number;
  readonly step: number;
  readonly split: boolean;
  readonly language: Language;
}

function Bar({ group, place, step, split, language }: BarProps) {
  const reached = group.steps[step];
  if (reached === undefined) {
    return null;
  }
  const w = wordsIn(language);
  const most = group.mostLost === step;
  const background = markColour(palette(theme.value), place);
  const width = (rate: number | null) => `${(rate ?? 0) * 100}%`;
  return (
    <div class="funnel-bar">
      {split && <span class="funnel-group">{group.name}</span>}
      <span class="funnel-tracks" aria-hidden="true">
        <span class="funnel-track">
          <span style={{ width: width(reached.fromFirst), background }} />
        </span>
        {reached.before && (
          <span class="funnel-track earlier">
            <span style={{ width: width(reached.before.fromFirst), background }} />
          </span>
        )}
      </span>
      <span class="funnel-figures">
        <b>{w.people(integer(reached.users, language))}</b>
        {step > 0 && <span>{w.fromFirst(rateText(reached.fromFirst, language))}</span>}
        {step > 0 && reached.before && (
          <Points rate={reached.fromFirst} before={reached.before.fromFirst} language={language} />
        )}
        {split && step > 0 && (
          <span class={most ? "mark warn" : ""}>
            {w.fromPrevious(rateText(reached.fromPrevious, language))}
            {most && ` · ${w.mostLost}`}
          </span>
        )}
        {reached.before && (
          <span class="funnel-earlier">
            {w.usersBefore(reached.before.users === null ? "–" : integer(reached.before.users, language))}
            {step > 0 && ` · ${rateText(reached.before.fromFirst, language)}`}
          </span>
        )}
      </span>
    </div>
  );
}
