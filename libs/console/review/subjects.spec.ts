import type { RequestLine } from '@prongsai/kernel/contracts';
import { afterDeciding, neighbour, placeOf, subjectsOf } from './subjects';

const line = (id: string, day: number, more: Partial<RequestLine> = {}) =>
  ({ id, state: 'submitted', createdAt: '2026-11-01T00:00:00Z', submittedAt: `2026-11-0${day}T00:00:00Z`, abilities: { approve: { allowed: true, reasons: [] } }, ...more }) as RequestLine;
const ids = (lines: readonly RequestLine[]) => lines.map(({ id }) => id);

describe('the queue of subjects', () => {
  it('has the longest waiting first, and only what this person can decide', () => {
    const lines = [line('c', 3), line('a', 1), line('b', 2), line('mine', 1, { abilities: { approve: { allowed: false, reasons: [{ code: 'SAME_PERSON', text: '' }] } } }), line('done', 1, { state: 'approved' })];
    expect(ids(subjectsOf(lines, new Set()))).toEqual(['a', 'b', 'c']);
    expect(ids(subjectsOf(lines, new Set(['b'])))).toEqual(['a', 'c']);
  });

  it('tells the place among all of this sitting', () => {
    const three = [line('a', 1), line('b', 2), line('c', 3)];
    expect(placeOf(three, 'a', 0)).toEqual({ at: 1, of: 3 });
    expect(placeOf(three.slice(1), 'b', 1)).toEqual({ at: 2, of: 3 });
    expect(placeOf(three, 'x', 0)).toBeNull();
  });

  it('moves to both sides and goes on to what is left', () => {
    const three = [line('a', 1), line('b', 2), line('c', 3)];
    expect([neighbour(three, 'a', 1)?.id, neighbour(three, 'a', -1)?.id, neighbour(three, 'c', 1)?.id]).toEqual(['b', undefined, undefined]);
    expect([afterDeciding(three, 'b')?.id, afterDeciding(three, 'c')?.id, afterDeciding(three.slice(0, 1), 'a')?.id]).toEqual(['c', 'a', undefined]);
  });
});
