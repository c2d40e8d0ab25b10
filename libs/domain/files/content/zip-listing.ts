import { Readable } from 'node:stream';
import { Entry, fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader, validateFileName, ZipFile } from 'yauzl';
import { Damaged, FileBytes } from './file-bytes';
import { archiveLimits, RefusedClass } from './file.policy';

/** What is wrong with an archive; `inside` names the entry where one is to blame. */
export interface ArchiveFinding {
  refused: RefusedClass;
  inside?: string;
}

export interface ListedEntry {
  entry: Entry;
  /** Its name for people: UTF-8 where it is, else the Thai Windows code page, in which older tools write. */
  name: string;
  isDirectory: boolean;
}

class ArchiveSource extends RandomAccessReader {
  constructor(private readonly bytes: FileBytes) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.bytes.pieces(start, end));
  }
}

/** Entries and expanded bytes that an archive may still use, shared with the archives inside it. */
export class ArchiveBudget {
  private entries = 0;
  private expanded = 0;

  /** Whether one more entry of this size still fits. */
  take(compressedBytes: number, expandedBytes: number): boolean {
    this.entries += 1;
    this.expanded += expandedBytes;
    const isDense = expandedBytes > archiveLimits.ratioFromBytes && expandedBytes > compressedBytes * archiveLimits.ratio;
    return this.entries <= archiveLimits.entries && this.expanded <= archiveLimits.totalBytes && !isDense;
  }
}

function nameForPeople(raw: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('windows-874').decode(raw);
  }
}

function isSymbolicLink(entry: Entry): boolean {
  const madeOnUnix = entry.versionMadeBy >>> 8 === 3;
  return madeOnUnix && ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
}

function hasPathTrick(entry: Entry, names: string[]): boolean {
  const tricky = (name: string) => validateFileName(name.replace(/\\/g, '/')) !== null || /[\0-\x1f\x7f]/.test(name);
  return isSymbolicLink(entry) || names.some(tricky);
}

/** Opens an archive by its central directory. Throws `Damaged` when it has none that holds together. */
export async function openZip(bytes: FileBytes): Promise<ZipFile> {
  try {
    return await fromRandomAccessReaderPromise(new ArchiveSource(bytes), bytes.size, { autoClose: false, decodeStrings: false });
  } catch (error) {
    throw new Damaged(`not a zip archive: ${String(error)}`);
  }
}

/**
 * Every entry, judged by what the directory says: encryption, tricks with paths, sizes before anything is expanded.
 * Throws `Damaged` when the directory breaks off or an entry is packed in a way that cannot be opened.
 */
export async function listZip(zip: ZipFile, budget: ArchiveBudget): Promise<ListedEntry[] | ArchiveFinding> {
  const listed: ListedEntry[] = [];
  const entries = zip.eachEntry();
  for (;;) {
    const next = await entries.next().catch((error: unknown) => {
      throw new Damaged(`the directory cannot be read: ${String(error)}`);
    });
    if (next.done) return listed;
    const entry = next.value;
    const name = nameForPeople(entry.fileNameRaw);
    // Masked headers (strong encryption) hide the sizes as well.
    if (entry.isEncrypted() || (entry.generalPurposeBitFlag & 0x2000) !== 0) return { refused: 'zip_password' };
    const otherReading = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
    if (hasPathTrick(entry, [name, otherReading])) return { refused: 'zip_path', inside: name };
    if (!budget.take(entry.compressedSize, entry.uncompressedSize)) return { refused: 'zip_bomb' };
    if (!entry.canDecodeFileData()) throw new Damaged(`packed by method ${entry.compressionMethod}`);
    listed.push({ entry, name, isDirectory: name.endsWith('/') });
  }
}
