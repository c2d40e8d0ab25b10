import type { NetworkReportLine } from '@prongsai/kernel/contracts';
import { linesWanted, roundKey, roundToShow, unitsByRound, yearOfKey } from './board';

const line = (name: string, round: string, state: NetworkReportLine['state'], late = false): NetworkReportLine => ({
  id: null, tenant: { slug: name, name }, fiscalYear: 2569, round, roundTitle: round, state, dueToSuperiorAt: '', submittedAt: null,
  dueToProvinceAt: round === 'six_month' ? '2026-02-28T16:59:59.000Z' : '2026-07-31T16:59:59.000Z', sentAt: null, lateToSuperior: false, lateToProvince: late, late, abilities: {},
});
const lines = [line('ข', 'six_month', 'accepted'), line('ก', 'six_month', 'drafted', true), line('ค', 'six_month', 'open'), line('ก', 'twelve_month', 'open'), line('ข', 'twelve_month', 'open')];
const six = '2569.six_month';

it('begins with the round where a report waits, else with the one due next', () => {
  expect(roundToShow(lines, new Date('2026-03-10T00:00:00Z'))).toBe('2569.twelve_month');
  expect(roundToShow([...lines, line('ง', 'six_month', 'sent')], new Date('2026-03-10T00:00:00Z'))).toBe(six);
  expect(roundToShow(lines, new Date('2026-09-10T00:00:00Z'))).toBe('2569.twelve_month');
  expect(roundToShow([], new Date())).toBe('');
});

it('puts what waits for an answer first, and narrows to a state', () => {
  const all = [...lines, line('ง', 'six_month', 'sent')];
  const names = (state: string) => linesWanted(all, six, state).map(({ tenant }) => tenant.name);
  expect(names('')).toEqual(['ง', 'ก', 'ข', 'ค']);
  expect(names('waiting')).toEqual(['ง']);
  expect(names('arrived')).toEqual(['ง', 'ข']);
  expect(names('notSent')).toEqual(['ก', 'ค']);
  expect(names('late')).toEqual(['ก']);
});

it('puts the rounds of a year beside each other for each unit', () => {
  const units = unitsByRound(lines, '');
  expect(units.map(({ tenant, byRound }) => [tenant.name, byRound.size])).toEqual([['ก', 2], ['ข', 2], ['ค', 1]]);
  expect(unitsByRound(lines, 'late').map(({ tenant }) => tenant.name)).toEqual(['ก']);
});

it('reads the year out of the address', () => {
  expect(yearOfKey(roundKey({ fiscalYear: 2569, round: 'six_month' }))).toBe(2569);
  expect([yearOfKey('2568.all'), yearOfKey(''), yearOfKey('x')]).toEqual([2568, null, null]);
});
