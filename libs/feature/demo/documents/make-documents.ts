import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderThaiPdf } from '@prongsai/platform/pdf';
import { documentBlocks, documentSources } from './document-sources';

/** The instant that the files bear as their creation, so that making them again gives the same bytes. */
const MADE_AT = new Date('2026-11-20T05:00:00Z');

export interface MadeDocument {
  /** ASCII name of the file in this folder. */
  name: string;
  bytes: Buffer;
}

/** Sets the five documents as PDF files, each the same, byte for byte, on every run. */
export async function makeDocuments(): Promise<MadeDocument[]> {
  const made: MadeDocument[] = [];
  for (const source of documentSources) {
    const bytes = await renderThaiPdf(documentBlocks(source), {
      title: source.title,
      subject: 'จัดพิมพ์จากข้อความของเอกสารต้นฉบับ',
      createdAt: MADE_AT,
      wholeWords: source.wholeWords,
    });
    made.push({ name: `${source.baseName}.pdf`, bytes });
  }
  return made;
}

/** Writes the files into a folder; for use after the text of a document or its layout has changed. */
export async function writeDocuments(folder: string): Promise<void> {
  for (const { name, bytes } of await makeDocuments()) writeFileSync(join(folder, name), bytes);
}

if (require.main === module) {
  void writeDocuments(process.argv[2] ?? __dirname);
}
