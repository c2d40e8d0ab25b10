import { strFromU8, unzipSync } from 'fflate';
import type { PaperBlock, PaperOptions } from './paper';
import { readTextLayer } from './read-text-layer';
import { renderDocx } from './render-docx';
import { renderThaiPdf } from './render-thai-pdf';

const OPTIONS: PaperOptions = { title: 'ประกาศ & <แนวทาง>', createdAt: new Date('2026-11-20T05:00:00Z') };
const blocks: PaperBlock[] = [
  { kind: 'memoTitle', text: 'บันทึกข้อความ' },
  { kind: 'fields', fields: [{ label: 'ที่', value: 'ปน ๑๑๓๓/๔๗๒', width: 8 }, { label: 'วันที่', value: '๙ พฤศจิกายน ๒๕๖๗' }] },
  { kind: 'paragraph', lead: 'ต้นเรื่อง', text: ['ตาม', { bold: 'ประกาศ' }, ' & <นั้น> น้ำ'] },
  { kind: 'list', items: [{ label: '๑.', text: 'ข้อหนึ่ง', level: 1 }, { label: '๑.๑', text: 'ข้อย่อย', level: 2 }] },
  { kind: 'heading', text: ['ประกาศ', 'เรื่อง แนวทาง'], rule: 5 },
  { kind: 'table', columns: [{ width: 4 }, { width: 6, align: 'center' }], head: ['หัวข้อ', 'จำนวน'], rows: [['แผน', { lines: ['๒ เรื่อง', 'ครบ'] }]] },
  { kind: 'signatures', blocks: [{ title: 'ผู้ให้ข้อมูล', lines: ['(นายหนึ่ง)', { text: 'ลงนามในระบบ', size: 14 }], middle: 4 }, { lines: ['(นางสอง)'], middle: 12 }] },
];
const partsOf = (file: Buffer) => Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
const wordsOf = (xml: string) => Array.from(xml.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g), ([, text = '']) => text).join('').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replace(/\s+/g, '');

/** The names of elements that are opened and not closed in their order; none in a document that can be read. */
function unclosed(xml: string): string[] {
  const open: string[] = [];
  for (const [, end, name = '', self] of xml.matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)) {
    if (self) continue;
    if (!end) open.push(name);
    else if (open.pop() !== name) return [name];
  }
  return open;
}

describe('a paper as a Word document', () => {
  it('says what the PDF says', async () => {
    const pdf = readTextLayer(await renderThaiPdf(blocks, OPTIONS)).flatMap(({ lines }) => lines).map(({ text }) => text).join('').replace(/\s+/g, '');
    const docx = wordsOf(String(partsOf(renderDocx(blocks, OPTIONS))['word/document.xml']));
    expect([...docx].sort().join('')).toBe([...pdf].sort().join(''));
  });

  it('is well formed in every part, and the same for the same input', () => {
    const options = { ...OPTIONS, foot: { left: 'คำขอที่ ๑', right: '{page}/{pages}' } };
    const file = renderDocx(blocks, options);
    for (const [name, xml] of Object.entries(partsOf(file))) expect([name, unclosed(xml.replace(/^<\?xml[^>]*>/, ''))]).toEqual([name, []]);
    expect(renderDocx(blocks, options).equals(file)).toBe(true);
  });

  it('has official sizes for Thai letters, the margins of a memo and Thai page numbers', () => {
    const parts = partsOf(renderDocx(blocks, OPTIONS));
    const document = String(parts['word/document.xml']);
    for (const size of [58, 40, 32]) expect(document).toContain(`<w:szCs w:val="${size}"/>`);
    expect(document).toContain('w:top="850" w:right="1134" w:bottom="1134" w:left="1701"');
    expect(parts['word/header1.xml']).toContain('THAIARABIC');
  });
});
