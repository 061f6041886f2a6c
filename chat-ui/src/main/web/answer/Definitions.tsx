import type { Definition } from "../api/answer";
import { words } from "../i18n/language";

interface DefinitionsProps {
  readonly definitions: readonly Definition[];
  /** Whether it stands within a sentence, where only phrasing may. */
  readonly within?: boolean;
}

/** What each metric of the answer means and how it is computed. */
export function Definitions({ definitions, within = false }: DefinitionsProps) {
  const w = words.value;
  if (within) {
    return (
      <>
        {definitions.map(({ name, label, description, formula }) => (
          <span key={name} class="explained-metric">
            <strong>
              {label} <code>{name}</code>
            </strong>
            <span>{description}</span>
            {formula !== "" && (
              <span>
                <span class="explained-key">{w.formula}</span> <code>{formula}</code>
              </span>
            )}
          </span>
        ))}
      </>
    );
  }
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
