import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { renderThaiPdf } from '@prongsai/platform/pdf';
import { aPdf } from '@prongsai/testing/factories';
import { drawLimits, drawPages, type Drawing } from './draw-pages';

const demo = (name: string) => readFileSync(path.resolve(__dirname, '../../../feature/demo/documents', name));

/** A PDF from its objects, the first the catalogue; offsets are left to the reader's own repair. */
const pdfOf = (...objects: string[]) => Buffer.from(`%PDF-1.7\n${objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer<</Root 1 0 R>>\n%%EOF`);
const onePage = (box: string, more = '', ...rest: string[]) => pdfOf('<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', `<</Type/Page/Parent 2 0 R/MediaBox[${box}]${more}>>`, ...rest);
const stream = (text: string, dictionary = '') => `<<${dictionary}/Length ${text.length}>>\nstream\n${text}\nendstream`;

async function made(pages: number, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const paper = new PDFDocument({ autoFirstPage: false, ...options });
  const whole = buffer(paper as unknown as NodeJS.ReadableStream);
  for (let number = 1; number <= pages; number += 1) paper.addPage().fontSize(20).text(`page ${number}`);
  paper.end();
  return whole;
}
const ready = (drawing: Drawing) => {
  if (drawing.state !== 'ready') throw new Error(drawing.reason);
  return drawing;
};
const sizes = (drawing: Drawing) => ready(drawing).pages.map(({ width, height }) => [width, height]);

describe('drawing the pages of a document', () => {
  it('gives each page as a picture, with the words on it', async () => {
    const { count, pages } = ready(await drawPages(demo('kapho-framework-2568.pdf')));
    expect([count, pages.map(({ number }) => number)]).toEqual([7, [1, 2, 3, 4, 5, 6, 7]]);
    expect(pages[0]?.words).toContain('บันทึกข้อความ');
    for (const page of pages) {
      const { format, width, height } = await sharp(page.bytes).metadata();
      expect({ format, width, height }).toEqual({ format: 'webp', width: page.width, height: page.height });
      expect(page.width).toBeGreaterThan(990);
    }
  });

  it('reads Thai as it was written', async () => {
    const bytes = await renderThaiPdf([{ kind: 'paragraph', text: 'น้ำ ผู้ป่วย ปฏิบัติการ ๒๕๖๙' }], { title: 'ทดสอบ', createdAt: new Date('2026-11-24T00:00:00Z') });
    expect(ready(await drawPages(bytes)).pages[0]?.words).toContain('น้ำ ผู้ป่วย ปฏิบัติการ ๒๕๖๙');
  });

  it('draws the first thirty of many', async () => {
    const { count, pages } = ready(await drawPages(await made(34), { ...drawLimits, width: 60 }));
    expect([count, pages.length, pages[29]?.words]).toEqual([34, 30, 'page 30']);
  });

  it.each<[string, Buffer, number, number]>([
    ['a wall', onePage('0 0 14400 14400'), 1000, 1000],
    ['a page larger than any paper', onePage('0 0 2000000 2000000'), 1000, 1000],
    ['a ribbon', onePage('0 0 10 14400'), 2, 4000],
    ['a stamp', onePage('0 0 40 40'), 160, 160],
  ])('keeps the picture of %s within bounds', async (_, bytes, width, height) => {
    const [size] = sizes(await drawPages(bytes));
    expect(size?.[0]).toBeLessThanOrEqual(width + 1);
    expect(size?.[1]).toBeLessThanOrEqual(height + 1);
  });

  it('shows a scanned page, which has no words', async () => {
    const paper = new PDFDocument();
    const whole = buffer(paper as unknown as NodeJS.ReadableStream);
    paper.image(await sharp({ create: { width: 600, height: 800, channels: 3, background: '#888888' } }).jpeg().toBuffer(), 0, 0, { width: 595 });
    paper.end();
    expect(ready(await drawPages(await whole)).pages[0]?.words).toBe('');
  });

  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['a locked document', () => made(1, { userPassword: 'secret', pdfVersion: '1.7' }), 'locked'],
    ['nothing', () => Buffer.from('%PDF-1.7\n'), 'damaged'],
    ['a tail cut off', () => demo('kapho-framework-2568.pdf').subarray(0, 400), 'damaged'],
    ['noise', () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(Array.from({ length: 50_000 }, (_, index) => (index * 7919) % 251))]), 'damaged'],
    ['a page without pages', () => pdfOf('<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>'), 'damaged'],
  ])('gives no preview of %s', async (_, bytes, reason) => {
    expect(await drawPages(await bytes())).toEqual({ state: 'none', reason });
  });

  it.each<[string, Buffer]>([
    ['pages that hold themselves', pdfOf('<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>')],
    ['a count that is a lie', pdfOf('<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 2000000000>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>')],
    ['a form that draws itself', onePage('0 0 100 100', '/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>', stream('/F Do'), stream('/F Do /F Do', '/Type/XObject/Subtype/Form/BBox[0 0 100 100]/Resources<</XObject<</F 5 0 R>>>>'))],
    ['a picture of 60,000 by 60,000', onePage('0 0 100 100', '/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>', stream('100 0 0 100 0 0 cm /F Do'), stream('x', '/Type/XObject/Subtype/Image/Width 60000/Height 60000/ColorSpace/DeviceRGB/BitsPerComponent 8'))],
  ])('comes to an end over %s', async (_, bytes) => {
    expect(['ready', 'none']).toContain((await drawPages(bytes, { ...drawLimits, width: 100 })).state);
  });

  it.each([{ stepMs: 0 }, { wholeMs: 0 }])('ends a document that takes longer than %j', async (limit) => {
    expect(await drawPages(aPdf(), { ...drawLimits, ...limit })).toEqual({ state: 'none', reason: 'heavy' });
  });

  it('gives up a document that needs more memory than it may have', async () => {
    const drawing = await drawPages(demo('kapho-framework-2568.pdf'), { ...drawLimits, width: 3_000, mostBytes: 20 * 1024 * 1024 });
    expect(drawing.state).toBe('none');
  });
});
