import fc from 'fast-check';
import { inflateSync } from 'node:zlib';
import type { PaperBlock, PaperOptions } from './paper';
import { readTextLayer, type TextLine } from './read-text-layer';
import { renderThaiPdf } from './render-thai-pdf';

const OPTIONS: PaperOptions = { title: 'ประกาศ', createdAt: new Date('2026-11-20T05:00:00Z') };
const CM = 72 / 2.54;
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text });

async function pagesOf(blocks: readonly PaperBlock[], options: Partial<PaperOptions> = {}): Promise<TextLine[][]> {
  return readTextLayer(await renderThaiPdf(blocks, { ...OPTIONS, ...options })).map((page) => page.lines);
}

const wordsOf = (pages: readonly TextLine[][]): string =>
  pages.flat().filter((line) => !line.isArtifact).map((line) => line.text).join('');
const furnitureOf = (page: readonly TextLine[] = []): string[] => page.filter((line) => line.isArtifact).map((line) => line.text);

describe('the text of a paper', () => {
  it('comes back letter for letter, marks and spaces included', async () => {
    const text =
      'สำนักงานทำน้ำค่ำก้ำ เปี๊ยะ เก๋า ญู่ ฐู ปั๊ม สิทธิ์ กํา ป้ำ ฟ้า ฤๅษี ปีงบประมาณ พ.ศ. ๒๕๖๙ (Integrity and Transparency Assessment : ITA) “คู่มือ” ๔ MB ฯลฯ ต่าง ๆ http://www.pakphayunhospital.net/index.php/ita-ss0 นั้น';
    expect(wordsOf(await pagesOf([paragraph(text)]))).toBe(text);
  });

  it('comes back from any clusters in any order', async () => {
    const cluster = fc.tuple(
      fc.constantFrom('', 'เ', 'แ', 'โ', 'ไ'),
      fc.constantFrom(...'กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮ'),
      fc.constantFrom('', 'ั', 'ิ', 'ี', 'ึ', 'ื', 'ุ', 'ู', '็'),
      fc.constantFrom('', '่', '้', '๊', '๋', '์'),
      fc.constantFrom('', 'ำ', 'า', 'ะ', ' ', 'ๆ', '๑', 'a', '/'),
    );
    const texts = fc.array(cluster, { minLength: 1, maxLength: 40 }).map((clusters) => clusters.flat().join('').trim());
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(wordsOf(await pagesOf([paragraph(text)]))).toBe(text);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves out what has no shape and turns hard spaces and tabs into spaces', async () => {
    expect(wordsOf(await pagesOf([paragraph('เผย\u200bแพร่\u00ad ก\u00a0ข\tค')]))).toBe('เผยแพร่ ก ข ค');
  });

  it('stands between the margins, in lines of one and a half type sizes', async () => {
    const [page = []] = await pagesOf([paragraph('การเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน '.repeat(20).trim())]);
    const tops = [...new Set(page.map((line) => line.y))];
    for (const line of page) {
      expect(line.x).toBeGreaterThanOrEqual(3 * CM - 0.01);
      expect(line.x + line.width).toBeLessThanOrEqual(595.28 - 2 * CM + 4);
    }
    expect(page[0]?.x).toBeCloseTo((3 + 2.5) * CM, 1);
    tops.slice(1).forEach((y, index) => expect((tops[index] ?? 0) - y).toBeCloseTo(13 * 1.5, 2));
  });

  it('begins no page with the last line of a longer text', async () => {
    const long = 'ให้หน่วยงานดำเนินการเผยแพร่ข้อมูลข่าวสารต่อสาธารณะผ่านเว็บไซต์ของหน่วยงานอย่างต่อเนื่อง '.repeat(6).trim();
    const pages = await pagesOf(Array.from({ length: 30 }, () => paragraph(long)));
    for (const page of pages.slice(1)) {
      const lines = page.filter((line) => !line.isArtifact);
      const next = lines.findIndex((line, index) => index > 0 && line.x > 4 * CM && line.y < (lines[0]?.y ?? 0));
      expect(new Set(lines.slice(0, next).map((line) => line.y)).size).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('blocks', () => {
  it('sets every kind of block, each word once', async () => {
    const blocks: PaperBlock[] = [
      { kind: 'memoTitle', text: 'บันทึกข้อความ', emblem: { data: PIXEL, alt: 'ตรา' } },
      { kind: 'fields', fields: [{ label: 'ที่', value: 'ปน ๑๑๓๓/๔๗๒', width: 8 }, { label: 'วันที่', value: '๙ พฤศจิกายน ๒๕๖๗' }] },
      { kind: 'paragraph', lead: 'ต้นเรื่อง', text: ['ตาม', { bold: 'ประกาศ' }, 'นั้น'] },
      { kind: 'list', items: [{ label: '๑.', text: 'ข้อหนึ่ง', level: 1 }, { label: '๑.๑', text: 'ข้อย่อย', level: 2 }, { label: '-', text: 'ขีด', level: 4 }] },
      { kind: 'emblem', picture: { data: PIXEL, alt: 'ตรา' } },
      { kind: 'heading', text: ['ประกาศ', 'เรื่อง แนวทาง'], rule: 5 },
      { kind: 'table', columns: [{ width: 4 }, { width: 6, align: 'center' }], head: ['หัวข้อ', 'จำนวน'], rows: [['แผน', '๒ เรื่อง']] },
      { kind: 'checks', items: [{ label: 'ทราบ', checked: true }, { label: 'ไม่อนุมัติ', checked: false }] },
      { kind: 'space', height: 1 },
      { kind: 'signatures', blocks: [{ lines: ['(นายหนึ่ง)', 'ตำแหน่ง'], middle: 4 }, { lines: ['(นางสอง)'], middle: 12 }] },
    ];
    expect(wordsOf(await pagesOf(blocks)).replace(/\s+/g, '')).toBe(
      'บันทึกข้อความที่ปน๑๑๓๓/๔๗๒วันที่๙พฤศจิกายน๒๕๖๗ต้นเรื่องตามประกาศนั้น๑.ข้อหนึ่ง๑.๑ข้อย่อย-ขีดประกาศเรื่องแนวทางหัวข้อจำนวนแผน๒เรื่องทราบไม่อนุมัติ(นายหนึ่ง)ตำแหน่ง(นางสอง)',
    );
  });

  it('writes titles, labels and marked pieces in bold, in the official sizes times 0.81', async () => {
    const [page = []] = await pagesOf([
      { kind: 'memoTitle', text: 'บันทึกข้อความ' },
      { kind: 'fields', fields: [{ label: 'เรื่อง', value: 'ขออนุญาต' }] },
      { kind: 'paragraph', text: [{ bold: 'การกำกับติดตาม :' }, ' มี'] },
    ]);
    expect(page.map((line) => [line.text.trim(), line.font, line.size])).toEqual([
      ['บันทึกข้อความ', 'Sarabun-Bold', 23.5],
      ['เรื่อง', 'Sarabun-Bold', 16],
      ['ขออนุญาต', 'Sarabun-Regular', 13],
      ['การกำกับติดตาม :', 'Sarabun-Bold', 13],
      ['มี', 'Sarabun-Regular', 13],
    ]);
  });

  it('repeats the head of a table on each page, as decoration, and splits no ordinary row', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [`แถวที่ ${index + 1}`, 'รายละเอียดโดยสรุปหรือเอกสารแนบ '.repeat(4).trim()]);
    const pages = await pagesOf([{ kind: 'table', columns: [{ width: 4 }, { width: 9 }], head: ['วัน/เดือน/ปี', 'หัวข้อ'], rows }]);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages.slice(1)) expect(furnitureOf(page)).toContain('หัวข้อ');
    expect(wordsOf(pages).match(/หัวข้อ/g)).toHaveLength(1);
    const wordsByPage = pages.map((page) => wordsOf([page]));
    for (const row of rows) expect(wordsByPage.filter((words) => words.includes(row.join('')))).toHaveLength(1);
  });

  it('splits a row that is longer than half a page, and loses nothing of it', async () => {
    const long = Array.from({ length: 900 }, (_, index) => `คำที่${index}`).join(' ');
    const pages = await pagesOf([{ kind: 'table', columns: [{ width: 16 }], rows: [[long]] }]);
    expect(pages.length).toBeGreaterThan(1);
    expect(wordsOf(pages)).toBe(long);
  });

  it('never splits a signature from its name', async () => {
    for (let lines = 30; lines < 37; lines += 1) {
      const pages = await pagesOf([...Array.from({ length: lines }, () => paragraph('ก')), { kind: 'signatures', blocks: [{ lines: ['ลงชื่อ', '(นายหนึ่ง)'] }] }]);
      const last = wordsOf(pages.slice(-1));
      expect(last).toContain('ลงชื่อ(นายหนึ่ง)');
    }
  });
});

describe('pages', () => {
  const twoPapers: PaperBlock[] = [
    ...Array.from({ length: 50 }, (_, index) => paragraph(`ข้อ ${index}`)),
    { kind: 'pageBreak', newPaper: true },
    paragraph('ฉบับที่สอง'),
    { kind: 'pageBreak' },
    paragraph('การจัดเก็บรักษาข้อมูลจราจรทางคอมพิวเตอร์'),
  ];

  it('are numbered in Thai from the second on, each paper by itself', async () => {
    const pages = await pagesOf(twoPapers);
    expect(pages.map(furnitureOf)).toEqual([[], ['- ๒ -'], [], ['- ๒ -']]);
    expect((await pagesOf(twoPapers, { pageNumbers: 'none' })).map(furnitureOf)).toEqual([[], [], [], []]);
  });

  it('bear the first words of the next page when asked', async () => {
    const pages = await pagesOf(twoPapers, { catchwords: true, pageNumbers: 'none' });
    expect(pages.map(furnitureOf)).toEqual([[expect.stringMatching(/^\/ข้อ \d+\.\.\.$/)], [], ['/การจัดเก็บรักษาข้อมูล...'], []]);
  });

  it('bear a foot with the number of pages, and a watermark', async () => {
    const pages = await pagesOf(twoPapers, { pageNumbers: 'none', watermark: 'ร่าง', foot: { left: 'คำขอที่ ๑', right: '{page}/{pages}' } });
    expect(pages.map(furnitureOf)).toEqual(['๑/๒', '๒/๒', '๑/๒', '๒/๒'].map((number) => ['ร่าง', 'คำขอที่ ๑', number]));
  });

  it('may lie sideways with their own margins', async () => {
    const pdf = await renderThaiPdf([paragraph('ก')], { ...OPTIONS, sideways: true, margins: { left: 2 } });
    expect(pdf.toString('latin1')).toContain('/MediaBox [0 0 841.89 595.28]');
    expect(readTextLayer(pdf)[0]?.lines[0]?.x).toBeCloseTo(4.5 * CM, 1);
  });

  it('are one at least', async () => {
    expect(await pagesOf([])).toEqual([[]]);
  });
});

describe('the file', () => {
  const blocks: PaperBlock[] = [{ kind: 'heading', text: 'ประกาศ' }, paragraph('ข้อมูล'), { kind: 'table', columns: [{ width: 5 }], head: ['หัว'], rows: [['ช่อง']] }];

  it('is the same for the same input, and tells its instant, title and language', async () => {
    const first = await renderThaiPdf(blocks, { ...OPTIONS, title: 'ประกาศ & <แนวทาง>', subject: 'เรื่อง', author: 'หน่วยงาน' });
    const again = await renderThaiPdf(blocks, { ...OPTIONS, title: 'ประกาศ & <แนวทาง>', subject: 'เรื่อง', author: 'หน่วยงาน' });
    expect(again.equals(first)).toBe(true);
    const text = first.toString('latin1');
    expect(text).toContain('(D:20261120050000Z)');
    expect(text).toContain('/Lang (th-TH)');
    expect(text).toContain('/DisplayDocTitle true');
    expect(first.toString('utf8')).toContain('<rdf:li xml:lang="x-default">ประกาศ &amp; &lt;แนวทาง&gt;</rdf:li>');
  });

  it('claims PDF/A-3a, is tagged, and carries no font but Sarabun, embedded', async () => {
    const text = (await renderThaiPdf(blocks, OPTIONS)).toString('latin1');
    expect(text).toMatch(/^%PDF-1\.7/);
    expect(text).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(text).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(text).toContain('/Marked true');
    for (const type of ['Document', 'H1', 'P', 'Table', 'TR', 'TH', 'TD']) expect(text).toContain(`/S /${type}\n`);
    expect([...new Set(Array.from(text.matchAll(/\/BaseFont \/\S*?\+?(\w+-\w+)/g), ([, name]) => name))].sort()).toEqual(['Sarabun-Bold', 'Sarabun-Regular']);
    expect(text).not.toContain('Helvetica');
    expect(text).not.toMatch(/\/(?:JavaScript|OpenAction|Launch|EmbeddedFile)\b/);
  });

  it('opens and closes every mark on its page', async () => {
    const pdf = await renderThaiPdf([...blocks, ...Array.from({ length: 80 }, () => paragraph('ข้อมูลข่าวสาร'))], OPTIONS);
    const streams = Array.from(pdf.toString('latin1').matchAll(/\/Length (\d+)\n\/Filter \/FlateDecode\n>>\nstream\n/g), (match) => {
      const from = match.index + match[0].length;
      return inflateSync(pdf.subarray(from, from + Number(match[1]))).toString('latin1');
    }).filter((stream) => stream.includes(' Tf'));
    expect(streams.length).toBeGreaterThan(1);
    for (const stream of streams) expect(stream.match(/\b(?:BDC|BMC)\b/g)?.length).toBe(stream.match(/\bEMC\b/g)?.length);
  });

  it('needs a title and room', async () => {
    await expect(renderThaiPdf(blocks, { ...OPTIONS, title: ' ' })).rejects.toThrow(RangeError);
    await expect(renderThaiPdf(blocks, { ...OPTIONS, margins: { left: 18 } })).rejects.toThrow(RangeError);
  });
});
