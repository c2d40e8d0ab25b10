import { crc32, deflateRawSync } from 'node:zlib';

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
