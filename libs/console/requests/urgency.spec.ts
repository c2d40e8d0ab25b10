import type { ReportLine } from '@prongsai/kernel/contracts';
import { nextReport, stepsOf } from './urgency';

describe('the next report', () => {
  const report = (round: string, state: ReportLine['state'], dueToSuperiorAt: string) => ({ round, state, dueToSuperiorAt }) as ReportLine;

  it('is the one due first that is not with the province', () => {
    const lines = [
      report('year_close', 'open', '2026-10-31T16:59:59Z'), report('six_month', 'accepted', '2026-02-28T16:59:59Z'),
      report('twelve_month', 'drafted', '2026-07-31T16:59:59Z'),
    ];
    expect(nextReport(lines)?.round).toBe('twelve_month');
    expect(nextReport([])).toBeNull();
  });
});

describe('steps of a request', () => {
  it('marks what is done and what is now', () => {
    expect(stepsOf('submitted').map(({ mark }) => mark)).toEqual(['done', 'now', '', '']);
    expect(stepsOf('approved').map(({ mark }) => mark)).toEqual(['done', 'done', 'now', '']);
    expect(stepsOf('published').every(({ mark }) => mark === 'done')).toBe(true);
  });
});
