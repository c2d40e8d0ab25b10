import { strToU8, zipSync } from 'fflate';
import { renderThaiPdf } from '@prongsai/platform/pdf';
import type { MadeDocument } from './made-documents';

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const types = (part: string, type: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`;
const zipped = (parts: Record<string, string | Uint8Array>) => Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]))));

/** A paper of the same lines, as the system itself sets them. */
export async function asPdf({ lines }: MadeDocument): Promise<Buffer> {
  return Buffer.from(await renderThaiPdf(lines.map((text) => ({ kind: 'paragraph' as const, text: text.replaceAll('\t', '  ') })), { title: 'เอกสาร', createdAt: new Date('2026-11-20T05:00:00Z') }));
}

/** A Word file: lines as paragraphs, lines with tabs as rows of a table; every second run is cut in two, as Word does. */
export function asDocx({ lines }: MadeDocument): Buffer {
  const run = (text: string, at: number) => (at % 2 ? [text] : [text.slice(0, 5), text.slice(5)]).map((part) => `<w:r><w:t xml:space="preserve">${escaped(part)}</w:t></w:r>`).join('');
  const body = lines.map((line, at) => (line.includes('\t')
    ? `<w:tbl><w:tr>${line.split('\t').map((cell) => `<w:tc><w:p>${run(cell, at)}</w:p></w:tc>`).join('')}</w:tr></w:tbl>`
    : `<w:p>${run(line, at)}</w:p>`)).join('');
  return zipped({
    '[Content_Types].xml': types('word/document.xml', 'wordprocessingml.document'),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  });
}

/** A workbook: a line is a row, a tab is the next cell; words are shared strings, whole numbers are numbers. */
export function asXlsx({ lines }: MadeDocument): Buffer {
  const strings: string[] = [];
  const cell = (text: string) => (/^[1-9]\d*$/.test(text) ? `<c><v>${text}</v></c>` : `<c t="s"><v>${strings.push(text) - 1}</v></c>`);
  const rows = lines.map((line) => `<row>${line.split('\t').map(cell).join('')}</row>`).join('');
  return zipped({
    '[Content_Types].xml': types('xl/workbook.xml', 'spreadsheetml.sheet'), 'xl/workbook.xml': '<?xml version="1.0"?><workbook/>',
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<?xml version="1.0"?><sst>${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
  });
}

/** An archive that holds one file. */
export function inZip(name: string, bytes: Buffer): Buffer {
  return zipped({ [name]: new Uint8Array(bytes) });
}
