import { crc32 } from 'node:zlib';

export interface RarPart {
  name: string | Buffer;
  data?: Buffer | string;
  isDirectory?: boolean;
  isEncrypted?: boolean;
  /** What the directory says instead of the truth. */
  size?: number;
  sum?: number;
}

/** RAR's numbers: seven bits a byte, the lowest first. */
function number(value: number): Buffer {
  const bytes: number[] = [];
  let left = value;
  do {
    bytes.push((left % 128) | (left >= 128 ? 128 : 0));
    left = Math.floor(left / 128);
  } while (left > 0);
  return Buffer.from(bytes);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

function block(...fields: Buffer[]): Buffer {
  const inside = Buffer.concat(fields);
  const measured = Buffer.concat([number(inside.length), inside]);
  return Buffer.concat([word(crc32(measured)), measured]);
}

/** The record that says how a file is encrypted: version 0, no flags, a salt and a start. */
const encryption = Buffer.concat([number(36), number(1), number(0), number(0), Buffer.of(15), Buffer.alloc(32, 7)]);
const signature = Buffer.from('526172211a070100', 'hex');

/** A RAR 5 archive of the given files, stored without compression: nothing free writes another. */
export function aRar(parts: RarPart[], options: { hidesNames?: boolean } = {}): Buffer {
  if (options.hidesNames) return Buffer.concat([signature, block(number(4), number(0), number(0), number(0), Buffer.of(15), Buffer.alloc(16, 7)), Buffer.alloc(64, 9)]);
  const files = parts.map((part) => {
    const data = Buffer.from(part.data ?? '');
    const name = Buffer.from(part.name);
    const extra = part.isEncrypted ? encryption : Buffer.alloc(0);
    return Buffer.concat([
      block(
        number(2), number(part.isEncrypted ? 3 : 2), ...(part.isEncrypted ? [number(extra.length)] : []), number(data.length),
        number(part.isDirectory ? 1 : 4), number(part.size ?? data.length), number(0x20), ...(part.isDirectory ? [] : [word(part.sum ?? crc32(data))]),
        number(0), number(0), number(name.length), name, extra,
      ),
      data,
    ]);
  });
  return Buffer.concat([signature, block(number(1), number(0), number(0)), ...files, block(number(5), number(0), number(0))]);
}

/** A RAR of the years before 2013, whose names are in the code page of the machine. */
export function anOldRar(name: Buffer, data: Buffer): Buffer {
  const head = (type: number, flags: number, fields: Buffer) => {
    const bytes = Buffer.concat([Buffer.of(0, 0, type, flags & 0xff, flags >> 8), Buffer.of((fields.length + 7) & 0xff, (fields.length + 7) >> 8), fields]);
    bytes.writeUInt16LE(crc32(bytes.subarray(2)) & 0xffff, 0);
    return bytes;
  };
  const file = Buffer.concat([word(data.length), word(data.length), Buffer.of(2), word(crc32(data)), word(0x5a21_0000), Buffer.of(20, 0x30, name.length, 0), word(0x20), name]);
  return Buffer.concat([Buffer.from('526172211a0700', 'hex'), head(0x73, 0, Buffer.alloc(6)), head(0x74, 0x8000, file), data, head(0x7b, 0x4000, Buffer.alloc(0))]);
}
