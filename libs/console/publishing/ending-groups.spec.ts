import { endingGroupOf } from './ending-groups';

describe('what expires', () => {
  it.each([
    ['2026-02-12', 'today'], ['2026-02-13', 'week'], ['2026-02-19', 'week'], ['2026-02-20', 'month'], ['2026-03-14', 'month'], ['2026-03-15', 'later'],
  ])('on %s is under %s', (day, group) => expect(endingGroupOf(day, '2026-02-12')).toBe(group));

  it('never, without an end', () => expect(endingGroupOf(null, '2026-02-12')).toBe('open'));
});
