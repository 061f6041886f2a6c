import { language, words } from "../i18n/language";
import { catalog, catalogFailed } from "./catalog";

/** What an empty page says: what this is, and questions to start with. */
export function Welcome({ ask }: { readonly ask: (question: string) => void }) {
  const w = words.value;
  const examples = [...new Set(catalog.value.examples.map((example) => example[language.value]))].slice(0, 8);
  return (
    <section class="welcome">
      <h2>{w.heroTitle}</h2>
      <p>{w.heroText}</p>
      {catalogFailed.value && <p class="catalog-failed">{w.catalogFailed}</p>}
      {examples.length > 0 && (
        <>
          <h3>{w.examples}</h3>
          <ul class="examples">
            {examples.map((example) => (
              <li key={example}>
                <button type="button" onClick={() => ask(example)}>
                  {example}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
