import { sectionOf, tableOf, withSections, type Outcome } from './report';

const outcome: Outcome = {
  name: 'cached-page', how: 'A page.',
  findings: [{ what: 'a page', limit: '<= 1.5 x', result: '1.20 x', isMet: true }, { what: 'other', limit: null, result: '3 ms', isMet: null }, { what: 'bad', limit: '<= 1 ms', result: '2 ms', isMet: false }],
};
const at = { day: '2026-11-24', cores: 2, node: '20.19.0', postgres: '18.4', load: '0.5', sizes: 'full sizes' };

it('tells each finding with its verdict', () => {
  expect(tableOf(outcome).split('\n').map((line) => line.trim().split(/\s{2,}/))).toEqual([
    [''], ['cached-page'], ['a page', '<= 1.5 x', '1.20 x', 'met'], ['other', '3 ms', 'told'], ['bad', '<= 1 ms', '2 ms', 'NOT MET'],
  ]);
});

it('replaces its own section of the file and leaves the others', () => {
  const first = withSections('', new Map([['cached-page', sectionOf(outcome, at)], ['dashboard', '## dashboard\n\nfrom before\n']]));
  expect(first).toMatch(/^# Measurements\n/);
  expect(first).toContain('| a page | <= 1.5 x | 1.20 x | met |');
  const second = withSections(first, new Map([['dashboard', '## dashboard\n\nnew\n']]));
  expect(second).toContain('| bad | <= 1 ms | 2 ms | NOT MET |');
  expect(second).toContain('## dashboard\n\nnew\n');
  expect(second).not.toContain('from before');
  expect(withSections(second, new Map())).toBe(second);
});
