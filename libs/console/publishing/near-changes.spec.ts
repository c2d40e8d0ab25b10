import { nearChanges } from './near-changes';

const long = 'ประกาศสำนักงานสาธารณสุขอำเภอ '.repeat(20);

describe('a text around its changes', () => {
  it('leaves short texts and every change whole', () => {
    const parts = [{ change: 'same' as const, text: 'งบประมาณ ' }, { change: 'removed' as const, text: long }, { change: 'added' as const, text: '120' }];
    expect(nearChanges(parts)).toEqual(parts);
  });

  it('cuts what stayed the same, away from changes and never within a word', () => {
    const [first, , middle, , last] = nearChanges([
      { change: 'same', text: long }, { change: 'added', text: 'ก' }, { change: 'same', text: long }, { change: 'removed', text: 'ข' }, { change: 'same', text: long },
    ]);
    expect(first?.text).toMatch(/^ … .{1,80}$/s);
    expect(middle?.text).toMatch(/^.{1,80} … .{1,80}$/s);
    expect(last?.text).toMatch(/^ประกาศ.{1,74} … $/s);
    expect(long).toContain(last?.text.replace(' … ', '') ?? '-');
    expect(long.endsWith(first?.text.replace(' … ', '') ?? '-')).toBe(true);
  });
});
