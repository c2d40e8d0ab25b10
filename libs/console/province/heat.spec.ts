import { byNeed, cellAfter, figuresOf, type UnitRow } from './heat';

function aUnit(shortName: string, statuses: UnitRow['statuses'], changes: Partial<UnitRow> = {}): UnitRow {
  return {
    tenant: { slug: shortName, name: shortName, shortName, kind: 'district_office', state: 'live', frozen: false },
    statuses, webMasters: 2, reports: { six_month: { state: 'open', late: false } }, ...changes,
  };
}

const units = [
  aUnit('ค ครบ', { a: 'met', b: 'met' }, { reports: { six_month: { state: 'accepted', late: false } } }),
  aUnit('ข ใกล้', { a: 'due_soon', b: 'met' }, { reports: { six_month: { state: 'submitted', late: false } } }),
  aUnit('ง ขาด', { a: 'missing', b: 'overdue' }, { webMasters: 1 }),
  aUnit('ก ครบ', { a: 'met', b: 'not_applicable' }, { reports: { six_month: { state: 'sent', late: true } } }),
];

describe('the order of help', () => {
  it('puts what must be mended first, then what falls due, then the name', () => {
    expect(byNeed(units, (a, b) => a.localeCompare(b, 'th')).map(({ tenant }) => tenant.shortName)).toEqual(['ง ขาด', 'ข ใกล้', 'ก ครบ', 'ค ครบ']);
  });
});

describe('figures', () => {
  it('counts units, not cells, but for what is overdue', () => {
    expect(figuresOf(units, 'six_month')).toEqual({ total: 4, sound: 3, reported: 2, staffed: 3, overdue: 1 });
    expect(figuresOf([], null)).toEqual({ total: 0, sound: 0, reported: 0, staffed: 0, overdue: 0 });
  });

  it('counts a frozen unit as short of web masters', () => {
    const frozen = aUnit('ก', {}, { tenant: { ...(units[0] as UnitRow).tenant, frozen: true } });
    expect(figuresOf([frozen], null).staffed).toBe(0);
  });
});

describe('arrow keys', () => {
  it.each([
    ['ArrowRight', { row: 1, column: 2 }], ['ArrowLeft', { row: 1, column: 0 }], ['ArrowDown', { row: 2, column: 1 }], ['ArrowUp', { row: 0, column: 1 }],
    ['Home', { row: 1, column: 0 }], ['End', { row: 1, column: 4 }],
  ])('%s', (key, expected) => {
    expect(cellAfter(key, { row: 1, column: 1 }, 3, 5)).toEqual(expected);
  });

  it('stops at the edges and leaves other keys alone', () => {
    expect(cellAfter('ArrowRight', { row: 2, column: 4 }, 3, 5)).toEqual({ row: 2, column: 4 });
    expect(cellAfter('Tab', { row: 0, column: 0 }, 3, 5)).toBeNull();
  });
});
