import { deflateSync } from 'node:zlib';

/** Small PDFs made by hand: the libraries here only read. Everything is latin1, so that bytes can stand in text. */

/** The smallest PDF; `body` goes in as objects, `trailer` into the trailer dictionary. Its tables are never right. */
export function aPdf(body = '', trailer = ''): Buffer {
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n${body}\nxref\n0 4\n0000000000 65535 f \n` +
      `trailer<</Size 4/Root 1 0 R${trailer}>>\nstartxref\n164\n%%EOF\n`,
    'latin1',
  );
}

/** One object of the smallest PDF. */
export const aPdfWith = (...objects: string[]) => aPdf(objects.map((object, index) => `${index + 4} 0 obj${object}endobj`).join('\n'));

type Packing = 'none' | 'flate' | 'predicted' | 'hex' | 'ascii85' | 'lzw' | 'runs' | 'picture' | 'cut off';

/** An object that is a stream: `dictionary` without its brackets. */
export function aStream(data: Buffer | string, dictionary = '', packing: Packing = 'flate', length = ''): string {
  const bytes = Buffer.isBuffer(data) ? data : Buffer.from(data, 'latin1');
  const [filter, packed] = pack(bytes, packing);
  return `<<${dictionary}${filter}/Length ${length || packed.length}>>stream\n${packed.toString('latin1')}\nendstream `;
}

/** Objects packed into an object stream, under their numbers. */
export function anObjectStream(objects: Record<number, string>, packing: Packing = 'flate', type = '/Type/ObjStm'): string {
  let head = '';
  let body = '';
  for (const [number, object] of Object.entries(objects)) {
    head += `${number} ${body.length} `;
    body += `${object} `;
  }
  return aStream(head + body, `${type}/N ${Object.keys(objects).length}/First ${head.length}`, packing);
}

/** A PDF of the new kind: catalogue and all in an object stream, the table in a stream too. */
export function aModernPdf(objects: Record<number, string> = {}, packing: Packing = 'predicted'): Buffer {
  const packed = anObjectStream({ 1: '<</Type/Catalog/Pages 2 0 R>>', 2: '<</Type/Pages/Kids[3 0 R]/Count 1>>', 3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>', ...objects }, packing);
  const table = aStream(Buffer.alloc(40), '/Type/XRef/Size 10/W[1 2 1]/Root 1 0 R');
  return Buffer.from(`%PDF-1.5\n%\xe2\xe3\xcf\xd3\n8 0 obj${packed}endobj\n9 0 obj${table}endobj\nstartxref\n400\n%%EOF\n`, 'latin1');
}

function pack(bytes: Buffer, packing: Packing): [string, Buffer] {
  switch (packing) {
    case 'none': return ['', bytes];
    case 'flate': return ['/Filter/FlateDecode', deflateSync(bytes)];
    case 'cut off': return ['/Filter/FlateDecode', deflateSync(bytes).subarray(0, -6)];
    case 'predicted': return ['/Filter[/FlateDecode]/DecodeParms[<</Predictor 15/Columns 7>>]', deflateSync(predict(bytes, 7))];
    case 'hex': return ['/Filter[/AHx/Fl]', Buffer.from(`${deflateSync(bytes).toString('hex')}>`)];
    case 'ascii85': return ['/Filter/ASCII85Decode', ascii85(bytes)];
    case 'lzw': return ['/Filter/LZWDecode', lzw(bytes)];
    case 'runs': return ['/Filter/RunLengthDecode', runs(bytes)];
    case 'picture': return ['/Filter/JBIG2Decode', bytes];
  }
}

/** Every row in another of PNG's five ways. */
function predict(bytes: Buffer, row: number): Buffer {
  const out: number[] = [];
  for (let from = 0, index = 0; from < bytes.length; from += row, index += 1) {
    const way = index % 5;
    out.push(way);
    for (let at = from; at < Math.min(from + row, bytes.length); at += 1) {
      const left = at > from ? (bytes[at - 1] as number) : 0;
      const above = from > 0 ? (bytes[at - row] as number) : 0;
      const corner = from > 0 && at > from ? (bytes[at - row - 1] as number) : 0;
      const nearest = [left, above, corner].sort((a, b) => Math.abs(left + above - corner - a) - Math.abs(left + above - corner - b))[0] as number;
      out.push(((bytes[at] as number) - ([0, left, above, (left + above) >> 1, nearest][way] as number)) & 0xff);
    }
  }
  return Buffer.from(out);
}

function ascii85(bytes: Buffer): Buffer {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const part = Buffer.alloc(4);
    bytes.copy(part, 0, at);
    let value = part.readUInt32BE();
    const letters = Array.from({ length: 5 }, () => {
      const letter = String.fromCharCode(33 + (value % 85));
      value = Math.floor(value / 85);
      return letter;
    }).reverse();
    text += letters.slice(0, Math.min(4, bytes.length - at) + 1).join('');
  }
  return Buffer.from(`${text}~>`, 'latin1');
}

/** Codes of nine bits without any compression: begun anew before they would grow. */
function lzw(bytes: Buffer): Buffer {
  const codes = [...bytes].flatMap((code, index) => (index % 200 === 0 ? [256, code] : [code]));
  const bits = [...codes, 257].map((code) => code.toString(2).padStart(9, '0')).join('');
  return Buffer.from(bits.match(/.{1,8}/g)?.map((byte) => parseInt(byte.padEnd(8, '0'), 2)) ?? []);
}

function runs(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 100) parts.push(Buffer.of(Math.min(100, bytes.length - at) - 1), bytes.subarray(at, at + 100));
  return Buffer.concat([...parts, Buffer.of(128)]);
}
