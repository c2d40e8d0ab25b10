import { unbrokenTerms } from '@prongsai/kernel/thai';
import { COMPOUNDS, PREFIXES } from './compounds';

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

/** A vowel or mark that belongs to the letter before it. */
const LEANS_BACK = /[ะัาำิ-ฺๅ็-๎]/;
/** A vowel that is written before its consonant. */
const LEANS_FORWARD = /[เ-ไ]/;

/** Words that stay whole, by their first letter, longest first. */
export type Glossary = ReadonlyMap<string, readonly string[]>;

/**
 * The official compounds (those of the screens too) together with a caller's own words (names of people, places and units).
 * Words of one letter and words with other than Thai letters are left out.
 */
export function makeGlossary(words: readonly string[]): Glossary {
  const byFirst = new Map<string, string[]>();
  for (const word of new Set([...COMPOUNDS, ...unbrokenTerms, ...words])) {
    if (!/^[ก-ฺเ-ๅ็-๎]{2,}$/.test(word)) continue;
    const first = word.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
  }
  for (const list of byFirst.values()) list.sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
  return byFirst;
}

/**
 * Cuts a run of Thai letters into words; a line may end after each of them.
 * Compounds of the glossary come first, the dictionary of the runtime (ICU) cuts what is between.
 */
export function thaiWords(run: string, glossary: Glossary): string[] {
  const words: string[] = [];
  let gapFrom = 0;
  let at = 0;
  while (at < run.length) {
    const compound = findCompound(run, at, glossary);
    if (compound) {
      words.push(...dictionaryWords(run.slice(gapFrom, at)), compound);
      at += compound.length;
      gapFrom = at;
    } else {
      at += 1;
    }
  }
  words.push(...dictionaryWords(run.slice(gapFrom)));
  return joinWhatBelongs(words);
}

function findCompound(run: string, at: number, glossary: Glossary): string | null {
  if (!isBoundary(run, at)) return null;
  const candidates = glossary.get(run.charAt(at)) ?? [];
  return candidates.find((word) => run.startsWith(word, at) && isBoundary(run, at + word.length)) ?? null;
}

function isBoundary(run: string, at: number): boolean {
  return at === 0 || at === run.length || !(LEANS_BACK.test(run.charAt(at)) || LEANS_FORWARD.test(run.charAt(at - 1)));
}

function dictionaryWords(text: string): string[] {
  return text === '' ? [] : Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Joins stray letters to the word before them, and a prefix to the word after it. */
function joinWhatBelongs(words: readonly string[]): string[] {
  const joined: string[] = [];
  let isPrefixOpen = false;
  for (const word of words) {
    const last = joined.at(-1);
    const isStray = word.length === 1 || LEANS_BACK.test(word.charAt(0)) || (last !== undefined && LEANS_FORWARD.test(last.slice(-1)));
    if (last !== undefined && (isPrefixOpen || isStray)) {
      joined[joined.length - 1] = last + word;
      isPrefixOpen = false;
    } else {
      joined.push(word);
      isPrefixOpen = PREFIXES.has(word);
    }
  }
  return joined;
}
