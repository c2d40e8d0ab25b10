import { normaliseThai } from './collation';

/** How many letters may be wrong in a word of so many letters. */
function slack(letters: number): number {
  return letters < 3 ? 0 : letters < 7 ? 1 : letters < 12 ? 2 : 3;
}

/** Letters to add, drop or change to make one word of the other; more than `most` is answered as `most + 1`. */
export function lettersBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[b.length] as number;
}

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

/** Words of the texts, and joins of two and three that stand together, each with how often it occurs. */
function vocabularyOf(texts: readonly string[]): Map<string, number> {
  const known = new Map<string, number>();
  for (const text of texts) {
    let together: string[] = [];
    for (const { segment, isWordLike } of segmenter.segment(normaliseThai(text))) {
      if (!isWordLike) {
        together = [];
        continue;
      }
      together = [...together.slice(-2), segment];
      for (let count = 1; count <= together.length; count++) {
        const join = together.slice(-count).join('');
        known.set(join, (known.get(join) ?? 0) + 1);
      }
    }
  }
  return known;
}

/**
 * The words as the texts spell them: a word that stands in a text stays, another becomes the nearest of theirs, the
 * more frequent of two as near. Null when a word is like none of theirs, or when nothing changes.
 */
export function suggestSpelling(words: readonly string[], texts: readonly string[]): string[] | null {
  const normal = texts.map((text) => normaliseThai(text).replace(/\s/g, ''));
  const vocabulary = vocabularyOf(texts);
  const suggested: string[] = [];
  for (const word of words) {
    const nearest = normal.some((text) => text.includes(word)) ? word : nearestOf(word, vocabulary);
    if (nearest === null) return null;
    suggested.push(nearest);
  }
  return suggested.every((word, index) => word === words[index]) ? null : suggested;
}

function nearestOf(word: string, vocabulary: ReadonlyMap<string, number>): string | null {
  let best: { word: string; distance: number; times: number } | null = null;
  const most = slack(word.length);
  for (const [known, times] of vocabulary) {
    const distance = lettersBetween(word, known, best ? best.distance : most);
    if (distance > most) continue;
    if (!best || distance < best.distance || (distance === best.distance && times > best.times)) best = { word: known, distance, times };
  }
  return best?.word ?? null;
}
