import type { VersionView } from '@prongsai/kernel/contracts';

type Part = VersionView['fields'][number]['parts'][number];

/** Letters of unchanged text that stay beside a change. */
const beside = 80;

/** A long text as it is around its changes: of what stayed the same only the letters next to them, cut between words and marks. */
export function nearChanges(parts: readonly Part[]): Part[] {
  return parts.map((part, index) => {
    if (part.change !== 'same' || part.text.length <= 3 * beside) return part;
    const words = [...new Intl.Segmenter('th', { granularity: 'word' }).segment(part.text)];
    const before = words.filter(({ index: at, segment }) => at + segment.length <= beside).map(({ segment }) => segment).join('');
    const behind = words.filter(({ index: at }) => at >= part.text.length - beside).map(({ segment }) => segment).join('');
    return { change: 'same', text: `${index === 0 ? '' : before} … ${index === parts.length - 1 ? '' : behind}` };
  });
}
