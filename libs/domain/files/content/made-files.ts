import { crc32, deflateRawSync } from 'node:zlib';

/** Small files made by hand for specs: the libraries here only read. */

/** The smallest PDF; `body` goes in as objects, `trailer` into the trailer dictionary. */
export function aPdf(body = '', trailer = ''): Buffer {
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n${body}\nxref\n0 4\n0000000000 65535 f \n` +
      `trailer<</Size 4/Root 1 0 R${trailer}>>\nstartxref\n164\n%%EOF\n`,
    'latin1',
  );
}

/** A PNG of one pixel. */
export const aPng = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** The beginning and the end of a JPEG. */
export const aJpg = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.alloc(64), Buffer.from('ffd9', 'hex')]);

/** The signature of RAR 5 and the start of its main header. */
export const aRar = Buffer.from('526172211a070100f3e182eb0b0105070006010180808000', 'hex');

/** The first bytes of a Windows program. */
export const anExe = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0', 'latin1'), Buffer.alloc(200)]);

export interface ZipPart {
  name: string | Buffer;
  data?: Buffer | string;
  /** Changes to what the directory says. */
  directory?: { size?: number; crc?: number; name?: string };
  flags?: number;
  method?: number;
  /** Unix mode, for links. */
  mode?: number;
  stored?: boolean;
}

/** A zip archive of the given parts. */
export function aZip(parts: ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.isBuffer(part.name) ? part.name : Buffer.from(part.name, 'utf8');
    const listedName = part.directory?.name === undefined ? name : Buffer.from(part.directory.name);
    const data = Buffer.from(part.data ?? '');
    const packed = part.stored ? data : deflateRawSync(data);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE((Buffer.isBuffer(part.name) ? 0 : 0x800) | (part.flags ?? 0), 2);
    header.writeUInt16LE(part.method ?? (part.stored ? 0 : 8), 4);
    header.writeUInt32LE(part.directory?.crc ?? crc32(data), 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(part.directory?.size ?? data.length, 18);
    header.writeUInt16LE(name.length, 22);
    const listed = Buffer.alloc(46);
    listed.write('PK\x01\x02', 'latin1');
    listed.writeUInt16LE((3 << 8) | 20, 4);
    header.copy(listed, 6, 0, 24);
    listed.writeUInt16LE(listedName.length, 28);
    listed.writeUInt32LE(((part.mode ?? 0o100644) << 16) >>> 0, 38);
    listed.writeUInt32LE(offset, 42);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), header, name, packed);
    central.push(listed, listedName);
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

const mainParts = {
  docx: ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'],
  xlsx: ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
  pptx: ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'],
} as const;

/** An Office file of the new kind with its main part and what is added. */
export function anOfficeFile(kind: keyof typeof mainParts, added: ZipPart[] = [], mainType: string = mainParts[kind][1]): Buffer {
  const [part] = mainParts[kind];
  return aZip([
    { name: '[Content_Types].xml', data: `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="${mainType}"/></Types>` },
    { name: '_rels/.rels', data: `<?xml version="1.0"?><Relationships/>` },
    { name: part, data: '<?xml version="1.0"?><document/>' },
    ...added,
  ]);
}

/** An OLE compound file whose directory holds the given names; `directorySectors` may be chained in a circle. */
export function anOleFile(names: string[], options: { circular?: boolean } = {}): Buffer {
  const sectorSize = 512;
  const entries = ['Root Entry', ...names].map((name, index) => {
    const entry = Buffer.alloc(128);
    entry.write(name, 'utf16le');
    entry.writeUInt16LE((name.length + 1) * 2, 64);
    entry[66] = index === 0 ? 5 : 2;
    return entry;
  });
  const directory = Buffer.concat(entries);
  const sectors = Math.ceil(directory.length / sectorSize);
  const header = Buffer.alloc(sectorSize);
  header.write('d0cf11e0a1b11ae1', 'hex');
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(0xfffffffe, 68);
  header.fill(0xff, 76);
  header.writeUInt32LE(0, 76);
  const table = Buffer.alloc(sectorSize, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  for (let index = 1; index <= sectors; index += 1) table.writeUInt32LE(index < sectors ? index + 1 : options.circular ? 1 : 0xfffffffe, index * 4);
  return Buffer.concat([header, table, directory, Buffer.alloc(sectors * sectorSize - directory.length)]);
}
