import { searchTextOf, searchWordsOf } from './search-text';
import { lettersBetween, suggestSpelling } from './spelling';

const isFound = (question: string, ...parts: Array<string | null>) => {
  const text = searchTextOf(parts);
  return searchWordsOf(question).every((word) => text.includes(word));
};

describe('a search text', () => {
  const title = 'แบบสรุปผลการจัดซื้อจัดจ้างในรอบเดือน (แบบ สขร. ๑) อําเภอกะพ้อ พ.ศ. ๒๕๖๙';
  it.each([
    ['Thai digits as Arabic ones', '2569'], ['Arabic digits as Thai ones', '๒๕๖๙'], ['without the dots of an abbreviation', 'พศ 2569'], ['with its dots', 'พ.ศ.'],
    ['without the spaces', 'แบบสขร1'], ['with spaces', 'แบบ สขร 1'], ['part of a word', 'จัดจ้าง'], ['sara am however it was typed', 'อำเภอ'],
    ['words in any order', 'กะพ้อ จัดซื้อ'], ['words in quotation marks', '“จัดซื้อ”'], ['in brackets', '(กะพ้อ)'],
  ])('is found by %s', (_, question) => expect(isFound(question, title)).toBe(true));
  it.each([['another word', 'จัดหา'], ['one word of two', 'จัดซื้อ พัสดุ']])('is not found by %s', (_, question) => expect(isFound(question, title)).toBe(false));

  it('finds letters of any case, and keeps the spaces of other scripts', () => {
    expect(isFound('annual REPORT', 'Annual Report 2569')).toBe(true);
    expect(searchTextOf(['Annual  Report', null, '', 'ก ข c'])).toBe('annual report\nกขc');
  });
  it('lets no word reach over two parts', () => expect(isFound('ผลการ', 'ผล', 'การ')).toBe(false));
  it('asks for no word twice, for at most eight, and for none in nothing', () => {
    expect(searchWordsOf(' ก  ก ข ')).toEqual(['ก', 'ข']);
    expect(searchWordsOf('1 2 3 4 5 6 7 8 9 10')).toHaveLength(8);
    expect(searchWordsOf('  \u200b “” ')).toEqual([]);
  });
});

describe('a spelling', () => {
  const titles = ['คู่มือสำหรับประชาชน', 'ประกาศจัดซื้อจัดจ้าง', 'แผนปฏิบัติการและงบประมาณ สำนักงานสาธารณสุขอำเภอกะพ้อ', 'รายงานเว็บไซต์หน่วยงาน'];
  it.each([
    [['สาธารนสุข'], ['สาธารณสุข']], [['งบปรมาณ'], ['งบประมาณ']], [['ประกาด'], ['ประกาศ']], [['เวปไซต์'], ['เว็บไซต์']], [['คูมือ'], ['คู่มือ']], [['กาพ้อ'], ['กะพ้อ']],
    [['ประกาด', 'จัดซื้อ'], ['ประกาศ', 'จัดซื้อ']],
  ])('%j is read as %j', (asked, meant) => expect(suggestSpelling(asked, titles)).toEqual(meant));
  it('is not offered for what is there, is like nothing, or where there is nothing', () => {
    expect(suggestSpelling(['จัดซื้อ'], titles)).toBeNull();
    expect(suggestSpelling(['ฟุตบอล'], titles)).toBeNull();
    expect(suggestSpelling(['สาธารนสุข'], [])).toBeNull();
    expect(suggestSpelling([], titles)).toBeNull();
  });
  it('counts letters, and stops counting early', () => {
    expect(lettersBetween('กะพ้อ', 'เกาะพ้อ', 3)).toBe(2);
    expect(lettersBetween('', 'กข', 2)).toBe(2);
    expect(lettersBetween('กขค', 'จฉช', 1)).toBe(2);
  });
});
