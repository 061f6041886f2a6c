import type { Language } from "./answer";
import { list, object, string } from "./json";

/** Words in both languages. */
export type Words = Readonly<Record<Language, string>>;

/** What the page needs of `GET /api/v1/catalog`. */
export interface Catalog {
  readonly label: Words;
  readonly currency: string;
  readonly examples: readonly Words[];
  /** The last day that has data. */
  readonly dataUntil?: string;
  /** Up to which moment the data are asked about, where the clock is fixed (a demo); business time. */
  readonly fixedClock?: { readonly asOf: string; readonly dataUntil: string };
}

export const NO_CATALOG: Catalog = { label: { zh: "", en: "" }, currency: "CNY", examples: [] };

export function decodeCatalog(json: unknown): Catalog {
  const o = object(json);
  const clock = object(o.clock);
  return {
    label: words(o.label),
    currency: string(o.currency) || NO_CATALOG.currency,
    examples: list(o.examples).map(words),
    ...(string(clock.dataUntil) !== "" && { dataUntil: string(clock.dataUntil) }),
    ...(clock.fixed === true && {
      fixedClock: { asOf: string(clock.asOf), dataUntil: string(clock.dataUntil) },
    }),
  };
}

function words(json: unknown): Words {
  if (typeof json === "string") {
    return { zh: json, en: json };
  }
  const o = object(json);
  const zh = string(o.zh);
  const en = string(o.en);
  return { zh: zh || en, en: en || zh };
}
