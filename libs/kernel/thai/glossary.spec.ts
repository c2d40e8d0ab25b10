import fc from 'fast-check';
import { unbroken, unbrokenTerms } from './glossary';

const pieces = fc.array(fc.oneof(fc.constantFrom(...unbrokenTerms), fc.constantFrom('การ', ' ', 'ของ', '<b>', 'ุ', '้', '2569'), fc.string()));

describe('words that stay on one line', () => {
  it('marks the compounds and leaves the rest', () => {
    expect(unbroken('ขอเผยแพร่ข้อมูลของหน่วยงาน')).toEqual([
      { text: 'ขอ', keep: false },
      { text: 'เผยแพร่', keep: true },
      { text: 'ข้อมูลของ', keep: false },
      { text: 'หน่วยงาน', keep: true },
    ]);
    expect(unbroken('จัดซื้อจัดจ้างต่อเนื่อง').map(({ text }) => text)).toEqual(['จัดซื้อ', 'จัดจ้าง', 'ต่อเนื่อง']);
    expect(unbroken('')).toEqual([]);
  });

  it('prefers the longest term and knows the place names of a unit', () => {
    expect(unbroken('ปีงบประมาณ')).toEqual([{ text: 'ปีงบประมาณ', keep: true }]);
    expect(unbroken('สาธารณสุขอำเภอปากพะยูน', ['อำเภอปากพะยูน', 'สาธารณสุขอำเภอปากพะยูน'])).toEqual([
      { text: 'สาธารณสุขอำเภอปากพะยูน', keep: true },
    ]);
    expect(unbroken('ที่ (กะพ้อ)', ['(กะพ้อ)'])).toEqual([{ text: 'ที่ ', keep: false }, { text: '(กะพ้อ)', keep: true }]);
  });

  it('never takes the letter from under a mark', () => {
    expect(unbroken('หน่วยงานี')).toEqual([{ text: 'หน่วยงานี', keep: false }]);
  });

  it('gives the text back unchanged, keeping only what was asked', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const stretches = unbroken(parts.join(''));
        expect(stretches.map(({ text }) => text).join('')).toBe(parts.join(''));
        for (const { text, keep } of stretches) {
          expect(text).not.toBe('');
          if (keep) expect(unbrokenTerms).toContain(text);
        }
      }),
    );
  });

  it('holds each term once', () => expect(new Set(unbrokenTerms).size).toBe(unbrokenTerms.length));
});
