import type { FileBytes } from '../file-bytes';
import type { AllowedType, RefusedClass } from '../file.policy';
import { excelFinding } from './excel-records';
import { OleFile, type OleEntry } from './ole-file';

/** The stream's beginning is enough for what a Word file says of itself; its text is looked through whole. */
const mostTextBytes = 32 * 1_048_576;

/** Streams and storages that hold an object of another program, or a file packed as one. */
const embedded = /^(?:mbd[0-9a-f]{8}|\x01ole10native|\x01ole10itemname|package|\x03epsprint|contents)$/;
const linked = /^lnk[0-9a-f]{8}$/;

/** What an OLE file is: one of the two old Office types, something refused, or another kind (PowerPoint, mail, installer). */
export async function inspectOle(bytes: FileBytes): Promise<{ type: Extract<AllowedType, 'doc' | 'xls'> | null; refused: RefusedClass | null }> {
  const file = await OleFile.open(bytes);
  const byName = new Map<string, OleEntry>(file.entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const word = byName.get('worddocument');
  const workbooks = ['workbook', 'book'].flatMap((name) => byName.get(name) ?? []);
  const type = word ? 'doc' : workbooks.length > 0 ? 'xls' : null;
  // Word and Excel keep an encrypted .docx or .xlsx as a stream of an OLE file.
  if (byName.has('encryptedpackage')) return { type, refused: 'office_password' };
  if (byName.has('_vba_project') || byName.has('_vba_project_cur') || byName.has('macros')) return { type, refused: 'macro' };
  const names = [...byName.keys()];
  // Word makes an empty pool in every file.
  if (names.some((name) => embedded.test(name)) || byName.get('objectpool')?.hasChildren) return { type, refused: 'office_embedded' };
  if (names.some((name) => linked.test(name))) return { type, refused: 'office_linked' };
  if (word) {
    const refused = await wordFinding(file, word);
    if (refused) return { type, refused };
  }
  for (const workbook of workbooks) {
    const refused = excelFinding(await file.read(workbook, mostTextBytes));
    if (refused) return { type, refused };
  }
  return { type, refused: null };
}

/** [MS-DOC] 2.5.1: the flags of the file; fields stand in the text behind a letter 19, in one byte or two a letter. */
async function wordFinding(file: OleFile, word: OleEntry): Promise<RefusedClass | null> {
  const bytes = await file.read(word, mostTextBytes);
  if (bytes.length >= 12 && (bytes.readUInt16LE(10) & 0x0100) !== 0) return 'office_password';
  const fields = /\x13[\x14\s\x01-\x08]*(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|LINK|DATABASE|IMPORT)[\s\x14\x15"]/i;
  const text = bytes.toString('latin1');
  return fields.test(text) || fields.test(text.replaceAll('\0', '')) ? 'office_linked' : null;
}
