import { defaultRounds, dueAtEndOf } from './default-rounds';

describe('defaultRounds', () => {
  it('gives the windows and due instants of FY 2569', () => {
    expect(defaultRounds(2569)).toEqual([
      expect.objectContaining({ code: 'six_month', windowFrom: '2025-10-01', windowUntil: '2026-02-28', dueToProvinceAt: new Date('2026-02-28T16:59:59.000Z') }),
      expect.objectContaining({ code: 'twelve_month', windowFrom: '2025-10-01', windowUntil: '2026-07-31', dueToProvinceAt: new Date('2026-07-31T16:59:59.000Z') }),
      expect.objectContaining({ code: 'year_close', windowFrom: '2025-10-01', windowUntil: '2026-09-30', dueToProvinceAt: new Date('2026-10-31T16:59:59.000Z') }),
    ]);
  });

  it('keeps 28 February in a leap year', () => {
    expect(defaultRounds(2567)[0]).toMatchObject({ windowUntil: '2024-02-28', dueToSuperiorAt: new Date('2024-02-28T23:59:59+07:00') });
  });

  it('is due to the superior and to the province on the same day', () => {
    for (const round of defaultRounds(2570)) expect(round.dueToSuperiorAt).toEqual(round.dueToProvinceAt);
  });
});

it('dueAtEndOf is the last second of the day in Bangkok', () => {
  expect(dueAtEndOf('2026-04-30')).toEqual(new Date('2026-04-30T23:59:59+07:00'));
});
