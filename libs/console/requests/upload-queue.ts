import type { FileView } from '@prongsai/kernel/contracts';
import type { ApiProblem } from '@prongsai/console/ui';

/** A file on its way to the server, or one that did not arrive. */
export interface Sending {
  key: number;
  file: File;
  /** The stored file that this one takes the place of. */
  replaces: string | null;
  state: 'waiting' | 'sending' | 'paused' | 'again' | 'refused' | 'failed' | 'shrinking';
  /** Sent so far, 0 to 1. */
  part: number;
  /** Why it was refused; null otherwise. */
  refused: string | null;
  /** Whether it is a picture that may be made smaller here. */
  mayShrink: boolean;
}

/** What the queue needs of the world. */
export interface UploadWorld {
  send: (file: File, onProgress: (part: number) => void) => { done: Promise<FileView>; abort: () => void };
  isOnline: () => boolean;
  /** What can be said before a byte is sent; null when nothing. */
  check: (file: File) => { text: string; mayShrink: boolean } | null;
  shrink: (file: File) => Promise<File | null>;
  asProblem: (error: unknown) => ApiProblem;
  wait: (ms: number, then: () => void) => () => void;
  onStored: (file: FileView, replaces: string | null) => void;
}

const mostAtOnce = 2;
const backOffMs = [2_000, 4_000, 8_000, 16_000];

/**
 * Sends files, two at a time. Without a signal they pause and go on by themselves; a server that does not answer is asked
 * again four times, ever later, then the person decides. A file of at most a few megabytes is sent again whole.
 */
export class UploadQueue {
  private all: Sending[] = [];
  private counter = 0;
  private readonly running = new Map<number, () => void>();
  private readonly tries = new Map<number, number>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly world: UploadWorld) {}

  readonly snapshot = (): readonly Sending[] => this.all;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes files that were chosen or dropped; what is wrong with one holds up no other. */
  add(files: Iterable<File>, replaces: string | null = null): void {
    for (const file of files) {
      const wrong = this.world.check(file);
      this.all = [...this.all, {
        key: (this.counter += 1), file, replaces, part: 0, state: wrong ? 'refused' : 'waiting', refused: wrong?.text ?? null, mayShrink: wrong?.mayShrink ?? false,
      }];
    }
    this.tell();
    this.work();
  }

  retry(key: number): void {
    this.tries.delete(key);
    this.change(key, { state: 'waiting', part: 0, refused: null });
    this.work();
  }

  /** Makes a picture small enough and sends it; when that is impossible it stays refused. */
  async shrink(key: number): Promise<void> {
    const one = this.find(key);
    if (!one?.mayShrink || one.state !== 'refused') return;
    const { refused } = one;
    this.change(key, { state: 'shrinking', refused: null });
    const small = await this.world.shrink(one.file).catch(() => null);
    if (!this.find(key)) return;
    if (!small || this.world.check(small)) return this.change(key, { state: 'refused', refused: small ? refused : `ย่อภาพ “${one.file.name}” ไม่ได้ แนบภาพใหม่`, mayShrink: false });
    this.change(key, { file: small, state: 'waiting', mayShrink: false });
    this.work();
  }

  remove(key: number): void {
    this.stop(key);
    this.all = this.all.filter((one) => one.key !== key);
    this.tell();
    this.work();
  }

  /** The signal came or went. */
  lineChanged(): void {
    if (this.world.isOnline()) {
      for (const { key, state } of this.all) if (state === 'paused') this.change(key, { state: 'waiting' });
      return this.work();
    }
    for (const { key, state } of this.all) {
      if (state !== 'sending' && state !== 'again' && state !== 'waiting') continue;
      this.stop(key);
      this.change(key, { state: 'paused' });
    }
  }

  /** The form is left: nothing is sent any more. */
  close(): void {
    for (const key of [...this.running.keys()]) this.stop(key);
  }

  private work(): void {
    if (!this.world.isOnline()) {
      for (const { key, state } of this.all) if (state === 'waiting') this.change(key, { state: 'paused' });
      return;
    }
    for (const one of this.all) {
      if (this.running.size >= mostAtOnce) return;
      if (one.state === 'waiting') void this.send(one.key, one.file, one.replaces);
    }
  }

  private async send(key: number, file: File, replaces: string | null): Promise<void> {
    const upload = this.world.send(file, (part) => this.change(key, { part }));
    this.running.set(key, upload.abort);
    this.change(key, { state: 'sending', part: 0 });
    const isCurrent = () => this.running.get(key) === upload.abort;
    try {
      const stored = await upload.done;
      if (!isCurrent()) return;
      this.running.delete(key);
      this.all = this.all.filter((one) => one.key !== key);
      this.tell();
      this.world.onStored(stored, replaces);
    } catch (error) {
      if (!isCurrent()) return;
      this.running.delete(key);
      this.hear(key, file, this.world.asProblem(error));
    }
    this.work();
  }

  private hear(key: number, file: File, problem: ApiProblem): void {
    if (problem.status !== 0 && problem.status < 500) {
      const text = problem.status === 401 ? 'หมดเวลาการใช้งาน เข้าระบบแล้วเลือก “ลองอีกครั้ง”' : (problem.fields[0]?.text ?? problem.detail);
      return this.change(key, { state: problem.status === 401 ? 'failed' : 'refused', refused: text });
    }
    if (!this.world.isOnline()) return this.change(key, { state: 'paused' });
    const failures = this.tries.get(key) ?? 0;
    const ms = backOffMs[failures];
    if (ms === undefined) return this.change(key, { state: 'failed', refused: `ส่ง “${file.name}” ไม่สำเร็จ ข้อความที่พิมพ์ยังอยู่ครบ เลือก “ลองอีกครั้ง”` });
    this.tries.set(key, failures + 1);
    this.change(key, { state: 'again', part: 0 });
    const cancel = this.world.wait(ms, () => {
      this.running.delete(key);
      this.change(key, { state: 'waiting' });
      this.work();
    });
    this.running.set(key, cancel);
  }

  private stop(key: number): void {
    const abort = this.running.get(key);
    this.running.delete(key);
    abort?.();
  }

  private find(key: number): Sending | undefined {
    return this.all.find((one) => one.key === key);
  }

  private change(key: number, change: Partial<Sending>): void {
    this.all = this.all.map((one) => (one.key === key ? { ...one, ...change } : one));
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
