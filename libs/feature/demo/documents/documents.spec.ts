import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readTextLayer, type TextLine } from '@prongsai/platform/pdf';
import { documentSources } from './document-sources';
import { seedDocuments } from './documents';
import { makeDocuments, type MadeDocument, writeDocuments } from './make-documents';

let made: MadeDocument[];

beforeAll(async () => {
  if (process.env.WRITE_DOCUMENTS) await writeDocuments(__dirname);
  made = await makeDocuments();
});

const CM = 72 / 2.54;
const MOST_BYTES = 4 * 1024 * 1024;

/** The letters of a document's text as it was handed over, without the marks of the mark-up language. */
function lettersOf(baseName: string): string {
  return readFileSync(`${__dirname}/${baseName}.txt`, 'utf8')
    .replace(/\*\*|^#+ |[<>]/gm, '')
    .replace(/^\s*- (?=[๐-๙]+\.[๐-๙]|โดยมีการติดตาม)/gm, '')
    .replace(/\s+/g, '');
}

const textOf = (lines: readonly TextLine[]): string => lines.filter((line) => !line.isArtifact).map((line) => line.text).join('');
const linesOf = (name: string): TextLine[] => readTextLayer(readFileSync(`${__dirname}/${name}.pdf`)).flatMap((page) => page.lines);

/** Strokes of the text that share a base line, joined. */
function printedLines(name: string): TextLine[] {
  return readTextLayer(readFileSync(`${__dirname}/${name}.pdf`)).flatMap((page) =>
    page.lines.reduce<TextLine[]>((joined, line) => {
      const last = joined.at(-1);
      if (last && last.y === line.y && last.isArtifact === line.isArtifact) joined[joined.length - 1] = { ...last, text: last.text + line.text };
      else joined.push(line);
      return joined;
    }, []),
  );
}

describe.each(documentSources.map((source) => [source.baseName, source.key] as const))('%s', (name, key) => {
  it('holds every letter of its text, in its order, and no other', () => {
    expect(textOf(linesOf(name)).replace(/\s+/g, '')).toBe(lettersOf(name));
  });

  it('begins no line with what closes, with ๆ, with ฯ or with a mark, and breaks no word of official use', () => {
    const lines = printedLines(name).filter((line) => !line.isArtifact);
    for (const line of lines) expect(line.text).not.toMatch(/^[)\]”ๆฯ,:;!?%\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]/);
    const text = lines.map((line) => line.text).join('\n');
    for (const word of ['เผยแพร่', 'หน่วยงาน', 'โปร่งใส', 'ต่อเนื่อง', 'จัดซื้อ', 'จัดจ้าง', 'สาธารณสุข', 'โรงพยาบาล', 'พระราชบัญญัติ', 'เจ้าหน้าที่']) {
      for (let at = 1; at < word.length; at += 1) expect(text).not.toContain(`${word.slice(0, at)}\n${word.slice(at)}`);
    }
  });

  it('stays between the margins', () => {
    for (const line of linesOf(name)) {
      expect(line.x).toBeGreaterThanOrEqual(3 * CM - 0.01);
      expect(line.x + line.width - (line.text.endsWith(' ') ? line.size / 3 : 0)).toBeLessThanOrEqual(595.28 - 2 * CM + 1);
      expect(line.y).toBeGreaterThanOrEqual(2 * CM);
    }
  });

  it('gives the same letters to a readable page, without the catchwords of the print', () => {
    const paragraphs = seedDocuments.find((document) => document.key === key)?.paragraphs ?? [];
    const catchwords = [/๒\.๕เพื่อลดความเสี่ยง\.\.\.\//, /\/๓\.ขั้นตอนการเผยแพร่\.\.\./];
    const expected = catchwords.reduce((letters, catchword) => letters.replace(catchword, ''), lettersOf(name));
    expect(paragraphs.join('').replace(/\s+/g, '')).toBe(expected);
    for (const paragraph of paragraphs) expect(paragraph).not.toMatch(/\*\*|^#|[<>]|\s\s|\n|^\s|\s$/);
  });
});

describe('the files', () => {
  it('are what the texts and layouts make of them, byte for byte', () => {
    expect(made).toHaveLength(5);
    for (const { name, bytes } of made) expect({ name, same: bytes.equals(readFileSync(`${__dirname}/${name}`)) }).toEqual({ name, same: true });
  });

  it('are small enough to be published', () => {
    for (const { bytes } of made) expect(bytes.length).toBeLessThan(MOST_BYTES);
  });
});

describe('the list', () => {
  it('names each document once, with its unit, its number and its day', () => {
    expect(seedDocuments.map(({ network, tenantSlug, documentNumber, datedOn, pdfPath }) => [network, tenantSlug, documentNumber, datedOn, basename(pdfPath)])).toEqual([
      ['pattani', 'kapho', 'ปน ๑๑๓๓/๔๗๒', '2024-11-09', 'kapho-framework-2568.pdf'],
      ['phatthalung', 'pakphayun', 'พท ๐๔๓๒/๑๐๖๕', '2020-10-07', 'pakphayun-announcement-2563.pdf'],
      ['phangnga', 'phangnga', 'พง ๐๐๑๗.๒/ว ๙๕๑๓', '2018-04-20', 'phangnga-announcement-2561.pdf'],
      ['ubon', 'khemarat', undefined, undefined, 'khemarat-report-2567.pdf'],
      ['chonburi', 'bothong-hospital', undefined, '2026-01-08', 'bothong-framework-2569.pdf'],
    ]);
    for (const { title, fileName, pdfPath } of seedDocuments) {
      expect(title).not.toBe('');
      expect(fileName).toMatch(/^[ก-๛. ]+\.pdf$/);
      expect(readFileSync(pdfPath).subarray(0, 5).toString()).toBe('%PDF-');
    }
  });
});
