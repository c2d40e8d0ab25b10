import { ArchiveBudget } from '../content/archive-rules';
import { Damaged, FileBytes, TooMuch } from '../content/file-bytes';
import { archiveLimits } from '../content/file.policy';
import { contentTypesPart } from '../content/office/office-content';
import { inspectRar } from '../content/rar/rar-content';
import { recogniseFile } from '../content/recognise';
import { expand, listZip, openZip } from '../content/zip-reader';
import { readPdfWords } from '../pages/draw-pages';
import type { FileText } from './file-text';
import { readWord, readWorkbook } from './office-text';

/** Letters that are read of one file. */
const mostLetters = 2_000_000;

/**
 * The text of an accepted file: PDF, .docx, .xlsx, and what an archive holds of them. PDFs are read in a thread of their
 * own. Never throws for what the file is.
 */
export async function readFileText(bytes: Buffer): Promise<FileText> {
  const { pieces, isWhole } = await read(bytes, new ArchiveBudget(), 0);
  let left = mostLetters;
  const kept = pieces.map(({ place, text }) => {
    const part = text.slice(0, left);
    left -= part.length;
    return { place, text: part };
  });
  return { pieces: kept.filter(({ text }) => text !== ''), isWhole: isWhole && left > 0 };
}

const nothing: FileText = { pieces: [], isWhole: false };

async function read(bytes: Buffer, budget: ArchiveBudget, level: number): Promise<FileText> {
  try {
    const found = await recogniseFile(FileBytes.of(bytes));
    if (found.as === 'pdf') return await readPdf(bytes);
    if (found.as === 'zip') return await readZip(bytes, budget, level);
    if (found.as === 'rar' && level <= 1) return await readRar(bytes, budget, level);
    return nothing;
  } catch (error) {
    if (error instanceof Damaged || error instanceof TooMuch) return nothing;
    throw error;
  }
}

/** A page without a text layer is a picture. */
async function readPdf(bytes: Buffer): Promise<FileText> {
  // The thread takes the bytes with it.
  const { pages, isWhole } = await readPdfWords(new Uint8Array(bytes));
  return { pieces: pages.map((text, index) => ({ place: `หน้า ${index + 1}`, text })), isWhole: isWhole && pages.every((text) => text !== '') };
}

async function readZip(bytes: Buffer, budget: ArchiveBudget, level: number): Promise<FileText> {
  const zip = await openZip(FileBytes.of(bytes));
  try {
    const entries = await listZip(zip, budget);
    if (!Array.isArray(entries)) return nothing;
    const has = (name: string) => entries.some((entry) => entry.name.toLowerCase() === name);
    if (has(contentTypesPart.toLowerCase())) {
      const pieces = has('xl/workbook.xml') ? await readWorkbook(zip, entries) : await readWord(zip, entries);
      return { pieces, isWhole: pieces.length > 0 };
    }
    if (level > 1) return nothing;
    const members: FileText[] = [];
    for (const listed of entries.filter(({ isDirectory }) => !isDirectory)) {
      members.push(inside(listed.name, await read(await expand(zip, listed, { mostBytes: archiveLimits.nestedBytes }), budget, level + 1)));
    }
    return together(members);
  } finally {
    zip.close();
  }
}

async function readRar(bytes: Buffer, budget: ArchiveBudget, level: number): Promise<FileText> {
  const members: FileText[] = [];
  const finding = await inspectRar(FileBytes.of(bytes), budget, async (name, member) => {
    members.push(inside(name, await read(member, budget, level + 1)));
    return null;
  });
  return finding ? nothing : together(members);
}

function inside(name: string, { pieces, isWhole }: FileText): FileText {
  return { pieces: pieces.map(({ place, text }) => ({ place: [name, place].filter(Boolean).join(' '), text })), isWhole };
}

function together(members: readonly FileText[]): FileText {
  return { pieces: members.flatMap(({ pieces }) => pieces), isWhole: members.every(({ isWhole }) => isWhole) };
}
