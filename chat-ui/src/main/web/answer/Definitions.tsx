import type { Definition } from "../api/answer";
import { words } from "../i18n/language";

/** What each metric of the answer means and how it is computed. */
export function Definitions({ definitions }: { readonly definitions: readonly Definition[] }) {
  const w = words.value;
  return (
    <div class="definitions">
      {definitions.map((definition) => (
        <article key={definition.name}>
          <h3>
            {definition.label} <code>{definition.name}</code>
          </h3>
          <p>{definition.description}</p>
          <dl>
            {definition.formula !== "" && (
              <div>
                <dt>{w.formula}</dt>
                <dd>
                  <code>{definition.formula}</code>
                </dd>
              </div>
            )}
            {definition.unit !== "" && (
              <div>
                <dt>{w.unit}</dt>
                <dd>{w.units[definition.unit] ?? definition.unit}</dd>
              </div>
            )}
          </dl>
        </article>
      ))}
    </div>
  );
}
