import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A PNG of one pixel. */
export const aPng = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** A small JPEG. */
export function aJpg(): Promise<Buffer> {
  return sharp({ create: { width: 3, height: 2, channels: 3, background: '#c9a227' } }).jpeg().toBuffer();
}

/** A photograph as telephones make it: lying on its side, with the place where it was taken. */
export function aPhotograph(width = 40, height = 20): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#0d5c3f' } })
    .withExif({ IFD0: { Make: 'SecretCamera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '6/1 52/1 0/1' } })
    .withMetadata({ orientation: 6 }).jpeg().toBuffer();
}

/** A PNG of a few hundred bytes that says it is this large; all its dots are there, and the same. */
export function aWidePng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const rows = deflateSync(Buffer.alloc(Math.min(height * (Math.ceil(width / 8) + 1), 16_000_000)));
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

/** The first bytes of a Windows program. */
export const anExe = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0', 'latin1'), Buffer.alloc(200)]);
