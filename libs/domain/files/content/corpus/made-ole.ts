/** A storage or stream to put into an OLE file; a bare name is an empty stream. */
export type OlePart = string | { name: string; data?: Buffer; storage?: 'empty' | 'with children' };

const sectorSize = 512;
const end = 0xfffffffe;

/** An OLE compound file with the given streams: short ones in the small store, as the format wants it. */
export function anOleFile(parts: OlePart[], options: { circular?: boolean } = {}): Buffer {
  const table: number[] = [0xfffffffd];
  const sectors: Buffer[] = [];
  const chain = (data: Buffer): number => {
    if (data.length === 0) return end;
    const start = table.length;
    const count = Math.ceil(data.length / sectorSize);
    for (let index = 0; index < count; index += 1) table.push(index + 1 < count ? table.length + 1 : end);
    sectors.push(Buffer.concat([data, Buffer.alloc(count * sectorSize - data.length)]));
    return start;
  };
  const all = parts.map((part) => (typeof part === 'string' ? { name: part } : part));
  const directoryBytes = Math.ceil(((all.length + 1) * 128) / sectorSize) * sectorSize;
  const directory = chain(Buffer.alloc(directoryBytes));
  const miniTable: number[] = [];
  const mini: Buffer[] = [];
  const places = all.map(({ data = Buffer.alloc(0) }) => {
    if (data.length === 0 || data.length >= 4096) return chain(data);
    const start = miniTable.length;
    const count = Math.ceil(data.length / 64);
    for (let index = 0; index < count; index += 1) miniTable.push(index + 1 < count ? miniTable.length + 1 : end);
    mini.push(Buffer.concat([data, Buffer.alloc(count * 64 - data.length)]));
    return start;
  });
  const store = Buffer.concat(mini);
  const storeStart = chain(store);
  const miniStart = chain(Buffer.concat(miniTable.map(word)));
  const root = entry('Root Entry', 5, all.length > 0, storeStart, store.length);
  const entries = all.map((part, index) => entry(part.name, part.storage ? 1 : 2, part.storage === 'with children', places[index] as number, part.data?.length ?? 0));
  Buffer.concat([root, ...entries]).copy(sectors[0] as Buffer);
  if (options.circular) table[directory + directoryBytes / sectorSize - 1] = directory;
  const fat = Buffer.concat([...table.map(word), Buffer.alloc(sectorSize, 0xff)]).subarray(0, sectorSize);
  return Buffer.concat([header(directory, storeStart === end ? end : miniStart), fat, ...sectors]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function header(directory: number, miniStart: number): Buffer {
  const bytes = Buffer.alloc(sectorSize);
  bytes.write('d0cf11e0a1b11ae1', 'hex');
  bytes.writeUInt16LE(3, 26);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt16LE(6, 32);
  bytes.writeUInt32LE(1, 44);
  bytes.writeUInt32LE(directory, 48);
  bytes.writeUInt32LE(4096, 56);
  bytes.writeUInt32LE(miniStart, 60);
  bytes.writeUInt32LE(end, 68);
  bytes.fill(0xff, 76);
  bytes.writeUInt32LE(0, 76);
  return bytes;
}

function entry(name: string, kind: number, hasChildren: boolean, start: number, size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 'utf16le');
  bytes.writeUInt16LE((name.length + 1) * 2, 64);
  bytes[66] = kind;
  bytes.fill(0xff, 68, 80);
  if (hasChildren) bytes.writeUInt32LE(1, 76);
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}

/** The stream of an old workbook out of records: number and data. */
export function records(...all: Array<[number, Buffer]>): Buffer {
  return Buffer.concat([[0x809, Buffer.alloc(16)] as const, ...all, [0x0a, Buffer.alloc(0)] as const].map(([id, data]) => {
    const head = Buffer.alloc(4);
    head.writeUInt16LE(id);
    head.writeUInt16LE(data.length, 2);
    return Buffer.concat([head, data]);
  }));
}

/** The main stream of an old Word file: its flags and its text. */
export function wordStream(text: string | Buffer, flags = 0): Buffer {
  const head = Buffer.alloc(512);
  head.writeUInt16LE(0xa5ec);
  head.writeUInt16LE(flags, 10);
  return Buffer.concat([head, Buffer.from(text), Buffer.alloc(4096)]);
}
