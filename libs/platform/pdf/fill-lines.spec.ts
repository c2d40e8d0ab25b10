import fc from 'fast-check';
import { breakPoints } from './break-points';
import { fillBalanced, fillEvenly, fillLines, type Line, type Measured } from './fill-lines';
import { makeGlossary } from './thai-words';
import { ThaiFace } from './thai-face';
import { typeface } from './typeface';

const glossary = makeGlossary([]);
const face = new ThaiFace(typeface('regular'));

function measured(text: string): Measured {
  return { text, ends: face.advances(text).map((end) => (end * 13) / 1000), points: breakPoints(text, glossary) };
}

const textsOf = (text: string, lines: readonly Line[]): string[] => lines.map((line) => text.slice(line.start, line.end));

const PARAGRAPH =
  'ตามที่สำนักงานปลัดกระทรวงสาธารณสุขได้ดำเนินโครงการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (Integrity and Transparency Assessment : ITA) ซึ่งเป็นการประเมินเพื่อวัดระดับคุณธรรมและความโปร่งใสต่าง ๆ ของหน่วยงาน http://www.pakphayunhospital.net/index.php/ita-ss0 ดังรายละเอียดตามที่แนบมาด้วยแล้ว';

describe('filling lines', () => {
  it.each([120, 200, 320, 453])('puts every character in one line, none wider than %d points', (width) => {
    for (const fill of [fillLines(measured(PARAGRAPH), () => width), fillEvenly(measured(PARAGRAPH), () => width, () => 30, 13)]) {
      expect(textsOf(PARAGRAPH, fill).join('')).toBe(PARAGRAPH);
      for (const line of fill) expect(line.width).toBeLessThanOrEqual(width + 0.01);
    }
  });

  it('begins no line with what closes, and ends none inside a word of the glossary', () => {
    for (let width = 90; width < 460; width += 7) {
      const lines = textsOf(PARAGRAPH, fillLines(measured(PARAGRAPH), () => width));
      for (const line of lines) expect(line).not.toMatch(/^[)\]”ๆฯ,.:;!?>% \u0e30-\u0e3a\u0e45\u0e47-\u0e4e]/);
      const broken = lines.join('\n');
      for (const word of ['เผยแพร่', 'หน่วยงาน', 'โปร่งใส', 'สาธารณสุข', 'ดำเนินงาน', 'คุณธรรม', 'รายละเอียด', 'Transparency']) {
        for (let at = 1; at < word.length; at += 1) expect(broken).not.toContain(`${word.slice(0, at)}\n${word.slice(at)}`);
      }
    }
  });

  it('keeps the spaces of a break at the end of the line', () => {
    const lines = textsOf('หน่วยงาน  หน่วยงาน', fillLines(measured('หน่วยงาน  หน่วยงาน'), () => 60));
    expect(lines).toEqual(['หน่วยงาน  ', 'หน่วยงาน']);
  });

  it('breaks a word that is wider than the line between letters, never before a mark', () => {
    const word = `${'a'.repeat(60)}`;
    expect(fillLines(measured(word), () => 50).length).toBeGreaterThan(5);
    const thai = 'ปี๊'.repeat(40);
    for (const line of textsOf(thai, fillLines({ ...measured(thai), points: new Uint8Array(thai.length + 1) }, () => 50))) {
      expect(line).toMatch(/^(?:ปี๊)+$/);
    }
  });

  it('gives an empty text one empty line', () => {
    expect(fillLines(measured(''), () => 100)).toEqual([{ start: 0, end: 0, width: 0 }]);
  });

  it('balances a heading without more lines', () => {
    const heading = 'แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงานในราชการบริหารส่วนภูมิภาค';
    const greedy = fillLines(measured(heading), () => 320);
    const balanced = fillBalanced(measured(heading), 320);
    const spread = (lines: readonly Line[]): number => Math.max(...lines.map((line) => line.width)) - Math.min(...lines.map((line) => line.width));
    expect(balanced).toHaveLength(greedy.length);
    expect(spread(balanced)).toBeLessThan(spread(greedy));
  });

  it('shares words out as evenly as it may, in as many lines', () => {
    const shortest = (lines: readonly Line[]): number => Math.min(...lines.slice(0, -1).map((line) => line.width));
    const greedy = fillLines(measured(PARAGRAPH), () => 300);
    const even = fillEvenly(measured(PARAGRAPH), () => 300, () => 0, 13);
    expect(even).toHaveLength(greedy.length);
    expect(shortest(even)).toBeGreaterThanOrEqual(shortest(greedy));
  });

  it('loses no character of any text', () => {
    const anything = fc.string({ unit: fc.constantFrom('ก', 'เ', 'ี', '้', 'ำ', ' ', 'ๆ', 'ฯ', 'a', '(', ')', '/', '.', '๒', '“', '”', '-'), maxLength: 60 });
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 120 }), (text, width) => {
        expect(textsOf(text, fillLines(measured(text), () => width)).join('')).toBe(text);
        expect(textsOf(text, fillEvenly(measured(text), () => width, () => 5, 13)).join('')).toBe(text);
        expect(textsOf(text, fillBalanced(measured(text), width)).join('')).toBe(text);
      }),
    );
  });
});
