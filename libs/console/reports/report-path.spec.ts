import { reportStates } from '@prongsai/kernel/workflow';
import { pathOf, turnOf } from './report-path';

const none = { submittedAt: null, acknowledgedAt: null, sentAt: null, acceptedAt: null };

it('tells what is done, with its instant, and where the report stands', () => {
  const path = pathOf({ ...none, state: 'acknowledged', submittedAt: '2026-02-10T00:00:00Z', acknowledgedAt: '2026-02-11T00:00:00Z' });
  expect(path.map(({ step, is, at }) => [step, is, at])).toEqual([
    ['draft', 'done', null], ['submit', 'done', '2026-02-10T00:00:00Z'], ['acknowledge', 'done', '2026-02-11T00:00:00Z'], ['send', 'now', null], ['accept', 'ahead', null],
  ]);
});

it('goes back to the submission when the province sent it back, without the old instants', () => {
  const path = pathOf({ ...none, state: 'returned', submittedAt: '2026-02-10T00:00:00Z', sentAt: '2026-02-11T00:00:00Z' });
  expect(path.map(({ is, at }) => [is, at])).toEqual([['done', null], ['now', null], ['ahead', null], ['ahead', null], ['ahead', null]]);
});

it('says whose turn it is in every state but the last', () => {
  for (const state of reportStates) expect(turnOf(state) === null).toBe(state === 'accepted');
  expect(pathOf({ ...none, state: 'accepted' }).every(({ is }) => is === 'done')).toBe(true);
});
