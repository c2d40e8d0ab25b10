import { normaliseThai } from './collation';

/** How many words of a question are looked for; what stands behind them is ignored. */
const mostWords = 8;

// Thai writers put spaces where they please (แบบ สขร. 1, แบบสขร.1), so none counts beside a Thai letter or sign.
const spaceBesideThai = /(?<=[\u0e01-\u0e4e]) | (?=[\u0e01-\u0e4e])/g;

/**
 * What is stored of a text so that it can be found: each part normalised and
 * without the spaces beside Thai letters; parts stand on lines of their own, so that no word reaches over two.
 */
export function searchTextOf(parts: ReadonlyArray<string | null | undefined>): string {
  return parts.flatMap((part) => (part ? [normaliseThai(part).replace(spaceBesideThai, '')] : [])).join('\n');
}

/** The words of a question, each to be found anywhere in a search text; none twice, at most eight. */
export function searchWordsOf(question: string): string[] {
  const words = normaliseThai(question).split(/[\s"“”'()]+/).filter((word) => word !== '');
  return [...new Set(words)].slice(0, mostWords);
}
