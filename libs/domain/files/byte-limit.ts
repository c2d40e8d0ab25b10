import { Transform, type Readable, type TransformCallback } from 'node:stream';

/** More bytes came than are allowed. */
export class FileOverLimit extends Error {
  constructor(readonly limit: number) {
    super(`more than ${limit} bytes`);
    this.name = 'FileOverLimit';
  }
}

/** Passes bytes on until there are more than `limit`; then fails, and stops reading from `source`. */
export class ByteLimit extends Transform {
  private seen = 0;

  constructor(
    private readonly limit: number,
    private readonly source: Readable,
  ) {
    super();
    // The sender may break off before the store has begun to read: it finds the error then, and nobody is startled now.
    this.on('error', () => undefined);
    source.once('error', (error) => this.destroy(error));
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.seen += chunk.length;
    if (this.seen <= this.limit) return done(null, chunk);
    this.source.unpipe(this);
    this.source.resume();
    done(new FileOverLimit(this.limit));
  }
}
