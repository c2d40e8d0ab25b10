import type { PublicationView, RequestLine, WorkView } from '@prongsai/kernel/contracts';
import { isUrgent, tasksOf } from './work';

const me = 'me';
const day = '2026-02-12';
const yes = { allowed: true, reasons: [] };
const other = { id: 'other', name: 'ข', position: null };

function aLine(id: string, state: RequestLine['state'], acts: string[], changes: Partial<RequestLine> = {}): RequestLine {
  return {
    id, number: '1/2569', state, version: 1, title: id, categoryCode: null, requester: { id: me, name: 'ก', position: null }, webMaster: null, verbal: null,
    createdAt: '2026-02-01T00:00:00Z', submittedAt: null, decidedAt: null, publishedAt: null, refusalReason: null, comment: null, publishUntil: null, dueOn: null, dueIn: null, answer: null, purpose: null,
    abilities: Object.fromEntries(acts.map((act) => [act, yes])), ...changes,
  };
}
const anItem = (id: string, publishUntil: string) => ({ id, publishUntil }) as PublicationView;
const aReport = { fiscalYear: 2569, round: 'six_month', act: 'acknowledge', dueToSuperiorAt: '2026-02-28T16:59:59Z' } as WorkView['reports'][number];
const idsOf = (requests: RequestLine[], more: Partial<WorkView> = {}) => tasksOf({ requests, ending: [], reports: [], ...more }, me, day).map(({ id }) => id);

describe('tasks by urgency', () => {
  it('puts what came back first and drafts last', () => {
    const lines = [
      aLine('draft', 'draft', ['edit']),
      aLine('publish other', 'approved', ['publish'], { webMaster: other }),
      aLine('publish', 'approved', ['publish'], { webMaster: { ...other, id: me } }),
      aLine('decide', 'submitted', ['approve'], { requester: other }),
      aLine('sign', 'published', ['confirm-approval'], { requester: other }),
      aLine('returned', 'returned', ['edit']),
    ];
    const ending = [anItem('in a month', '2026-03-12'), anItem('in a week', '2026-02-19'), anItem('today', day)];
    expect(idsOf(lines, { ending, reports: [aReport] })).toEqual([
      'returned', 'sign', 'decide', '2569/six_month', 'publish', 'today', 'in a week', 'publish other', 'in a month', 'draft',
    ]);
  });

  it('counts as urgent what nobody else will do today', () => {
    const lines = [aLine('draft', 'draft', ['edit']), aLine('decide', 'submitted', ['approve'], { requester: other })];
    const tasks = tasksOf({ requests: lines, ending: [anItem('week', '2026-02-19'), anItem('later', '2026-02-20')], reports: [] }, me, day);
    expect(tasks.filter(isUrgent).map(({ id }) => id)).toEqual(['decide', 'week']);
  });

  it('puts the longest waiting first, and the newest draft', () => {
    const decide = (id: string, submittedAt: string) => aLine(id, 'submitted', ['approve'], { requester: other, submittedAt });
    const draft = (id: string, createdAt: string) => aLine(id, 'draft', ['edit'], { createdAt });
    expect(idsOf([
      decide('young', '2026-02-11T00:00:00Z'), draft('old draft', '2026-01-01T00:00:00Z'), decide('old', '2026-02-03T00:00:00Z'), draft('new draft', '2026-02-09T00:00:00Z'),
    ])).toEqual(['old', 'young', 'new draft', 'old draft']);
  });

  it('leaves out what asks nothing of this person', () => {
    expect(idsOf([
      aLine('sent', 'submitted', ['cancel']),
      aLine('of another', 'returned', ['edit'], { requester: other }),
      aLine('draft of another', 'draft', ['edit'], { requester: other }),
    ])).toEqual([]);
  });
});
