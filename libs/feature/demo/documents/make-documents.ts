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

/**
 * Writes the files into a folder. After a text, its layout or the setting of papers has changed, the files here are
 * written anew by `WRITE_DOCUMENTS=1 npx jest --rootDir . libs/feature/demo/documents`.
 */
export async function writeDocuments(folder: string): Promise<void> {
  for (const { name, bytes } of await makeDocuments()) writeFileSync(join(folder, name), bytes);
}
