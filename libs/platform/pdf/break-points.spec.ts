import { Break, breakPoints } from './break-points';
import { makeGlossary } from './thai-words';

const glossary = makeGlossary([]);

/** The text with a bar wherever a line may end. */
function barred(text: string): string {
  const points = breakPoints(text, glossary);
  return Array.from(text, (character, index) => (index > 0 && points[index] === Break.may ? `|${character}` : character)).join('');
}

describe('where a line may end', () => {
  it.each([
    ['ข้อมูลสถิติต่าง ๆ โดย', 'ข้อมูล|สถิติ|ต่าง ๆ |โดย'],
    ['หัวหน้ากลุ่มงานฯ มอบหมาย', 'หัวหน้า|กลุ่มงานฯ |มอบหมาย'],
    ['ประกาศฯแนวทาง', 'ประกาศฯ|แนวทาง'],
    ['อิเล็กทรอนิกส์ ฯลฯ ดังนี้', 'อิเล็กทรอนิกส์ ฯลฯ |ดังนี้'],
    ['ข้อมูล (ถ้ามี) ของ', 'ข้อมูล |(ถ้ามี) |ของ'],
    ['รูปแบบ “คู่มือ” และ', 'รูปแบบ |“คู่มือ” |และ'],
    ['(Assessment : ITA)', '(Assessment : |ITA)'],
    ['(Assessment – ITA)', '(Assessment – |ITA)'],
    ['อนุมัติ/อนุญาต', 'อนุมัติ/|อนุญาต'],
    ['ปน ๑๑๓๓/๔๗๒', 'ปน |๑๑๓๓/๔๗๒'],
    ['โทร. ๐๗๓-๔๙๔๐๖๔', 'โทร. ๐๗๓-๔๙๔๐๖๔'],
    ['Law,Regulatory e-Service', 'Law,Regulatory |e-Service'],
    ['ผ่าน WEBSITE ของ', 'ผ่าน |WEBSITE |ของ'],
    ['ตาม พ.ศ. ๒๕๖๐ และ', 'ตาม |พ.ศ. ๒๕๖๐ |และ'],
    ['พ.ศ.๒๕๔๐ตามมาตรา ๗', 'พ.ศ.๒๕๔๐ตาม|มาตรา ๗'],
    ['ไฟล์ละ ๔ MB และ', 'ไฟล์|ละ ๔ MB |และ'],
    ['วันที่ ๗ ตุลาคม ๒๕๖๓ เรื่อง', 'วันที่ ๗ ตุลาคม ๒๕๖๓ |เรื่อง'],
    ['หน่วยงาน\u00a0ก', 'หน่วยงาน\u00a0ก'],
  ])('%s', (text, expected) => expect(barred(text)).toBe(expected));

  it('breaks a web address after its strokes only', () => {
    expect(barred('ที่ http://www.pakphayunhospital.net/index.php/ita-ss0 ดังนี้')).toBe('ที่ |http://www.pakphayunhospital.net/|index.php/|ita-ss0 |ดังนี้');
    expect(barred('www.phangnga.go.th หัวข้อ')).toBe('www.phangnga.go.th |หัวข้อ');
    expect(barred('pakphayun.moph@gmail.com และ')).toBe('pakphayun.moph@gmail.com |และ');
  });

  it('lets nothing that closes, no ๆ and no ฯ begin a line, even in an emergency', () => {
    const text = 'ก ๆ ข ) ค ” ง ฯ จ , ฉ . ช : ซ ! ฌ % ญ';
    const points = breakPoints(text, glossary);
    for (const sign of ')”ๆฯ,.:!%') expect(points[text.indexOf(sign)]).toBe(Break.never);
  });
});
