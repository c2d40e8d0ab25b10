import type { ReportLine, RequestLine } from '@prongsai/kernel/contracts';
import { nextReport, stepsOf, tasksOf } from './urgency';

const me = 'me';
const yes = { allowed: true, reasons: [] };

function aLine(id: string, state: RequestLine['state'], acts: string[], changes: Partial<RequestLine> = {}): RequestLine {
  return {
    id, number: '1/2569', state, version: 1, title: id, categoryCode: null, requester: { id: me, name: 'ก', position: null }, webMaster: null,
    createdAt: '2026-02-01T00:00:00Z', submittedAt: null, decidedAt: null, publishedAt: null, refusalReason: null, comment: null, publishUntil: null,
    abilities: Object.fromEntries(acts.map((act) => [act, yes])), ...changes,
  };
}

const other = { id: 'other', name: 'ข', position: null };

describe('tasks by urgency', () => {
  it('puts what came back first and drafts last', () => {
    const lines = [
      aLine('draft', 'draft', ['edit']),
      aLine('publish other', 'approved', ['publish'], { webMaster: other }),
      aLine('publish', 'approved', ['publish'], { webMaster: { ...other, id: me } }),
      aLine('decide', 'submitted', ['approve'], { requester: other }),
      aLine('returned', 'returned', ['edit']),
    ];
    expect(tasksOf(lines, me).map(({ line }) => line.id)).toEqual(['returned', 'decide', 'publish', 'publish other', 'draft']);
  });

  it('puts the longest waiting first, and the newest draft', () => {
    const decide = (id: string, submittedAt: string) => aLine(id, 'submitted', ['approve'], { requester: other, submittedAt });
    const draft = (id: string, createdAt: string) => aLine(id, 'draft', ['edit'], { createdAt });
    const lines = [decide('young', '2026-02-11T00:00:00Z'), draft('old draft', '2026-01-01T00:00:00Z'), decide('old', '2026-02-03T00:00:00Z'), draft('new draft', '2026-02-09T00:00:00Z')];
    expect(tasksOf(lines, me).map(({ line }) => line.id)).toEqual(['old', 'young', 'new draft', 'old draft']);
  });

  it('leaves out what asks nothing of this person', () => {
    const lines = [
      aLine('sent', 'submitted', ['cancel']),
      aLine('of another', 'returned', ['edit'], { requester: other }),
      aLine('draft of another', 'draft', ['edit'], { requester: other }),
      aLine('done', 'published', []),
    ];
    expect(tasksOf(lines, me)).toEqual([]);
  });
});

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
