import { keptRows } from './kept-rows';

const rows = (...ids: string[]) => ids.map((id) => ({ id }));

describe('rows that were ticked', () => {
  it('keep their place when the server no longer lists them', () => {
    expect(keptRows(rows('a', 'b', 'c'), rows('a', 'c', 'd'), new Set(['b'])).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('others go, and what is new comes last, as it was read', () => {
    const [a] = keptRows([{ id: 'a', title: 'เดิม' }, { id: 'b', title: 'ข' }], [{ id: 'a', title: 'ใหม่' }], new Set());
    expect(a).toEqual({ id: 'a', title: 'ใหม่' });
    expect(keptRows(rows('a', 'b'), rows('a'), new Set())).toHaveLength(1);
  });
});
