import { isLate, latenessOf } from './lateness';

const due = new Date('2026-02-28T23:59:59+07:00');
const long = new Date('2020-01-01T00:00:00Z');

describe('isLate', () => {
  it.each([
    ['2026-02-28T23:59:59.000+07:00', false],
    ['2026-02-28T23:59:59.999+07:00', false],
    ['2026-03-01T00:00:00.000+07:00', true],
  ])('%s: %s', (at, late) => expect(isLate(new Date(at), due)).toBe(late));

  it('stays with 28 February in a leap year', () => {
    const leap = new Date('2024-02-28T23:59:59+07:00');
    expect(isLate(new Date('2024-02-29T00:00:00+07:00'), leap)).toBe(true);
  });
});

describe('latenessOf', () => {
  const facts = { dueToSuperiorAt: due, dueToProvinceAt: new Date('2026-03-05T23:59:59+07:00'), firstSubmittedAt: null, firstSentAt: null };

  it('lets the clock judge what is not done', () => {
    expect(latenessOf(facts, new Date('2026-02-28T23:59:59+07:00'), long)).toEqual({ lateToSuperior: false, lateToProvince: false, late: false });
    expect(latenessOf(facts, new Date('2026-03-01T00:00:00+07:00'), long)).toEqual({ lateToSuperior: true, lateToProvince: false, late: true });
  });

  it('lets the first acts judge what is done, however much later it is looked at', () => {
    const done = { ...facts, firstSubmittedAt: due, firstSentAt: new Date('2026-03-06T00:00:00+07:00') };
    expect(latenessOf(done, new Date('2027-01-01T00:00:00Z'), long)).toEqual({ lateToSuperior: false, lateToProvince: true, late: true });
  });

  it('asks nothing of a unit opened after the due instant, but judges what it did all the same', () => {
    const opened = new Date('2026-04-01T00:00:00+07:00');
    expect(latenessOf(facts, new Date('2026-05-01T00:00:00Z'), opened).late).toBe(false);
    expect(latenessOf({ ...facts, firstSubmittedAt: new Date('2026-05-01T00:00:00Z') }, new Date('2026-05-02T00:00:00Z'), opened).lateToSuperior).toBe(true);
  });
});
