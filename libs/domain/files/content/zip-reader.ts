import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { Entry, fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader, ZipFile } from 'yauzl';
import { type ArchiveBudget, type Finding, isTrickyName, nameForPeople } from './archive-rules';
import { Damaged, FileBytes, TooMuch } from './file-bytes';
import { headBytes } from './recognise';

export interface ListedEntry {
  entry: Entry;
  /** Its name for people. */
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

function isSymbolicLink(entry: Entry): boolean {
  const madeOnUnix = entry.versionMadeBy >>> 8 === 3;
  return madeOnUnix && ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
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
export async function listZip(zip: ZipFile, budget: ArchiveBudget): Promise<ListedEntry[] | Finding> {
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
    if (entry.isEncrypted() || (entry.generalPurposeBitFlag & 0x2000) !== 0) return { refused: 'archive_password' };
    const otherReading = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
    if (isSymbolicLink(entry) || isTrickyName(name) || isTrickyName(otherReading)) return { refused: 'archive_path', inside: name };
    if (!budget.take(entry.compressedSize, entry.uncompressedSize)) return { refused: 'archive_bomb' };
    if (!entry.canDecodeFileData()) throw new Damaged(`packed by method ${entry.compressionMethod}`);
    listed.push({ entry, name, isDirectory: name.endsWith('/') });
  }
}

/**
 * Expands an entry, checks its size and sum, and gives its beginning, or all of it up to `mostBytes`. Throws `Damaged`
 * when it is not what the directory says, and `TooMuch` when all was wanted and it is longer.
 */
export async function expand(zip: ZipFile, { entry }: ListedEntry, wanted: 'head' | { mostBytes: number }): Promise<Buffer> {
  if (wanted !== 'head' && entry.uncompressedSize > wanted.mostBytes) throw new TooMuch('an entry is too long to be opened');
  const parts: Buffer[] = [];
  let length = 0;
  let sum = 0;
  try {
    const header = await zip.readLocalFileHeaderPromise(entry);
    if (!header.fileName.equals(entry.fileNameRaw)) throw new Damaged('an entry has two names');
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      sum = crc32(chunk, sum);
      if (wanted !== 'head' || length < headBytes) parts.push(chunk);
      length += chunk.length;
    }
  } catch (error) {
    throw error instanceof Damaged ? error : new Damaged(`an entry cannot be expanded: ${String(error)}`);
  }
  if (length !== entry.uncompressedSize || sum !== entry.crc32) throw new Damaged('an entry is not what the directory says');
  return Buffer.concat(parts);
}
