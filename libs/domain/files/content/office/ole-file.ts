import { Damaged, FileBytes } from '../file-bytes';

const entrySize = 128;
const endOfChain = 0xfffffffa;
const none = 0xffffffff;

/** A storage (folder) or stream of an OLE compound file. */
export interface OleEntry {
  /** As written: some names begin with a control character. */
  name: string;
  kind: 'storage' | 'stream' | 'root';
  hasChildren: boolean;
  start: number;
  size: number;
}

/**
 * An OLE compound file ([MS-CFB]: header, FAT, chain of directory sectors). Everything throws `Damaged` when the
 * structure leads outside the file or in a circle.
 */
export class OleFile {
  private constructor(
    private readonly bytes: FileBytes,
    private readonly sectorSize: number,
    private readonly fatSectors: number[],
    private readonly miniCutoff: number,
    private readonly miniFatStart: number,
    readonly entries: OleEntry[],
  ) {}

  static async open(bytes: FileBytes): Promise<OleFile> {
    const header = await bytes.read(0, 512);
    const sectorShift = header.readUInt16LE(30);
    if (sectorShift !== 9 && sectorShift !== 12) throw new Damaged('sector size');
    const fatSectors = await readFatSectors(bytes, header, 1 << sectorShift);
    const file = new OleFile(bytes, 1 << sectorShift, fatSectors, header.readUInt32LE(56), header.readUInt32LE(60), []);
    for await (const sector of file.chain(header.readUInt32LE(48))) file.addEntries(sector);
    if (file.entries.length === 0) throw new Damaged('no directory');
    return file;
  }

  /** The beginning of a stream, at most `mostBytes`. */
  async read(entry: OleEntry, mostBytes: number): Promise<Buffer> {
    const wanted = Math.min(entry.size, mostBytes);
    if (entry.size < this.miniCutoff && entry.kind === 'stream') return this.readMini(entry.start, wanted);
    return take(this.chain(entry.start), wanted);
  }

  /** Small streams lie in sectors of 64 bytes inside the root's stream. */
  private async readMini(start: number, wanted: number): Promise<Buffer> {
    const root = this.entries.find(({ kind }) => kind === 'root');
    if (!root) throw new Damaged('no root');
    const [store, table] = [await take(this.chain(root.start), root.size), await take(this.chain(this.miniFatStart), this.bytes.size)];
    const parts: Buffer[] = [];
    for (let number = start, length = 0; number < endOfChain && length < wanted; number = table.readUInt32LE(number * 4), length += 64) {
      if (number * 4 + 4 > table.length || (number + 1) * 64 > store.length + 63) throw new Damaged('a small stream leaves its store');
      parts.push(store.subarray(number * 64, number * 64 + 64));
    }
    return Buffer.concat(parts).subarray(0, wanted);
  }

  private addEntries(sector: Buffer): void {
    for (let at = 0; at + entrySize <= sector.length; at += entrySize) {
      const nameBytes = sector.readUInt16LE(at + 64);
      const kind = ([null, 'storage', 'stream', null, null, 'root'] as const)[sector[at + 66] as number];
      if (!kind || nameBytes < 2 || nameBytes > 64) continue;
      this.entries.push({
        name: sector.toString('utf16le', at, at + nameBytes - 2), kind, hasChildren: sector.readUInt32LE(at + 76) !== none,
        start: sector.readUInt32LE(at + 116), size: sector.readUInt32LE(at + 120),
      });
    }
  }

  private async *chain(start: number): AsyncGenerator<Buffer> {
    const mostSteps = Math.ceil(this.bytes.size / this.sectorSize);
    for (let number = start, steps = 0; number < endOfChain; steps += 1) {
      if (steps > mostSteps) throw new Damaged('a chain runs in a circle');
      yield await this.bytes.read((number + 1) * this.sectorSize, Math.min(this.sectorSize, Math.max(0, this.bytes.size - (number + 1) * this.sectorSize)));
      number = await this.next(number);
    }
  }

  private async next(number: number): Promise<number> {
    const perSector = this.sectorSize / 4;
    const fatSector = this.fatSectors[Math.floor(number / perSector)];
    if (fatSector === undefined) throw new Damaged('a chain leaves the table');
    return (await this.bytes.read((fatSector + 1) * this.sectorSize + (number % perSector) * 4, 4)).readUInt32LE(0);
  }
}

async function readFatSectors(bytes: FileBytes, header: Buffer, sectorSize: number): Promise<number[]> {
  const found: number[] = [];
  const collect = (table: Buffer, count: number) => {
    for (let index = 0; index < count; index += 1) {
      const number = table.readUInt32LE(index * 4);
      if (number < endOfChain) found.push(number);
    }
  };
  collect(header.subarray(76), 109);
  const perSector = sectorSize / 4;
  for (let number = header.readUInt32LE(68), steps = 0; number < endOfChain; steps += 1) {
    if (steps > bytes.size / sectorSize) throw new Damaged('the table of tables runs in a circle');
    const table = await bytes.read((number + 1) * sectorSize, sectorSize);
    collect(table, perSector - 1);
    number = table.readUInt32LE((perSector - 1) * 4);
  }
  return found;
}

async function take(pieces: AsyncIterable<Buffer>, wanted: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    if (length >= wanted || piece.length === 0) break;
    parts.push(piece);
    length += piece.length;
  }
  return Buffer.concat(parts).subarray(0, wanted);
}
