import { COMPOUNDS } from './compounds';
import { makeGlossary, thaiWords } from './thai-words';

const cut = (run: string, words: readonly string[] = []): string => thaiWords(run, makeGlossary(words)).join('|');

describe('words of official Thai', () => {
  it.each([
    ['การเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน', 'การเผยแพร่|ข้อมูล|ต่อ|สาธารณะ|ผ่าน|เว็บไซต์|ของ|หน่วยงาน'],
    ['ความโปร่งใสอย่างต่อเนื่อง', 'ความโปร่งใส|อย่างต่อเนื่อง'],
    ['ผลการจัดซื้อจัดจ้าง', 'ผล|การจัดซื้อ|จัดจ้าง'],
    ['ตามพระราชบัญญัติข้อมูลข่าวสาร', 'ตาม|พระราชบัญญัติ|ข้อมูลข่าวสาร'],
    ['มอบหมายกลุ่มงานบริหารทั่วไป', 'มอบหมาย|กลุ่มงาน|บริหารทั่วไป'],
    ['พิจารณาลงนามกรอบแนวทาง', 'พิจารณา|ลงนาม|กรอบแนวทาง'],
    ['โปรดลงนามอนุมัติต่อไป', 'โปรด|ลงนาม|อนุมัติ|ต่อ|ไป'],
    ['ว่าด้วยการกระทำความผิดเกี่ยวกับคอมพิวเตอร์', 'ว่าด้วย|การกระทำความผิด|เกี่ยวกับ|คอมพิวเตอร์'],
    ['เจ้าหน้าที่ผู้รับผิดชอบ', 'เจ้าหน้าที่|ผู้รับผิดชอบ'],
    ['สำนักงานสาธารณสุขอำเภอปากพะยูน', 'สำนักงาน|สาธารณสุข|อำเภอ|ปากพะยูน'],
    ['โรงพยาบาลส่งเสริมสุขภาพ', 'โรงพยาบาล|ส่งเสริมสุขภาพ'],
  ])('%s', (run, words) => expect(cut(run)).toBe(words));

  it('keeps a name that the caller gives whole', () => {
    expect(cut('โดยนายอัครกะปัญญาพงศ์', ['อัครกะปัญญาพงศ์'])).toMatch(/\|อัครกะปัญญาพงศ์$/);
  });

  it('never cuts inside a compound, whatever stands around it', () => {
    const glossary = makeGlossary([]);
    for (const word of COMPOUNDS) {
      const words = thaiWords(`ให้${word}นี้`, glossary);
      expect(words.join('')).toBe(`ให้${word}นี้`);
      expect(words.some((part) => part.includes(word))).toBe(true);
    }
  });

  it('does not take a compound for the beginning of a longer word', () => {
    expect(cut('กรอบรูป', [])).not.toContain('|บ');
    expect(thaiWords('ต่างๆ'.slice(0, 4), makeGlossary([]))).toEqual(['ต่าง']);
    expect(thaiWords('ประกาศำ', makeGlossary([])).at(0)).not.toBe('ประกาศ');
  });
});
