import type { Language } from "../api/answer";
import type { Words } from "../api/catalog";

/** A figure, then how it moves, then a comparison, as far as the catalog's examples have such. */
const KINDS: readonly Record<Language, RegExp>[] = [
  { zh: /多少|前[一二三四五六七八九十\d]|最高/, en: /how many|top \d|highest/i },
  { zh: /每[天周月日]|趋势|近.*[天月].*的/, en: /\bby (day|week|month)\b|trend/i },
  { zh: /比|占|同期|漏斗|留存/, en: /\bcompared?\b|\bvs\b|share|than|retention|funnel|conversion/i },
];

/** Three different examples to begin with; empty where the catalog has not so many. */
export function tourQuestions(examples: readonly Words[], language: Language): readonly string[] {
  const left = [...new Set(examples.map((example) => example[language]))];
  if (left.length < KINDS.length) {
    return [];
  }
  return KINDS.map((kind) => {
    const found = left.findIndex((question) => kind[language].test(question));
    return left.splice(Math.max(found, 0), 1)[0] ?? "";
  });
}
