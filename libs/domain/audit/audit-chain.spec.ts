import { ChainWalk, hashOfEntry, type ChainEntry } from './audit-chain';

function chain(length: number): ChainEntry[] {
  const entries: ChainEntry[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const entry = {
      chainId: '0192', seq, at: '2026-11-20T05:00:00.000000', accountId: '', reach: 'unit', act: 'request.created', subjectType: 'request', subjectId: String(seq), detail: '{}',
      previousHash: entries.at(-1)?.hash ?? '',
    };
    entries.push({ ...entry, hash: hashOfEntry(entry) });
  }
  return entries;
}

function walk(entries: ChainEntry[], head = entries.at(-1)): string | null {
  const steps = new ChainWalk();
  for (const entry of entries) steps.step(entry);
  return steps.end(head ? { seq: head.seq, hash: head.hash } : null);
}

const nth = (entries: ChainEntry[], index: number) => entries[index] as ChainEntry;

it('finds nothing in a whole chain', () => {
  expect(walk(chain(5))).toBeNull();
});

it('names the first entry that was changed, also when its hash was made to fit', () => {
  const changed = chain(5).map((entry) => (entry.seq === 3 ? { ...entry, detail: '{"a": 1}' } : entry));
  expect(walk(changed)).toMatch(/^entry 3 .* was changed/);
  const rehashed = changed.map((entry) => (entry.seq === 3 ? { ...entry, hash: hashOfEntry(entry) } : entry));
  expect(walk(rehashed)).toMatch(/^entry 4 .* does not follow/);
});

it('finds what was removed from the middle, cut off at the end or put behind the head', () => {
  const whole = chain(5);
  expect(walk(whole.filter(({ seq }) => seq !== 2))).toMatch(/^entry 2 is missing/);
  expect(walk(whole.slice(0, 3), nth(whole, 4))).toBe('cut off: the head stands at entry 5, the chain ends with 3');
  expect(walk(whole, nth(whole, 3))).toMatch(/^entry 5 and later stand behind the head/);
  expect(walk(whole.slice(0, 0), nth(whole, 4))).toMatch(/^cut off/);
});

it('misses a head that is gone or of another chain', () => {
  const whole = chain(2);
  const steps = new ChainWalk();
  whole.forEach((entry) => steps.step(entry));
  expect(steps.end(null)).toBe('the chain has no head');
  expect(walk(whole, { ...nth(whole, 1), hash: 'other' })).toMatch(/another hash/);
});
