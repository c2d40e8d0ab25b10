import { inflateRawSync, inflateSync, constants } from 'node:zlib';
import { Damaged, TooMuch } from '../file-bytes';
import type { PdfBudget } from './pdf-parser';

/** One step of unpacking: the filter's name and its numbers (`Predictor`, `Columns` …). */
export interface PdfFilter {
  name: string;
  parameters: Record<string, number | undefined>;
}

/** Most that one stream may expand to. */
const mostBytes = 24 * 1_048_576;

/** Undoes the filters one by one. Throws `Damaged` for a filter that only pictures have, `TooMuch` for a bomb. */
export function unpack(packed: Buffer, filters: readonly PdfFilter[], budget: PdfBudget): Buffer {
  if (filters.length > 8) throw new Damaged('too many filters');
  let bytes = packed;
  for (const { name, parameters } of filters) {
    bytes = steps[name]?.(bytes, parameters) ?? fail(`cannot undo ${name.slice(0, 40)}`);
    budget.spend(bytes.length);
  }
  return bytes;
}

function fail(why: string): never {
  throw new Damaged(why);
}

const steps: Record<string, ((bytes: Buffer, parameters: PdfFilter['parameters']) => Buffer) | undefined> = {
  FlateDecode: (bytes, parameters) => unpredict(inflate(bytes), parameters),
  Fl: (bytes, parameters) => unpredict(inflate(bytes), parameters),
  LZWDecode: (bytes, parameters) => unpredict(lzw(bytes, parameters['EarlyChange'] ?? 1), parameters),
  LZW: (bytes, parameters) => unpredict(lzw(bytes, parameters['EarlyChange'] ?? 1), parameters),
  ASCIIHexDecode: hexadecimal,
  AHx: hexadecimal,
  ASCII85Decode: ascii85,
  A85: ascii85,
  RunLengthDecode: runLength,
  RL: runLength,
};

/** Like the programs that show PDFs: a missing end or a wrong sum at the end is forgiven. */
function inflate(bytes: Buffer): Buffer {
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostBytes };
  try {
    return inflateSync(bytes, options);
  } catch (error) {
    if (isTooLong(error)) throw new TooMuch('a stream expands too far');
  }
  try {
    return inflateRawSync(bytes.subarray(2), options);
  } catch (error) {
    if (isTooLong(error)) throw new TooMuch('a stream expands too far');
    throw new Damaged('a stream cannot be expanded');
  }
}

function isTooLong(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

function hexadecimal(bytes: Buffer): Buffer {
  const digits = bytes.toString('latin1').split('>')[0]?.replace(/[^0-9a-f]/gi, '') ?? '';
  return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex');
}

function ascii85(bytes: Buffer): Buffer {
  const zeros = bytes.reduce((sum, code) => sum + (code === 122 ? 1 : 0), 0);
  if (zeros * 4 > mostBytes) throw new TooMuch('a stream expands too far');
  const out = Buffer.alloc(bytes.length + zeros * 4 + 8);
  let [length, value, count] = [0, 0, 0];
  for (const code of bytes) {
    if (code === 126) break;
    if (code === 122 && count === 0) length += 4;
    if (code < 33 || code > 117) continue;
    value = value * 85 + (code - 33);
    if (++count < 5) continue;
    out.writeUInt32BE(value % 0x1_0000_0000, length);
    [length, value, count] = [length + 4, 0, 0];
  }
  if (count > 1) {
    for (let missing = count; missing < 5; missing += 1) value = value * 85 + 84;
    out.writeUInt32BE(value % 0x1_0000_0000, length);
    length += count - 1;
  }
  return out.subarray(0, length);
}

function runLength(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0, length = 0; at < bytes.length; ) {
    const count = bytes[at] as number;
    if (count === 128) break;
    const part = count < 128 ? bytes.subarray(at + 1, at + 2 + count) : Buffer.alloc(257 - count, bytes[at + 1]);
    at += count < 128 ? count + 2 : 2;
    length += part.length;
    if (length > mostBytes) throw new TooMuch('a stream expands too far');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** ISO 32000-1, 7.4.4: codes of 9 to 12 bits, 256 begins anew, 257 ends. */
function lzw(bytes: Buffer, early: number): Buffer {
  const parts: Buffer[] = [];
  let table: Buffer[] = [];
  let [bits, held, width, length] = [0, 0, 9, 0];
  let before: Buffer | null = null;
  for (const code of bytes) {
    held = ((held << 8) | code) & 0xff_ffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const next = (held >>> bits) & ((1 << width) - 1);
    if (next === 257) break;
    if (next === 256) {
      [table, width, before] = [[], 9, null];
      continue;
    }
    const known: Buffer | undefined = next < 256 ? Buffer.of(next) : table[next - 258];
    const part: Buffer = known ?? (before ? Buffer.concat([before, before.subarray(0, 1)]) : fail('a code before its time'));
    if (before && table.length < 3838) table.push(Buffer.concat([before, part.subarray(0, 1)]));
    before = part;
    length += part.length;
    if (length > mostBytes) throw new TooMuch('a stream expands too far');
    parts.push(part);
    const size = table.length + 258 + early;
    width = size >= 2048 ? 12 : size >= 1024 ? 11 : size >= 512 ? 10 : 9;
  }
  return Buffer.concat(parts);
}

/** Undoes what a writer did to make rows alike (PNG's five ways and TIFF's). Rows are kept in place. */
function unpredict(bytes: Buffer, parameters: PdfFilter['parameters']): Buffer {
  const predictor = parameters['Predictor'] ?? 1;
  if (predictor < 2) return bytes;
  const colours = parameters['Colors'] ?? 1;
  const depth = parameters['BitsPerComponent'] ?? 8;
  const pixel = Math.max(1, (colours * depth) >> 3);
  const row = Math.ceil((colours * depth * (parameters['Columns'] ?? 1)) / 8);
  if (!(row > 0 && row < mostBytes && pixel < 1000)) throw new Damaged('rows of no length');
  if (predictor === 2) return depth === 8 ? tiff(bytes, row, pixel) : fail('rows of odd bits');
  return png(bytes, row, pixel);
}

function tiff(bytes: Buffer, row: number, pixel: number): Buffer {
  const out = Buffer.from(bytes);
  for (let at = 0; at < out.length; at += 1) if (at % row >= pixel) out[at] = ((out[at] as number) + (out[at - pixel] as number)) & 0xff;
  return out;
}

function png(bytes: Buffer, row: number, pixel: number): Buffer {
  const rows = Math.ceil(bytes.length / (row + 1));
  const out = Buffer.alloc(rows * row);
  let length = 0;
  for (let index = 0; index < rows; index += 1) {
    const from = index * (row + 1);
    const way = bytes[from] as number;
    const count = Math.min(row, bytes.length - from - 1);
    const to = index * row;
    for (let at = 0; at < count; at += 1) {
      const left = at >= pixel ? (out[to + at - pixel] as number) : 0;
      const above = index > 0 ? (out[to + at - row] as number) : 0;
      const corner = index > 0 && at >= pixel ? (out[to + at - row - pixel] as number) : 0;
      const guess = way === 1 ? left : way === 2 ? above : way === 3 ? (left + above) >> 1 : way === 4 ? paeth(left, above, corner) : 0;
      out[to + at] = ((bytes[from + 1 + at] as number) + guess) & 0xff;
    }
    length = to + Math.max(0, count);
  }
  return out.subarray(0, length);
}

function paeth(left: number, above: number, corner: number): number {
  const [byLeft, byAbove, byCorner] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  return byLeft <= byAbove && byLeft <= byCorner ? left : byAbove <= byCorner ? above : corner;
}
