import { paginate, type Turn } from './paginate';
import { noLead, type Row } from './row';

const ROOM = { top: 10, bottom: 110 };
const row = (height: number, more: Partial<Row> = {}): Row => ({ height, above: 0, keepWithNext: false, lead: noLead, draw: () => undefined, ...more });
const tops = (rows: readonly (Row | Turn)[]): number[][] => paginate(rows, ROOM).map((page) => page.rows.map(({ top }) => top));

describe('rows on pages', () => {
  it('go on until the page is full', () => expect(tops([row(60), row(40), row(1)])).toEqual([[10, 70], [10]]));

  it('drop the height above at the top of a page only', () => {
    expect(tops([row(60, { above: 9 }), row(30, { above: 5 }), row(20, { above: 5 })])).toEqual([[10, 75], [10]]);
  });

  it('take along the row that must stay with them', () => {
    expect(tops([row(70), row(20, { keepWithNext: true }), row(20)])).toEqual([[10], [10, 30]]);
  });

  it('break a chain that is higher than a page', () => {
    const pages = tops([row(5), ...Array.from({ length: 4 }, () => row(40, { keepWithNext: true }))]);
    expect(pages.flat()).toHaveLength(5);
    for (const page of pages) expect(page.at(-1)).toBeLessThanOrEqual(70);
  });

  it('set a row that is higher than a page on a page of its own', () => expect(tops([row(10), row(300), row(10)])).toEqual([[10], [10], [10]]));

  it('begin later pages with the head of their table', () => {
    const head = row(10);
    expect(tops([row(10), ...Array.from({ length: 3 }, () => row(40, { head }))])).toEqual([[10, 20, 60], [10, 20]]);
  });

  it('turn where asked, without empty pages', () => expect(tops(['pageBreak', row(10), 'pageBreak', 'pageBreak', row(10), 'pageBreak'])).toEqual([[10], [10]]));

  it('count the pages of each paper', () => {
    const pages = paginate([row(80), row(80), 'newPaper', row(10, { pageTop: 3 })], ROOM);
    expect(pages.map(({ number, count }) => [number, count])).toEqual([[1, 2], [2, 2], [1, 1]]);
    expect(pages[2]?.rows[0]?.top).toBe(3);
  });
});
