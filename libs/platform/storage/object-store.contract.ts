import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { blobKey, ObjectKeyInvalid, ObjectMissing, ObjectStore, quarantineKey, RangeOutside } from './object-store';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const given = (...chunks: Buffer[]) => Readable.from(chunks);
const read = async (stream: Promise<Readable>) => buffer(await stream);

/** What every `ObjectStore` must do. Each test works under a tenant of its own, so a shared bucket may serve. */
export function objectStoreContract(open: () => Promise<ObjectStore>): void {
  let store: ObjectStore;
  let tenant: string;
  let key: string;

  beforeAll(async () => {
    store = await open();
  });
  beforeEach(() => {
    tenant = randomUUID();
    key = quarantineKey(tenant, randomUUID());
  });
  const keysUnder = async (prefix: string) => {
    const keys: string[] = [];
    for await (const facts of store.list(prefix)) keys.push(facts.key);
    return keys.sort();
  };

  it('gives back what was put, with its size and hash', async () => {
    const bytes = randomBytes(300_000);
    const kept = await store.put(key, given(bytes.subarray(0, 7), bytes.subarray(7)), { mediaType: 'application/pdf' });
    expect(kept).toEqual({ size: 300_000, sha256: sha256(bytes) });
    expect((await read(store.get(key))).equals(bytes)).toBe(true);
    const facts = await store.stat(key);
    expect(facts).toMatchObject({ key, size: 300_000 });
    expect(facts?.storedAt.getTime()).toBeGreaterThan(Date.parse('2020-01-01'));
  });

  it('keeps an empty object', async () => {
    expect(await store.put(key, given())).toEqual({ size: 0, sha256: sha256(Buffer.alloc(0)) });
    expect(await read(store.get(key))).toHaveLength(0);
    await expect(store.get(key, { start: 0 })).rejects.toThrow(RangeOutside);
  });

  it('keeps what is too large for one piece', async () => {
    const bytes = randomBytes(20 * 1024 * 1024);
    const pieces = Array.from({ length: 20 }, (_, index) => bytes.subarray(index << 20, (index + 1) << 20));
    expect(await store.put(key, given(...pieces))).toEqual({ size: bytes.length, sha256: sha256(bytes) });
    expect(sha256(await read(store.get(key)))).toBe(sha256(bytes));
  });

  it('gives parts, cut to the end', async () => {
    await store.put(key, given(Buffer.from('0123456789')));
    expect(String(await read(store.get(key, { start: 2, end: 4 })))).toBe('234');
    expect(String(await read(store.get(key, { start: 8 })))).toBe('89');
    expect(String(await read(store.get(key, { start: 8, end: 50 })))).toBe('89');
    await expect(store.get(key, { start: 10 })).rejects.toThrow(RangeOutside);
    await expect(store.get(key, { start: 4, end: 3 })).rejects.toThrow(RangeOutside);
  });

  it('replaces what was there', async () => {
    await store.put(key, given(Buffer.from('first and longer')));
    await store.put(key, given(Buffer.from('second')));
    expect(String(await read(store.get(key)))).toBe('second');
  });

  it('says what is missing', async () => {
    expect(await store.stat(key)).toBeNull();
    await expect(store.get(key)).rejects.toThrow(ObjectMissing);
    await expect(store.get(key, { start: 0, end: 1 })).rejects.toThrow(ObjectMissing);
    await expect(store.move(key, `${key}-elsewhere`)).rejects.toThrow(ObjectMissing);
    await store.remove(key);
  });

  it.each([1, 12 * 1024 * 1024])('keeps nothing when the source fails after %d bytes, and throws its error', async (bytes) => {
    const failure = Object.assign(new Error('the line went dead'), { code: 'ECONNRESET', syscall: 'read' });
    const failing = Readable.from(
      (function* () {
        for (let left = bytes; left > 0; left -= 1 << 20) yield Buffer.alloc(Math.min(left, 1 << 20));
        throw failure;
      })(),
    );
    await expect(store.put(key, failing)).rejects.toBe(failure);
    expect(await store.stat(key)).toBeNull();
    expect(await keysUnder(`quarantine/${tenant}/`)).toEqual([]);
  });

  it('keeps the old bytes when a replacement fails', async () => {
    await store.put(key, given(Buffer.from('old')));
    const ended = new Readable({ read: () => undefined });
    ended.push('half');
    ended.destroy();
    await expect(store.put(key, ended)).rejects.toThrow();
    expect(String(await read(store.get(key)))).toBe('old');
  });

  it('moves, and moving again is no error', async () => {
    const bytes = randomBytes(1000);
    const blob = blobKey(tenant, sha256(bytes));
    await store.put(key, given(bytes));
    await store.move(key, blob);
    await store.move(key, blob);
    expect(await store.stat(key)).toBeNull();
    expect((await read(store.get(blob))).equals(bytes)).toBe(true);
    await store.move(blob, blob);
    expect((await store.stat(blob))?.size).toBe(1000);
  });

  it('moves over what was there', async () => {
    await store.put(key, given(Buffer.from('new')));
    await store.put(`${key}-target`, given(Buffer.from('old')));
    await store.move(key, `${key}-target`);
    expect(String(await read(store.get(`${key}-target`)))).toBe('new');
  });

  it('lists a folder and all below, and nothing beside', async () => {
    const other = randomUUID();
    const keys = [`${tenant}/a`, `${tenant}/b/c`, `${tenant}/b/d/e`, `${tenant}-not/f`, `${other}/g`].map((part) => `quarantine/${part}`);
    for (const one of keys) await store.put(one, given(Buffer.from(one)));
    expect(await keysUnder(`quarantine/${tenant}/`)).toEqual(keys.slice(0, 3));
    expect(await keysUnder(`quarantine/${tenant}/b/`)).toEqual(keys.slice(1, 3));
    expect(await keysUnder(`quarantine/${randomUUID()}/`)).toEqual([]);
    expect(await keysUnder('')).toEqual(expect.arrayContaining(keys));
  });

  it('removes, and removing again is no error', async () => {
    await store.put(key, given(Buffer.from('x')));
    await store.remove(key);
    await store.remove(key);
    expect(await store.stat(key)).toBeNull();
  });

  it('leaves one whole object when several write at once', async () => {
    const versions = Array.from({ length: 8 }, (_, index) => Buffer.alloc(100_000 + index, index));
    const kept = await Promise.all(versions.map((bytes) => store.put(key, given(bytes))));
    expect(kept.map(({ sha256: hash }) => hash)).toEqual(versions.map(sha256));
    expect(versions.map(sha256)).toContain(sha256(await read(store.get(key))));
  });

  it.each([
    '', '/', '/etc/passwd', '../x', 'a/../b', 'a/..', './a', 'a//b', 'a/', 'a\\b', 'a\0b', 'Tenants/x', 'a b', 'ไฟล์', '.hidden', 'a/b.', '%2e%2e/a', 'c:/x', 'x'.repeat(501),
  ])('refuses the key %j', async (bad) => {
    for (const attempt of [
      store.put(bad, given(Buffer.from('x'))), store.get(bad), store.stat(bad), store.remove(bad), store.move(bad, key), store.move(key, bad),
    ]) {
      await expect(attempt).rejects.toThrow(ObjectKeyInvalid);
    }
  });

  it.each(['a', '../', '/', 'a/../'])('refuses the prefix %j', async (bad) => {
    await expect(keysUnder(bad)).rejects.toThrow(ObjectKeyInvalid);
  });
}
