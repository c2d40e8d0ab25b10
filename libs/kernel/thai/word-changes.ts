/** A run of a text that two versions share, or that one of them has alone. */
export interface TextPart {
  change: 'same' | 'added' | 'removed';
  text: string;
}

/** Above this many pairs of words texts are told as a whole: the table of pairs would hold the server up. */
const mostPairs = 4_000_000;

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

/**
 * What changed from `before` to `after`, by Thai words and never within one: the runs in reading order, what went before
 * what came. Read without the added runs it is `before`, without the removed ones `after`, letter for letter.
 */
export function wordChanges(before: string, after: string): TextPart[] {
  const [old, young] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < old.length && start < young.length && old[start] === young[start]) start++;
  let end = 0;
  while (end < old.length - start && end < young.length - start && old[old.length - 1 - end] === young[young.length - 1 - end]) end++;
  const parts: TextPart[] = [];
  const add = (change: TextPart['change'], text: string) => {
    const last = parts.at(-1);
    if (text === '') return;
    if (last?.change === change) last.text += text;
    else parts.push({ change, text });
  };
  add('same', old.slice(0, start).join(''));
  for (const { change, text } of middleChanges(old.slice(start, old.length - end), young.slice(start, young.length - end))) add(change, text);
  add('same', old.slice(old.length - end).join(''));
  return parts;
}

function wordsOf(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** The longest common run of words by the table of pairs; each gap tells what went, then what came. */
function middleChanges(old: readonly string[], young: readonly string[]): TextPart[] {
  if (old.length * young.length > mostPairs) return [{ change: 'removed', text: old.join('') }, { change: 'added', text: young.join('') }];
  const width = young.length + 1;
  const longest = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] as number;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = young.length - 1; j >= 0; j--) longest[i * width + j] = old[i] === young[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const parts: TextPart[] = [];
  let [i, j, came] = [0, 0, ''];
  const tellCame = () => {
    parts.push({ change: 'added', text: came });
    came = '';
  };
  while (i < old.length || j < young.length) {
    if (i < old.length && j < young.length && old[i] === young[j]) {
      tellCame();
      parts.push({ change: 'same', text: old[i] as string });
      i++;
      j++;
    } else if (j >= young.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) parts.push({ change: 'removed', text: old[i++] as string });
    else came += young[j++] as string;
  }
  tellCame();
  return parts;
}
