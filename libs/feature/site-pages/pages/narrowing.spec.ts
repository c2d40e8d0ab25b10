import type { PublicationGroup } from '@prongsai/domain/publishing';
import type { Category } from '@prongsai/domain/taxonomy';
import { doorsOf } from './doors';
import { filterOf, isNarrowed, listHref, ListQuery } from './list-query';
import { narrowingOf } from './narrowing';
import { unitWords } from './unit-words';

const day = (text: string) => new Date(`2026-${text}T00:00:00Z`);
const group = (changes: Partial<PublicationGroup>): PublicationGroup => ({ categoryCode: 'dho.08', subItemCode: null, fiscalYear: 2569, fileKinds: [], count: 1, newestAt: day('01-01'), ...changes });

describe('the query of a list', () => {
  it.each<[object, ListQuery]>([
    [{ q: ' แผน ', year: '2569', type: 'pdf', sub: 's', c: 'c' }, { q: 'แผน', year: 2569, type: 'pdf', sub: 's', c: 'c' }],
    [{ q: '', year: '', type: '', sub: ' ' }, {}], [{ year: '๒๕๖๙', type: 'exe', utm_source: 'x', __proto__: 'y' }, {}], [{ q: ['a', 'b'], year: ['2569'], sub: ['x'] }, { year: 2569 }],
    [{ q: 'ก'.repeat(300), sub: 'x'.repeat(61) }, { q: 'ก'.repeat(100) }], [{ year: '2499' }, {}], [{ year: '2569.5' }, {}],
  ])('%j is read as %j', (given, query) => expect(ListQuery.parse(given)).toEqual(query));

  it('is written in one order, and a change begins at the first page', () => {
    const query: ListQuery = { year: 2569, q: 'ก&ข', cursor: 'x' };
    expect(listHref('/latest', query, { type: 'pdf' })).toBe('/latest?q=%E0%B8%81%26%E0%B8%82&year=2569&type=pdf');
    expect(listHref('/latest', query, { cursor: 'y' })).toMatch(/year=2569&cursor=y$/);
    expect(listHref('/latest', query, { q: undefined, year: undefined })).toBe('/latest');
    expect([isNarrowed({}), isNarrowed({ cursor: 'x' }), isNarrowed({ year: 2569 })]).toEqual([false, false, true]);
  });

  it('narrows to a sub-item in a category only, and to a category outside it', () => {
    const query: ListQuery = { sub: 's', c: 'c', q: 'สอง คำ' };
    expect(filterOf(query, 'dho.08')).toMatchObject({ categoryCode: 'dho.08', subItemCode: 's', words: ['สอง', 'คำ'] });
    expect(filterOf(query, undefined)).toMatchObject({ categoryCode: 'c', subItemCode: undefined });
  });
});

describe('what stands beside a list', () => {
  const groups = [
    group({ subItemCode: 'a', fiscalYear: 2569, fileKinds: ['pdf'], count: 3, newestAt: day('02-01') }), group({ subItemCode: 'a', fiscalYear: 2568, count: 2 }),
    group({ subItemCode: 'b', fiscalYear: 2568, fileKinds: ['image', 'pdf'], count: 4, newestAt: day('03-01') }), group({ subItemCode: null, fiscalYear: 2570, count: 1 }),
  ];
  it('counts each filter\'s choices under the others', () => {
    const all = narrowingOf(groups, {}, 'sub');
    expect(all).toMatchObject({ count: 10, total: 10, onAllShelves: 10, years: [2570, 2569, 2568], kinds: ['pdf', 'image'], newestAt: day('03-01') });
    expect([...all.shelves]).toEqual([['a', 5], ['b', 4]]);
    const some = narrowingOf(groups, { year: 2568, sub: 'a' }, 'sub');
    expect(some).toMatchObject({ count: 2, total: 10, onAllShelves: 6 });
    expect([...some.shelves]).toEqual([['a', 2], ['b', 4]]);
    expect(narrowingOf(groups, { type: 'pdf' }, 'sub').count).toBe(7);
    expect(narrowingOf([], { q: 'x' }, 'c')).toMatchObject({ count: 0, newestAt: null, years: [], kinds: [] });
  });
});

describe('what citizens often need', () => {
  const words = unitWords({ kind: 'district_office', nameTh: 'สำนักงานสาธารณสุขอำเภอกะพ้อ', districtTh: 'กะพ้อ', provinceTh: 'ปัตตานี' });
  const category = (code: string, requirementGroup: string, subItems: Category['subItems'] = []) => ({ code, requirementGroup, subItems }) as Category;
  const categories = [category('m', 'citizen_manual', [{ code: 'm.4', title: 'แบบฟอร์มที่ดาวน์โหลดได้' }]), category('n', 'news', [{ code: 'n.5', title: 'ประกาศจัดซื้อจัดจ้าง' }]), category('k', 'knowledge')];
  const doors = (groups: PublicationGroup[], of = words) => doorsOf(categories, groups, of, 'http://localhost:8080/pattani');

  it('leads only to what is there', () => {
    expect(doors([]).map(({ title }) => title)).toEqual(['หน่วยบริการใกล้บ้าน']);
    expect(doors([group({ categoryCode: 'm' }), group({ categoryCode: 'n', subItemCode: 'n.5', newestAt: day('04-01') })]).map(({ title, href, newestAt }) => [title, href, newestAt])).toEqual([
      ['คู่มือสำหรับประชาชน', '/c/m', null], ['หน่วยบริการใกล้บ้าน', `http://localhost:8080/pattani?q=${encodeURIComponent('อำเภอกะพ้อ')}`, null],
      ['ประกาศจัดซื้อจัดจ้าง', '/c/n?sub=n.5', day('04-01')], ['ข่าวประชาสัมพันธ์', '/c/n', day('04-01')],
    ]);
    expect(doors([group({ categoryCode: 'm', subItemCode: 'm.4' })]).map(({ href }) => href)).toContain('/c/m?sub=m.4');
    expect(doors([], { ...words, district: null })).toEqual([]);
  });
});
