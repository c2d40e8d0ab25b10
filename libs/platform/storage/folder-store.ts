import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import {
  ByteRange, checkKey, checkPrefix, codeOf, Measure, ObjectFacts, ObjectMissing, ObjectStore, PutMeta, rangeWithin,
  StorageUnavailable, StoredObject,
} from './object-store';

/** Half-written files of this process; another process's are told by its number in their names. */
const inFlight = new Set<string>();
const host = hostname().replace(/[^A-Za-z0-9-]/g, '-');
const abandonedAfterMs = 24 * 3_600_000;

function isAbsence(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error));
}

function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** Makes a new name in a directory durable: on Linux a rename is safe only after the directory itself is synced. */
async function syncDirectory(dir: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function makeDirectory(dir: string): Promise<void> {
  const firstMade = await mkdir(dir, { recursive: true, mode: 0o700 });
  if (firstMade === undefined) return;
  for (let at = dir; at !== dirname(firstMade); at = dirname(at)) await syncDirectory(dirname(at));
}

/** Runs work on the disk; what the system refuses (full, no rights, broken) becomes `StorageUnavailable`. */
async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof StorageUnavailable || error instanceof ObjectMissing ? error : new StorageUnavailable(error);
  }
}

/**
 * Objects as files under `<dir>/objects/<key>`. Writing goes to `<dir>/incoming`, is synced, and is renamed into
 * place, so a key shows whole bytes or none, also after kill -9 or loss of power.
 */
export class FolderStore implements ObjectStore {
  private readonly objects: string;
  private readonly incoming: string;

  private constructor(dir: string) {
    this.objects = join(resolve(dir), 'objects');
    this.incoming = join(resolve(dir), 'incoming');
  }

  /** Opens the folder, making it where it is missing, and sweeps what dead processes left half-written. */
  static async open(dir: string): Promise<FolderStore> {
    const store = new FolderStore(dir);
    await onDisk(async () => {
      await makeDirectory(store.objects);
      await makeDirectory(store.incoming);
      await store.sweep();
    });
    return store;
  }

  async put(key: string, source: Readable, _meta?: PutMeta): Promise<StoredObject> {
    const target = this.pathOf(key);
    const name = `${host}.${process.pid}.${randomUUID()}`;
    const temporary = join(this.incoming, name);
    inFlight.add(name);
    try {
      const measured = await this.writeWhole(temporary, source);
      await onDisk(async () => {
        await makeDirectory(dirname(target));
        await rename(temporary, target);
        await syncDirectory(dirname(target));
      });
      return measured;
    } catch (error) {
      // The first error is the one that tells; what cannot be removed now is swept at the next start.
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    } finally {
      inFlight.delete(name);
    }
  }

  private async writeWhole(path: string, source: Readable): Promise<StoredObject> {
    const file = await onDisk(() => open(path, 'wx', 0o600));
    const measure = new Measure();
    try {
      for await (const chunk of source) {
        measure.add(chunk);
        await onDisk(() => file.appendFile(chunk));
      }
      await onDisk(() => file.sync());
      return measure.result();
    } finally {
      await file.close();
    }
  }

  async get(key: string, range?: ByteRange): Promise<Readable> {
    const path = this.pathOf(key);
    const facts = await this.factsOf(key, path);
    if (!facts) throw new ObjectMissing(key);
    const part = range ? rangeWithin(facts.size, range) : {};
    try {
      return (await open(path, 'r')).createReadStream(part);
    } catch (error) {
      throw isAbsence(error) ? new ObjectMissing(key) : new StorageUnavailable(error);
    }
  }

  async stat(key: string): Promise<ObjectFacts | null> {
    return this.factsOf(key, this.pathOf(key));
  }

  private async factsOf(key: string, path: string): Promise<ObjectFacts | null> {
    try {
      const found = await stat(path);
      return found.isFile() ? { key, size: found.size, storedAt: found.mtime } : null;
    } catch (error) {
      if (isAbsence(error)) return null;
      throw new StorageUnavailable(error);
    }
  }

  async move(from: string, to: string): Promise<void> {
    const [source, target] = [this.pathOf(from), this.pathOf(to)];
    await onDisk(async () => {
      if (await this.stat(from)) {
        await makeDirectory(dirname(target));
        try {
          await rename(source, target);
        } catch (error) {
          if (!isAbsence(error)) throw error;
        }
        await syncDirectory(dirname(source));
      }
      if (!(await this.stat(to))) throw new ObjectMissing(from);
      await syncDirectory(dirname(target));
    });
  }

  async remove(key: string): Promise<void> {
    const path = this.pathOf(key);
    if (!(await this.stat(key))) return;
    await onDisk(async () => {
      await rm(path, { force: true });
      await syncDirectory(dirname(path));
    });
  }

  async *list(prefix: string): AsyncGenerator<ObjectFacts> {
    checkPrefix(prefix);
    yield* this.walk(prefix);
  }

  private async *walk(prefix: string): AsyncGenerator<ObjectFacts> {
    const entries = await onDisk(async () => {
      try {
        return await readdir(join(this.objects, prefix), { withFileTypes: true });
      } catch (error) {
        if (isAbsence(error)) return [];
        throw error;
      }
    });
    for (const entry of entries) {
      const key = `${prefix}${entry.name}`;
      if (entry.isDirectory()) yield* this.walk(`${key}/`);
      const facts = entry.isFile() ? await this.factsOf(key, join(this.objects, key)) : null;
      if (facts) yield facts;
    }
  }

  /** Removes half-written files whose process is gone; those of other machines sharing the folder after a day. */
  private async sweep(): Promise<void> {
    for (const name of await readdir(this.incoming)) {
      const path = join(this.incoming, name);
      if (inFlight.has(name) || !(await this.isAbandoned(name, path))) continue;
      await rm(path, { force: true });
    }
  }

  private async isAbandoned(name: string, path: string): Promise<boolean> {
    const [writerHost, writerPid] = name.split('.');
    if (writerHost === host && Number(writerPid) === process.pid) return true;
    if (writerHost === host && !isProcessAlive(Number(writerPid))) return true;
    const facts = await this.factsOf(name, path);
    return facts !== null && Date.now() - facts.storedAt.getTime() > abandonedAfterMs;
  }

  private pathOf(key: string): string {
    checkKey(key);
    return join(this.objects, key);
  }
}
