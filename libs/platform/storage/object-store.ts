import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

/** What was kept: bytes and the lower-case hexadecimal SHA-256 of exactly those bytes. */
export interface StoredObject {
  size: number;
  sha256: string;
}

/** What is known of a kept object without reading it. */
export interface ObjectFacts {
  key: string;
  size: number;
  storedAt: Date;
}

/** What the giver knows of the bytes; the media type is kept where the store has a place for it, never trusted when serving. */
export interface PutMeta {
  mediaType?: string;
}

/** Bytes from `start` to `end`, both inside and counted from 0, as in an HTTP range; without `end` to the last byte. */
export interface ByteRange {
  start: number;
  end?: number;
}

/**
 * The place where bytes are kept (SPEC 7). Folder and S3 behave alike; `object-store.contract.ts` says how.
 * Every method throws `StorageUnavailable` when the store cannot be reached or is full, and `ObjectKeyInvalid`
 * for a key that is no key. A call that has returned survives the death of the process.
 */
export interface ObjectStore {
  /**
   * Keeps everything `source` gives under `key`, whole or not at all, replacing what was there. When `source` fails,
   * nothing is kept and its own error is thrown.
   */
  put(key: string, source: Readable, meta?: PutMeta): Promise<StoredObject>;
  /** The bytes, or a part of them. Throws `ObjectMissing`, or `RangeOutside` when the part begins past the last byte. */
  get(key: string, range?: ByteRange): Promise<Readable>;
  /** What is known of the object, or null when there is none. */
  stat(key: string): Promise<ObjectFacts | null>;
  /** Gives an object another key, replacing what was there. A repeat of a move already made is no error; else `ObjectMissing`. */
  move(from: string, to: string): Promise<void>;
  /** Takes the object away; no error when there is none. */
  remove(key: string): Promise<void>;
  /** Every object whose key begins with `prefix`, which is empty or ends with `/`; in no promised order. */
  list(prefix: string): AsyncIterable<ObjectFacts>;
}

/** Injection token of the installation's one `ObjectStore`. */
export const OBJECT_STORE = Symbol('OBJECT_STORE');

export class ObjectMissing extends Error {
  constructor(readonly key: string) {
    super(`no object under ${key}`);
    this.name = 'ObjectMissing';
  }
}

export class ObjectKeyInvalid extends Error {
  constructor(key: string) {
    super(`not an object key: ${JSON.stringify(key.slice(0, 80))}`);
    this.name = 'ObjectKeyInvalid';
  }
}

export class RangeOutside extends Error {
  constructor(readonly size: number) {
    super(`the range begins past the last of ${size} bytes`);
    this.name = 'RangeOutside';
  }
}

/** The store itself failed (network, disk, rights); try again later. `cause` is the error of the client or the system. */
export class StorageUnavailable extends Error {
  constructor(cause: unknown) {
    super(`the object store is not available: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'StorageUnavailable';
  }
}

// Lower case only, since some file systems do not tell cases apart; a segment never begins or ends with a dot.
const segment = '[a-z0-9](?:[a-z0-9._-]{0,126}[a-z0-9])?';
const wholeKey = new RegExp(`^${segment}(?:/${segment})*$`);

/** Throws `ObjectKeyInvalid` unless `key` is a path of plain lower-case segments, at most 500 characters. */
export function checkKey(key: string): void {
  if (key.length > 500 || !wholeKey.test(key)) throw new ObjectKeyInvalid(key);
}

/** Throws `ObjectKeyInvalid` unless `prefix` is empty or a key followed by `/`. */
export function checkPrefix(prefix: string): void {
  if (prefix === '') return;
  if (!prefix.endsWith('/')) throw new ObjectKeyInvalid(prefix);
  checkKey(prefix.slice(0, -1));
}

/** Key of a tenant's blob, one per hash. `sha256` is lower-case hexadecimal. */
export function blobKey(tenantId: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new ObjectKeyInvalid(sha256);
  return `tenants/${tenantId}/blobs/${sha256}`;
}

/** Key under which an upload waits for its checks; `uploadId` is a UUID of its own. */
export function quarantineKey(tenantId: string, uploadId: string): string {
  return `quarantine/${tenantId}/${uploadId}`;
}

/** Prefix of the pictures of one preview of a file; both ids are UUIDs. */
export function previewPrefix(tenantId: string, previewId: string): string {
  return `tenants/${tenantId}/previews/${previewId}/`;
}

/** Key of a paper that the system made: by its hash too, so that bytes made twice never meet. `paperId` is a UUID. */
export function paperKey(tenantId: string, paperId: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new ObjectKeyInvalid(sha256);
  return `tenants/${tenantId}/papers/${paperId}/${sha256}`;
}

/** First and last byte to read, cut to the object. Throws `RangeOutside` when nothing of the range is inside. */
export function rangeWithin(size: number, range: ByteRange): { start: number; end: number } {
  const end = Math.min(range.end ?? size - 1, size - 1);
  if (!Number.isInteger(range.start) || range.start < 0 || range.start > end) throw new RangeOutside(size);
  return { start: range.start, end };
}

/** Counts and hashes bytes on their way. */
export class Measure {
  private readonly hash = createHash('sha256');
  private size = 0;

  add(chunk: Buffer): void {
    this.size += chunk.length;
    this.hash.update(chunk);
  }

  /** What was added; ask once, after the end. */
  result(): StoredObject {
    return { size: this.size, sha256: this.hash.digest('hex') };
  }
}

/** The code of an error of the system or of a client (`ENOENT`, `NoSuchKey`), empty when it has none. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
