import { Readable } from 'node:stream';

/**
 * Opens the part of a file from `start` to `end`, both inside: `(range) => store.get(key, range)`. A source that cannot
 * give parts may give the whole, which is then kept in memory.
 */
export type OpenBytes = (range?: { start: number; end: number }) => Promise<Readable>;

/** The content cannot be what it claims: it ends too early, or its structure leads nowhere. */
export class Damaged extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'Damaged';
  }
}

/** Opening it would take more memory or time than any honest file of its size. */
export class TooMuch extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'TooMuch';
  }
}

const blockSize = 128 * 1024;
const keptBlocks = 8;

/**
 * Any part of a file without holding the whole: blocks are fetched when they are needed and the last few are kept,
 * so that judging many uploads at once stays small in memory and a remote store is asked rarely.
 */
export class FileBytes {
  private readonly blocks = new Map<number, Promise<Buffer>>();
  private whole: Buffer | null = null;
  private failure: { cause: unknown } | null = null;

  constructor(
    readonly size: number,
    private readonly open: OpenBytes,
  ) {}

  static of(buffer: Buffer): FileBytes {
    return new FileBytes(buffer.length, async (range) => Readable.from([range ? buffer.subarray(range.start, range.end + 1) : buffer]));
  }

  /** Exactly `length` bytes from `position`. Throws `Damaged` when they are not all inside the file. */
  async read(position: number, length: number): Promise<Buffer> {
    if (position < 0 || length < 0 || position + length > this.size) throw new Damaged('points outside the file');
    if (this.whole) return this.whole.subarray(position, position + length);
    const parts: Buffer[] = [];
    for (let at = position; at < position + length; ) {
      const index = Math.floor(at / blockSize);
      const block = await this.block(index);
      const part = block.subarray(at - index * blockSize, position + length - index * blockSize);
      parts.push(part);
      at += part.length;
    }
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
  }

  /** The whole at once, fetched in one go and kept. For what cannot be judged piece by piece. */
  async all(): Promise<Buffer> {
    this.whole ??= await this.fetch(0, this.size).catch((error: unknown) => this.failed(error));
    this.blocks.clear();
    return this.whole;
  }

  /** Throws the error with which the store failed, if it did: a file that could not be fetched is not a damaged one. */
  checkWasReadable(): void {
    if (this.failure) throw this.failure.cause;
  }

  /** The first bytes, fewer when the file is shorter. */
  head(length: number): Promise<Buffer> {
    return this.read(0, Math.min(length, this.size));
  }

  /** The last bytes, fewer when the file is shorter. */
  tail(length: number): Promise<Buffer> {
    return this.read(Math.max(0, this.size - length), Math.min(length, this.size));
  }

  /** The bytes from `start` up to but not with `end`, piece by piece. */
  async *pieces(start = 0, end = this.size): AsyncGenerator<Buffer> {
    for (let at = start; at < end; ) {
      const piece = await this.read(at, Math.min(blockSize - (at % blockSize), end - at));
      yield piece;
      at += piece.length;
    }
  }

  private block(index: number): Promise<Buffer> {
    const known = this.blocks.get(index);
    if (known) return known;
    const start = index * blockSize;
    const fetched = this.fetch(start, Math.min(start + blockSize, this.size)).catch((error: unknown) => this.failed(error));
    this.blocks.set(index, fetched);
    const [oldest] = this.blocks.keys();
    if (this.blocks.size > keptBlocks && oldest !== undefined) this.blocks.delete(oldest);
    return fetched;
  }

  private failed(error: unknown): never {
    if (!(error instanceof Damaged)) this.failure ??= { cause: error };
    throw error;
  }

  /** From `start` up to but not with `end`. A source that gives the whole instead is remembered as such. */
  private async fetch(start: number, end: number): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of await this.open({ start, end: end - 1 })) {
      chunks.push(chunk);
      length += chunk.length;
    }
    const bytes = Buffer.concat(chunks);
    if (length === end - start) return bytes;
    if (length !== this.size) throw new Damaged(`${length} bytes came where ${end - start} were announced`);
    this.whole = bytes;
    return bytes.subarray(start, end);
  }
}
