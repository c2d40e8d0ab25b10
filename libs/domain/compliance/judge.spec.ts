import type { ComplianceFacts, RoundFact } from './facts';
import { judge } from './judge';

const day = '2026-11-20';

function factsWith(change: Partial<ComplianceFacts> = {}): ComplianceFacts {
  return {
    unit: { kind: 'district_office', openedOn: '2025-10-01', frozen: false, minWebMasters: 2 },
    groups: [
      { code: 'news', title: 'ข่าวประชาสัมพันธ์', order: 9 }, { code: 'basic', title: 'ข้อมูลหน่วยงาน', order: 1 },
      { code: 'knowledge', title: 'คลังความรู้', order: 4 }, { code: 'complaint', title: 'เรื่องร้องเรียน', order: 11 },
    ],
    categories: [
      { code: 'dho.01', group: 'basic', cadence: 'quarterly', required: true },
      { code: 'dho.08', group: 'news', cadence: 'monthly', required: true },
      { code: 'dho.03', group: 'knowledge', cadence: 'yearly', required: false },
    ],
    publications: [], frameworks: [], webMasterTerms: [{ untilOn: null }, { untilOn: null }], workGroups: [], rounds: [],
    ...change,
  };
}

const of = (facts: ComplianceFacts, code: string, on = day) => judge(facts, on).find((one) => one.code === code);
const statusOf = (facts: ComplianceFacts, code: string, on = day) => of(facts, code, on)?.status;

describe('requirement groups', () => {
  it('stand in the order of the matrix, the own requirements behind them', () => {
    expect(judge(factsWith(), day).map((one) => one.code)).toEqual([
      'basic', 'knowledge', 'news', 'complaint', 'framework', 'web_masters', 'data_stewards', 'report_six_month', 'report_twelve_month',
    ]);
  });

  it('are missing when required and empty, not applicable when only if there is something, or not in the profile', () => {
    const facts = factsWith();
    expect(statusOf(facts, 'basic')).toBe('missing');
    expect(statusOf(facts, 'knowledge')).toBe('not_applicable');
    expect(statusOf(facts, 'complaint')).toBe('not_applicable');
  });

  it.each([
    ['2026-10-20', '2026-11-05', 'met'],
    ['2026-10-20', '2026-11-06', 'due_soon'],
    ['2026-10-20', '2026-11-20', 'due_soon'],
    ['2026-10-20', '2026-11-21', 'overdue'],
    ['2026-01-31', '2026-02-28', 'due_soon'],
    ['2026-01-31', '2026-03-01', 'overdue'],
    ['2024-01-31', '2024-02-29', 'due_soon'],
    ['2026-09-30', '2026-10-30', 'due_soon'],
    ['2026-09-30', '2026-10-31', 'overdue'],
  ])('news touched on %s is on %s %s', (touchedOn, on, status) => {
    const facts = factsWith({ publications: [{ categoryCode: 'dho.08', touchedOn, lastOn: null }] });
    expect(statusOf(facts, 'news', on)).toBe(status);
  });

  it('lapse when their last item leaves the site, if that is sooner than the cadence', () => {
    const facts = factsWith({ publications: [{ categoryCode: 'dho.01', touchedOn: '2026-11-01', lastOn: '2026-11-25' }] });
    expect(of(facts, 'basic')).toMatchObject({ status: 'due_soon', dueOn: '2026-11-25', lapsesOn: '2026-11-25' });
  });

  it('are as good as their longest-lasting item', () => {
    const facts = factsWith({
      publications: [
        { categoryCode: 'dho.01', touchedOn: '2026-06-01', lastOn: null },
        { categoryCode: 'dho.01', touchedOn: '2026-11-01', lastOn: null },
      ],
    });
    expect(of(facts, 'basic')).toMatchObject({ status: 'met', lapsesOn: '2027-02-01', dueOn: null });
  });

  it('are judged by the cadence even where they are not required', () => {
    const facts = factsWith({ publications: [{ categoryCode: 'dho.03', touchedOn: '2025-11-19', lastOn: null }] });
    expect(statusOf(facts, 'knowledge')).toBe('overdue');
  });

  it('never lapse when the cadence is as needed', () => {
    const facts = factsWith({
      categories: [{ code: 'x.01', group: 'basic', cadence: 'as_needed', required: true }],
      publications: [{ categoryCode: 'x.01', touchedOn: '2015-01-01', lastOn: null }],
    });
    expect(of(facts, 'basic')).toMatchObject({ status: 'met', lapsesOn: null });
  });
});

describe('the framework of the year', () => {
  it('is missing without a live announcement and lapses with it', () => {
    expect(statusOf(factsWith(), 'framework')).toBe('missing');
    expect(statusOf(factsWith({ frameworks: [{ publishedOn: '2026-10-05', lastOn: null }] }), 'framework')).toBe('met');
    expect(statusOf(factsWith({ frameworks: [{ publishedOn: '2026-10-05', lastOn: '2026-11-30' }] }), 'framework')).toBe('due_soon');
  });
});

describe('web masters', () => {
  const withTerms = (...terms: Array<string | null>) => factsWith({ webMasterTerms: terms.map((untilOn) => ({ untilOn })) });

  it('are missing when too few, or when publishing is frozen', () => {
    expect(statusOf(withTerms(null), 'web_masters')).toBe('missing');
    expect(statusOf(factsWith({ unit: { kind: 'district_office', openedOn: '2025-10-01', frozen: true, minWebMasters: 2 } }), 'web_masters')).toBe('missing');
    expect(statusOf(factsWith({ unit: { kind: 'district_office', openedOn: '2025-10-01', frozen: false, minWebMasters: 3 } }), 'web_masters')).toBe('missing');
  });

  it.each([
    [[null, null], 'met', null],
    [[null, '2026-12-05'], 'met', '2026-12-05'],
    [[null, '2026-12-04'], 'due_soon', '2026-12-04'],
    [['2026-11-20', null], 'due_soon', '2026-11-20'],
    [['2026-11-19', null], 'overdue', '2026-11-19'],
    [['2026-11-19', null, '2027-09-30'], 'met', '2027-09-30'],
    [['2026-11-01', '2026-11-02'], 'overdue', '2026-11-01'],
  ])('with terms until %j are %s', (terms, status, lapsesOn) => {
    expect(of(withTerms(...terms), 'web_masters')).toMatchObject({ status, lapsesOn });
  });
});

describe('data stewards', () => {
  const hospital = (workGroups: ComplianceFacts['workGroups']) =>
    factsWith({ unit: { kind: 'hospital', openedOn: '2025-10-01', frozen: false, minWebMasters: 2 }, workGroups });

  it('are asked of hospitals only, two in each group', () => {
    expect(statusOf(factsWith(), 'data_stewards')).toBe('not_applicable');
    expect(statusOf(hospital([]), 'data_stewards')).toBe('missing');
    expect(statusOf(hospital([{ name: 'กลุ่มการพยาบาล', dataStewards: 2 }]), 'data_stewards')).toBe('met');
    expect(of(hospital([{ name: 'กลุ่มการพยาบาล', dataStewards: 2 }, { name: 'กลุ่มงานเภสัชกรรม', dataStewards: 1 }]), 'data_stewards')).toMatchObject({
      status: 'missing', facts: ['กลุ่มงานเภสัชกรรม มี 1 คน ต้องมีอย่างน้อย 2 คน'],
    });
  });
});

describe('reports', () => {
  const round: RoundFact = { kind: 'six_month', windowFrom: '2026-10-01', dueOn: '2027-02-28', lastDueOn: '2027-02-28', state: 'open', late: false, sentOn: null };
  const withRound = (change: Partial<RoundFact>) => factsWith({ rounds: [{ ...round, ...change }] });

  it.each([
    ['2026-09-30', 'not_due'],
    ['2026-10-01', 'not_due'],
    ['2027-01-28', 'not_due'],
    ['2027-01-29', 'due_soon'],
    ['2027-02-28', 'due_soon'],
    ['2027-03-01', 'overdue'],
  ])('not sent on %s are %s', (on, status) => expect(statusOf(withRound({}), 'report_six_month', on)).toBe(status));

  it('count 29 February of a leap year as late', () => {
    const leap = withRound({ windowFrom: '2023-10-01', dueOn: '2024-02-28', lastDueOn: '2024-02-28' });
    expect(statusOf({ ...leap, unit: { ...leap.unit, openedOn: '2020-01-01' } }, 'report_six_month', '2024-02-29')).toBe('overdue');
  });

  it('are met once sent in time, overdue for good when sent late, owed again when returned', () => {
    expect(statusOf(withRound({ state: 'sent', sentOn: '2027-02-28' }), 'report_six_month', '2027-06-01')).toBe('met');
    expect(statusOf(withRound({ state: 'accepted', sentOn: '2027-03-01', late: true }), 'report_six_month', '2027-06-01')).toBe('overdue');
    expect(statusOf(withRound({ state: 'returned', sentOn: '2027-02-20' }), 'report_six_month', '2027-02-25')).toBe('due_soon');
    expect(statusOf(withRound({ state: 'returned', sentOn: '2027-02-20' }), 'report_six_month', '2027-03-01')).toBe('overdue');
  });

  it('are not due without a round, and not asked of a unit opened after it', () => {
    expect(statusOf(factsWith(), 'report_twelve_month')).toBe('not_due');
    const young = withRound({});
    expect(statusOf({ ...young, unit: { ...young.unit, openedOn: '2027-03-01' } }, 'report_six_month', '2027-03-02')).toBe('not_applicable');
    expect(statusOf({ ...young, unit: { ...young.unit, openedOn: '2027-02-28' } }, 'report_six_month', '2027-03-02')).toBe('overdue');
  });
});

it('gives the same answer for the same facts', () => {
  const facts = factsWith({ publications: [{ categoryCode: 'dho.01', touchedOn: '2026-11-01', lastOn: null }] });
  expect(judge(facts, day)).toEqual(judge(structuredClone(facts), day));
});
