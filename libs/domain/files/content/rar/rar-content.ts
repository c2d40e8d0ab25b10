import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { type ArchiveBudget, type Finding, isTrickyName, type JudgeMember } from '../archive-rules';
import { Damaged, type FileBytes, TooMuch } from '../file-bytes';
import { archiveLimits } from '../file.policy';

const threadFile = path.join(__dirname, 'rar.thread.mjs');
/** For the directory, and again for each file. Milliseconds. */
const stepMs = 20_000;

interface RarEntry {
  name: string;
  packSize: number;
  unpSize: number;
  isEncrypted: boolean;
  isDirectory: boolean;
}
interface Told {
  list?: { isVolume: boolean; isEncrypted: boolean; entries: RarEntry[] };
  file?: { name: string; bytes: Uint8Array };
  done?: boolean;
  failed?: string;
}

/** Opens a .rar: what its directory says is judged first, then every file is unpacked, judged and let go. Throws `Damaged` or `TooMuch`. */
export async function inspectRar(bytes: FileBytes, budget: ArchiveBudget, judgeMember: JudgeMember): Promise<Finding | null> {
  const thread = new RarThread(await bytes.all());
  try {
    const told = await thread.hear();
    if (told.failed) return failed(told.failed);
    const list = told.list ?? { isVolume: false, isEncrypted: false, entries: [] };
    if (list.isEncrypted || list.entries.some(({ isEncrypted }) => isEncrypted)) return { refused: 'archive_password' };
    if (list.isVolume) throw new Damaged('a part of an archive in several parts');
    for (const { name, packSize, unpSize } of list.entries) {
      if (isTrickyName(name)) return { refused: 'archive_path', inside: rarName(name) };
      if (!budget.take(packSize, unpSize) || unpSize > archiveLimits.nestedBytes) return { refused: 'archive_bomb' };
    }
    const files = list.entries.filter(({ isDirectory }) => !isDirectory);
    if (files.length === 0) return { refused: 'empty' };
    for (let count = 0; ; count += 1) {
      const { file, done, failed: why } = await thread.next();
      if (why) return failed(why);
      if (done && count !== files.length) throw new Damaged('fewer files than listed');
      if (done || !file) return null;
      const finding = await judgeMember(rarName(file.name), Buffer.from(file.bytes.buffer));
      if (finding) return finding;
    }
  } finally {
    await thread.end();
  }
}

function failed(why: string): Finding {
  if (/PASSWORD/.test(why)) return { refused: 'archive_password' };
  if (/too much|NO_MEMORY/.test(why)) throw new TooMuch(why);
  throw new Damaged(why);
}

/** unrar gives bytes that are no UTF-8 as letters of a private range behind a mark: they are of the Thai code page. */
function rarName(name: string): string {
  if (!name.includes('\ufffe')) return name;
  return new TextDecoder('windows-874').decode(Buffer.from([...name.replaceAll('\ufffe', '')].map((letter) => letter.charCodeAt(0) & 0xff)));
}

class RarThread {
  private readonly worker: Worker;
  private readonly waiting: Told[] = [];
  private wake: (() => void) | null = null;

  constructor(archive: Buffer) {
    // A copy of its own: the thread must not hold the pool from which small buffers are cut.
    const own = new Uint8Array(archive).buffer;
    this.worker = new Worker(threadFile, {
      workerData: { archive: own, mostEntries: archiveLimits.entries, mostBytes: archiveLimits.totalBytes }, transferList: [own],
      resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 }, env: {}, stdout: true, stderr: true,
    });
    this.worker.on('message', (told: Told) => this.heard(told));
    this.worker.on('error', (error) => this.heard({ failed: `too much: ${String(error)}` }));
    this.worker.on('exit', () => this.heard({ failed: 'the thread ended' }));
    this.worker.stdout.resume();
    this.worker.stderr.resume();
  }

  next(): Promise<Told> {
    this.worker.postMessage('next');
    return this.hear();
  }

  async hear(): Promise<Told> {
    if (this.waiting.length === 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => this.heard({ failed: 'too much time' }), stepMs);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return this.waiting.shift() ?? { failed: 'nothing was said' };
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private heard(told: Told): void {
    this.waiting.push(told);
    this.wake?.();
    this.wake = null;
  }
}
