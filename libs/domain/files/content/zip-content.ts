import { crc32 } from 'node:zlib';
import { ZipFile } from 'yauzl';
import { extensionOf } from './clean-file-name';
import { Damaged, FileBytes } from './file-bytes';
import { AllowedType, archiveLimits, KeptClass, refusedInsideArchive } from './file.policy';
import { inspectOle } from './ole-content';
import { inspectPdf } from './pdf-content';
import { headBytes, recognise, Recognised } from './recognise';
import { ArchiveBudget, ArchiveFinding, ListedEntry, listZip, openZip } from './zip-listing';

/** What an archive turned out to be; `type` is null for an Office format that is not one of the nine. */
export interface ZipVerdict {
  type: Extract<AllowedType, 'zip' | 'docx' | 'xlsx'> | null;
  kept: KeptClass;
  finding: ArchiveFinding | null;
}

const contentTypes = '[Content_Types].xml';
const contentTypesBytes = 1_048_576;

/** Expands an entry and checks its size and sum. Gives all of it when `wants`, which is shown the beginning, says so. */
async function expand(zip: ZipFile, listed: ListedEntry, wants: (head: Buffer) => Promise<boolean>): Promise<{ whole: Buffer | null }> {
  const { entry } = listed;
  const parts: Buffer[] = [];
  let length = 0;
  let sum = 0;
  let keepsAll: boolean | null = null;
  try {
    const header = await zip.readLocalFileHeaderPromise(entry);
    if (!header.fileName.equals(entry.fileNameRaw)) throw new Damaged('an entry has two names');
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      sum = crc32(chunk, sum);
      length += chunk.length;
      if (keepsAll !== false) parts.push(chunk);
      if (keepsAll === null && length >= headBytes) keepsAll = await wants(Buffer.concat(parts));
    }
  } catch (error) {
    throw error instanceof Damaged ? error : new Damaged(`an entry cannot be expanded: ${String(error)}`);
  }
  if (length !== entry.uncompressedSize || sum !== entry.crc32) throw new Damaged('an entry is not what the directory says');
  const kept = Buffer.concat(parts);
  const isWhole = keepsAll ?? (await wants(kept));
  return { whole: isWhole ? kept : null };
}

/** The entry's own name without folders, lower case. */
function baseName(name: string): string {
  return name.replace(/^.*[/\\]/, '').toLowerCase();
}

async function inspectOffice(zip: ZipFile, entries: ListedEntry[], index: ListedEntry): Promise<Pick<ZipVerdict, 'type' | 'finding'>> {
  if (index.entry.uncompressedSize > contentTypesBytes) throw new Damaged('the list of parts is too long to be one');
  const { whole } = await expand(zip, index, async () => true);
  const declared = whole?.toString('utf8') ?? '';
  const under = (folder: string) => entries.some(({ name }) => name.startsWith(folder));
  const type = under('word/') ? 'docx' : under('xl/') ? 'xlsx' : null;
  const hasMacro =
    /macroEnabled|vbaProject|macrosheet/i.test(declared) ||
    entries.some(({ name }) => ['vbaproject.bin', 'vbadata.xml'].includes(baseName(name)) || /^xl\/macrosheets\//i.test(name));
  if (hasMacro) return { type, finding: { refused: 'macro' } };
  for (const entry of entries) if (!entry.isDirectory && entry !== index) await expand(zip, entry, async () => false);
  return { type, finding: null };
}

function isOpened(found: Recognised): boolean {
  return found.as === 'zip' || found.as === 'ole' || found.as === 'pdf';
}

/** What must not be in an archive at all, by its content. */
function refusalByKind(found: Recognised, listed: ListedEntry, depth: number): ArchiveFinding | null {
  if (found.as === 'rar' && depth > 0) return { refused: 'zip_nested' };
  const isRefusedKind = ['program', 'html', 'svg', 'script'].includes(found.as) || (found.as === 'other' && refusedInsideArchive.has(found.extension));
  return isRefusedKind ? { refused: 'zip_content', inside: listed.name } : null;
}

/** What is wrong with one file in an archive, or what keeps it from being fully known. */
async function inspectInside(zip: ZipFile, listed: ListedEntry, depth: number, budget: ArchiveBudget): Promise<ArchiveFinding | KeptClass | null> {
  const forbidden: ArchiveFinding = { refused: 'zip_content', inside: listed.name };
  if (refusedInsideArchive.has(extensionOf(baseName(listed.name).replace(/[\s.]+$/, '')))) return forbidden;
  let found: Recognised = { as: 'text' };
  const { whole } = await expand(zip, listed, async (head) => {
    found = await recognise(head);
    return isOpened(found) && listed.entry.uncompressedSize <= archiveLimits.nestedBytes;
  });
  const refusal = refusalByKind(found, listed, depth);
  if (refusal) return refusal;
  if (found.as === 'rar') return 'rar_in_zip';
  if (!whole) return isOpened(found) ? { refused: 'zip_bomb' } : null;
  const bytes = FileBytes.of(whole);
  if (found.as === 'pdf') return (await inspectPdf(bytes)).refused ? forbidden : null;
  try {
    if (found.as === 'ole') return (await inspectOle(bytes)).refused ? forbidden : null;
    const nested = await inspectZip(bytes, depth + 1, budget);
    if (nested.finding === null) return nested.kept === 'rar_in_zip' ? 'rar_in_zip' : null;
    return ['zip_nested', 'zip_bomb'].includes(nested.finding.refused) ? nested.finding : forbidden;
  } catch (error) {
    // What cannot be opened cannot be vouched for.
    if (error instanceof Damaged) return forbidden;
    throw error;
  }
}

/**
 * Opens a zip archive, a .docx or an .xlsx: every entry is expanded once and looked at, never kept. Archives inside an
 * archive are opened one level deep (`depth` 0 is the upload itself). Throws `Damaged` when it does not hold together.
 */
export async function inspectZip(bytes: FileBytes, depth = 0, budget = new ArchiveBudget()): Promise<ZipVerdict> {
  const zip = await openZip(bytes);
  try {
    const entries = await listZip(zip, budget);
    if (!Array.isArray(entries)) return { type: 'zip', kept: 'zip', finding: entries };
    const index = entries.find(({ name }) => name === contentTypes);
    if (index) return { kept: 'office', ...(await inspectOffice(zip, entries, index)) };
    if (depth > 1) return { type: 'zip', kept: 'zip', finding: { refused: 'zip_nested' } };
    let kept: KeptClass = 'zip';
    for (const listed of entries) {
      if (listed.isDirectory) continue;
      const inside = await inspectInside(zip, listed, depth, budget);
      if (typeof inside === 'object' && inside !== null) return { type: 'zip', kept, finding: inside };
      kept = inside ?? kept;
    }
    if (entries.every(({ isDirectory }) => isDirectory)) return { type: 'zip', kept, finding: { refused: 'empty' } };
    return { type: 'zip', kept, finding: null };
  } finally {
    zip.close();
  }
}
