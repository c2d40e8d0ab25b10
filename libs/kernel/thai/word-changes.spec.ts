import { wordChanges } from './word-changes';

const told = (before: string, after: string) => wordChanges(before, after).map(({ change, text }) => (change === 'same' ? text : change === 'added' ? `[+${text}]` : `[-${text}]`)).join('');

describe('what changed between two texts', () => {
  it.each([
    ['แผนจัดซื้อปี 2569', 'แผนจัดซื้อปี 2569', 'แผนจัดซื้อปี 2569'],
    ['แผนจัดซื้อปี 2568', 'แผนจัดซื้อปี 2569', 'แผนจัดซื้อปี [-2568][+2569]'],
    ['', 'ข้อความ', '[+ข้อความ]'],
    ['ข้อความ', '', '[-ข้อความ]'],
    ['ประชุมวันจันทร์ที่ห้องประชุม', 'ประชุมวันอังคารที่ห้องประชุมใหญ่', 'ประชุมวัน[-จันทร์][+อังคาร]ที่ห้องประชุม[+ใหญ่]'],
  ])('%s to %s', (before, after, expected) => expect(told(before, after)).toBe(expected));

  it('gives back both texts, letter for letter, however different and long', () => {
    const words = ['โรงพยาบาล', 'ประกาศ', ' ', 'งบประมาณ', 'กำหนด', '๒๕๖๙', '\n', 'น้ำ'];
    const text = (seed: number, length: number) => Array.from({ length }, (_, index) => words[(index * 7 + seed * index * index + seed) % words.length]).join('');
    for (const [one, other] of [[text(1, 40), text(3, 60)], [text(2, 900), text(5, 800)], [text(1, 9_000), text(4, 9_000)]] as const) {
      const parts = wordChanges(one, other);
      expect(parts.filter(({ change }) => change !== 'added').map((part) => part.text).join('')).toBe(one);
      expect(parts.filter(({ change }) => change !== 'removed').map((part) => part.text).join('')).toBe(other);
    }
  });
});
