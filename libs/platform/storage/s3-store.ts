import { once } from 'node:events';
import { Readable } from 'node:stream';
import { Client } from 'minio';
import {
  ByteRange, checkKey, checkPrefix, codeOf, Measure, ObjectFacts, ObjectMissing, ObjectStore, PutMeta, rangeWithin, StorageUnavailable, StoredObject,
} from './object-store';

/** What `STORAGE_URL` says. */
export interface S3Address {
  accessKey: string;
  secretKey: string;
  host: string;
  port: number;
  tls: boolean;
  bucket: string;
  region: string;
}

/** Up to here an object is sent in one piece, so that its size is known and nothing half-sent can stay behind. */
const partSize = 8 * 1024 * 1024;

/**
 * Reads `s3://key:secret@host:port/bucket?tls=0&region=us-east-1`; key and secret percent-encoded where they hold
 * `:`, `@` or `/`; TLS unless `tls=0`. Throws an Error that says what is wrong and never repeats the secret.
 */
export function parseStorageUrl(text: string): S3Address {
  const wrong = (what: string) => new Error(`STORAGE_URL: ${what}; it is written s3://key:secret@host:port/bucket?tls=0`);
  if (!URL.canParse(text)) throw wrong('not an address');
  const url = new URL(text);
  const bucket = url.pathname.replace(/^\/|\/$/g, '');
  if (url.protocol !== 's3:') throw wrong('does not begin with s3://');
  if (!url.username || !url.password) throw wrong('key or secret is missing');
  if (!url.hostname) throw wrong('host is missing');
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) throw wrong('bucket is missing or not a bucket name');
  const tls = url.searchParams.get('tls') !== '0';
  return {
    accessKey: decodeURIComponent(url.username),
    secretKey: decodeURIComponent(url.password),
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : tls ? 443 : 80,
    tls,
    bucket,
    region: url.searchParams.get('region') ?? 'us-east-1',
  };
}

function isAbsence(error: unknown): boolean {
  return ['NoSuchKey', 'NotFound', 'NoSuchObject'].includes(codeOf(error));
}

/** Objects in one bucket of an S3-compatible server. The bucket is made at the first use when it is missing. */
export class S3Store implements ObjectStore {
  private readonly client: Client;
  private readonly bucket: string;
  private readonly region: string;
  private bucketReady: Promise<void> | null = null;

  /** Takes `STORAGE_URL`; reaches for the server only at the first use, so that a start does not hang on it. */
  constructor(storageUrl: string) {
    const address = parseStorageUrl(storageUrl);
    this.bucket = address.bucket;
    this.region = address.region;
    this.client = new Client({
      endPoint: address.host,
      port: address.port,
      useSSL: address.tls,
      accessKey: address.accessKey,
      secretKey: address.secretKey,
      region: address.region,
      partSize,
    });
  }

  async put(key: string, source: Readable, meta: PutMeta = {}): Promise<StoredObject> {
    checkKey(key);
    const measure = new Measure();
    const chunks: AsyncIterator<Buffer> = source[Symbol.asyncIterator]();
    const take = async () => {
      const next = await chunks.next();
      if (!next.done) measure.add(next.value);
      return next;
    };
    const headers = { 'Content-Type': meta.mediaType ?? 'application/octet-stream' };
    try {
      const head: Buffer[] = [];
      let gathered = 0;
      let next = await take();
      for (; !next.done && gathered <= partSize; next = await take()) {
        head.push(next.value);
        gathered += next.value.length;
      }
      if (next.done) await this.onServer(() => this.client.putObject(this.bucket, key, Buffer.concat(head), gathered, headers));
      else await this.putInParts(key, [...head, next.value], take, headers);
      return measure.result();
    } finally {
      source.destroy();
    }
  }

  private async putInParts(key: string, head: Buffer[], take: () => Promise<IteratorResult<Buffer>>, headers: Record<string, string>): Promise<void> {
    const whole = Readable.from(
      (async function* () {
        yield* head;
        for (let next = await take(); !next.done; next = await take()) yield next.value;
      })(),
    );
    // The client waits for ever on a stream that fails, so the failure is awaited beside it.
    let sourceFailed = false;
    const failure = once(whole, 'end').catch((error: unknown) => {
      sourceFailed = true;
      throw error;
    });
    try {
      await this.onServer(() => {
        const sent = this.client.putObject(this.bucket, key, whole, undefined, headers);
        return Promise.race([sent, failure.then(() => sent)]);
      });
    } catch (error) {
      whole.destroy();
      await this.client.removeIncompleteUpload(this.bucket, key).catch(() => undefined);
      throw sourceFailed && error instanceof StorageUnavailable ? error.cause : error;
    }
  }

  async get(key: string, range?: ByteRange): Promise<Readable> {
    checkKey(key);
    if (!range) return this.onServer(() => this.client.getObject(this.bucket, key), key);
    const facts = await this.stat(key);
    if (!facts) throw new ObjectMissing(key);
    const { start, end } = rangeWithin(facts.size, range);
    return this.onServer(() => this.client.getPartialObject(this.bucket, key, start, end - start + 1), key);
  }

  async stat(key: string): Promise<ObjectFacts | null> {
    checkKey(key);
    try {
      const found = await this.onServer(() => this.client.statObject(this.bucket, key), key);
      return { key, size: found.size, storedAt: found.lastModified };
    } catch (error) {
      if (error instanceof ObjectMissing) return null;
      throw error;
    }
  }

  async move(from: string, to: string): Promise<void> {
    checkKey(from);
    checkKey(to);
    if (from === to && (await this.stat(from))) return;
    try {
      await this.onServer(() => this.client.copyObject(this.bucket, to, `/${this.bucket}/${from}`), from);
    } catch (error) {
      if (error instanceof ObjectMissing && from !== to && (await this.stat(to))) return;
      throw error;
    }
    await this.remove(from);
  }

  async remove(key: string): Promise<void> {
    checkKey(key);
    await this.onServer(() => this.client.removeObject(this.bucket, key));
  }

  async *list(prefix: string): AsyncGenerator<ObjectFacts> {
    checkPrefix(prefix);
    await this.onServer(async () => undefined);
    try {
      for await (const item of this.client.listObjectsV2(this.bucket, prefix, true)) {
        if (item.name !== undefined) yield { key: item.name, size: item.size, storedAt: item.lastModified };
      }
    } catch (error) {
      throw new StorageUnavailable(error);
    }
  }

  /** Runs one exchange with the server; its absences and failures become this port's errors. */
  private async onServer<T>(exchange: () => Promise<T>, key?: string): Promise<T> {
    try {
      await (this.bucketReady ??= this.makeBucket());
      return await exchange();
    } catch (error) {
      if (key !== undefined && isAbsence(error)) throw new ObjectMissing(key);
      throw new StorageUnavailable(error);
    }
  }

  private async makeBucket(): Promise<void> {
    try {
      if (!(await this.client.bucketExists(this.bucket))) await this.client.makeBucket(this.bucket, this.region);
    } catch (error) {
      this.bucketReady = null;
      throw error;
    }
  }
}
