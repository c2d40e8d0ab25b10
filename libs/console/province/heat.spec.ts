import { cellAfter, figuresOf, passedOf, shortTitleOf, unitsWanted, type UnitRow } from './heat';

function aUnit(shortName: string, statuses: UnitRow['statuses'], changes: Partial<UnitRow> = {}): UnitRow {
  return {
    tenant: { slug: shortName, name: shortName, shortName, kind: 'district_office', state: 'live', frozen: false },
    statuses, webMasters: 2, reports: { six_month: { state: 'open', late: false } }, ...changes,
  };
}

const hospital = { tenant: { slug: 'รพ', name: 'โรงพยาบาลเขาชัย', shortName: 'ง ขาด', kind: 'hospital', state: 'live', frozen: false } as const };
const units = [
  aUnit('ค ครบ', { a: 'met', b: 'met' }, { reports: { six_month: { state: 'accepted', late: false } } }),
  aUnit('ข ใกล้', { a: 'due_soon', b: 'met' }, { reports: { six_month: { state: 'submitted', late: false } } }),
  aUnit('ง ขาด', { a: 'missing', b: 'overdue' }, { webMasters: 1, ...hospital }),
  aUnit('ก ครบ', { a: 'met', b: 'not_applicable' }, { reports: { six_month: { state: 'sent', late: true } } }),
];
const all = { order: 'need', kind: '', only: '', text: '' };
const names = (wanted: Partial<typeof all>) => unitsWanted(units, { ...all, ...wanted }, (slug) => (slug === 'ข ใกล้' ? 'กะพ้อ' : null)).map(({ tenant }) => tenant.shortName);

describe('the order of the table', () => {
  it('puts what must be mended first, then what falls due, then the name', () => {
    expect(names({})).toEqual(['ง ขาด', 'ข ใกล้', 'ก ครบ', 'ค ครบ']);
    expect(names({ order: 'unheard of' })).toEqual(names({}));
  });

  it('goes by name or by kind when that is wanted', () => {
    expect(names({ order: 'name' })).toEqual(['ก ครบ', 'ข ใกล้', 'ค ครบ', 'ง ขาด']);
    expect(names({ order: 'kind' })).toEqual(['ก ครบ', 'ข ใกล้', 'ค ครบ', 'ง ขาด']);
  });
});

describe('what the table is narrowed to', () => {
  it('knows units with gaps, sound ones, overdue ones and those short of web masters', () => {
    expect(names({ only: 'gaps' })).toEqual(['ง ขาด', 'ข ใกล้']);
    expect(names({ only: 'sound' })).toEqual(['ข ใกล้', 'ก ครบ', 'ค ครบ']);
    expect(names({ only: 'overdue' })).toEqual(['ง ขาด']);
    expect(names({ only: 'staff' })).toEqual(['ง ขาด']);
  });

  it('finds by kind, by district and by any part of a name', () => {
    expect(names({ kind: 'hospital' })).toEqual(['ง ขาด']);
    expect(names({ text: 'กะพ้อ' })).toEqual(['ข ใกล้']);
    expect(names({ text: 'เขาชัย' })).toEqual(['ง ขาด']);
    expect(names({ text: 'เขาชัย', kind: 'district_office' })).toEqual([]);
  });
});

describe('figures', () => {
  it('counts units, not cells, but for what is overdue', () => {
    expect(figuresOf(units, 'six_month')).toEqual({ total: 4, sound: 3, reported: 2, staffed: 3, overdue: 1, overdueUnits: 1 });
    expect(figuresOf([], null)).toEqual({ total: 0, sound: 0, reported: 0, staffed: 0, overdue: 0, overdueUnits: 0 });
  });

  it('counts a frozen unit as short of web masters', () => {
    const frozen = aUnit('ก', {}, { tenant: { ...(units[0] as UnitRow).tenant, frozen: true } });
    expect(figuresOf([frozen], null).staffed).toBe(0);
  });

  it('tells met of what is asked for by now', () => {
    expect(passedOf(aUnit('ก', { a: 'met', b: 'due_soon', c: 'missing', d: 'not_due', e: 'not_applicable' }))).toBe('2/3');
  });
});

describe('arrow keys', () => {
  it.each([
    ['ArrowRight', { row: 1, column: 2 }], ['ArrowLeft', { row: 1, column: 0 }], ['ArrowDown', { row: 2, column: 1 }], ['ArrowUp', { row: 0, column: 1 }],
    ['Home', { row: 1, column: 0 }], ['End', { row: 1, column: 4 }],
  ])('%s', (key, expected) => {
    expect(cellAfter(key, { row: 1, column: 1 }, 3, 5)).toEqual(expected);
  });

  it('stops at the edges, stays out of the corner, and leaves other keys alone', () => {
    expect(cellAfter('ArrowRight', { row: 2, column: 4 }, 3, 5)).toEqual({ row: 2, column: 4 });
    expect(cellAfter('ArrowUp', { row: 1, column: 0 }, 3, 5)).toEqual({ row: 1, column: 0 });
    expect(cellAfter('ArrowLeft', { row: 0, column: 1 }, 3, 5)).toEqual({ row: 0, column: 1 });
    expect(cellAfter('Tab', { row: 1, column: 0 }, 3, 5)).toBeNull();
  });
});

describe('columns', () => {
  it('keeps the names of columns short', () => {
    expect(shortTitleOf({ code: 'data_stewards', title: 'เจ้าหน้าที่ผู้ดูแลบริหารจัดการข้อมูล กลุ่มงานละ 2 คน' }).length).toBeLessThan(24);
    expect(shortTitleOf({ code: 'knowledge', title: 'คลังความรู้' })).toBe('คลังความรู้');
  });
});
