import { create } from 'fontkit';
import { ThaiFace } from './thai-face';
import { typeface } from './typeface';

const face = new ThaiFace(typeface('regular'));

const letters = (text: string): string[] => face.layout(text).glyphs.map((glyph) => String.fromCodePoint(...glyph.codePoints));

describe('shapes of Thai text', () => {
  it.each([
    ['น้ำ', ['น้ำ']],
    ['สำนักงาน', ['สำ', 'นั', 'ก', 'ง', 'า', 'น']],
    ['เปี๊ยะ', ['เ', 'ปี๊', 'ย', 'ะ']],
    ['เก๋า', ['เ', 'ก๋', 'า']],
    ['ญู่ฐูสิทธิ์', ['ญู่', 'ฐู', 'สิ', 'ท', 'ธิ์']],
    ['กํา ฤๅ', ['กํ', 'า', ' ', 'ฤๅ']],
    ['fi ๒๕', ['f', 'i', ' ', '๒', '๕']],
  ])('%s is read back glyph by glyph', (text, expected) => expect(letters(text)).toEqual(expected));

  it('reads า and ำ right whichever came first', () => {
    for (const text of ['าำ', 'กำกา', 'กากำ']) expect(letters(text).join('')).toBe(text);
  });

  it('keeps the letter of a character that the typeface lacks', () => {
    expect(letters('中ก').join('')).toBe('中ก');
  });

  it('measures as it draws', () => {
    for (const text of ['น้ำท่วม To AVA ๑.๒ MB', 'ฤๅษี (ถ้ามี)']) {
      expect(face.advances(text).at(-1)).toBeCloseTo(face.layout(text).advanceWidth, 6);
      expect(Array.from(face.advances(text))).toEqual(Array.from(face.advances(text)).sort((one, other) => one - other));
      expect(face.countGlyphs(text)).toBe(face.layout(text).glyphs.length);
    }
  });

  it('writes a cluster into the font as one glyph of all its parts', () => {
    const subset = face.createSubset();
    const ids = face.layout('ปี๊น้ำ').glyphs.map((glyph) => subset.includeGlyph(glyph.id));
    const written = create(subset.encode());
    const of = (text: string): number => face.advances(text).at(-1) ?? 0;
    expect(ids.map((id) => written.getGlyph(id).advanceWidth)).toEqual([of('ปี๊'), of('น้ำ')]);
    const [stacked, withAm] = ids.map((id) => written.getGlyph(id).cbox);
    expect(stacked?.maxY).toBeGreaterThan(1100);
    expect(withAm?.maxX).toBeGreaterThan(written.getGlyph(ids[0] ?? 0).advanceWidth);
  });

  it('shifts and lifts marks: the tone of ปี๊ stands left of that of กี๊', () => {
    const box = (text: string): { minX: number } => {
      const subset = face.createSubset();
      const [id = 0] = face.layout(text).glyphs.map((glyph) => subset.includeGlyph(glyph.id));
      return create(subset.encode()).getGlyph(id).cbox;
    };
    expect(box('ปี๊').minX).toBeLessThan(box('กี๊').minX);
  });
});
