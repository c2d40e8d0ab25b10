import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { type PaperOrder, renderOrder } from './render-thai-pdf';

/** Compiled beside this file; a thread cannot start from TypeScript, so that in tests papers are set where they are asked for. */
const threadFile = path.join(__dirname, 'paper-press-thread.js');
/** A paper of hundreds of pages takes seconds; what takes longer than this is given up, with its thread. */
const longestMs = 60_000;
/** Fonts and words stay in memory for this long after the last paper. */
const idleMs = 60_000;

interface Waiting {
  resolve(bytes: Buffer): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}
type Told = { id: number; bytes?: Uint8Array; failed?: string };

/** Sets papers in a thread of its own: the process goes on answering while a paper is made. */
export class PaperPress {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private idle: NodeJS.Timeout | null = null;

  /** The whole PDF. Throws when the order cannot be set, or takes longer than a minute. */
  async set(order: PaperOrder): Promise<Buffer> {
    if (!existsSync(threadFile)) return renderOrder(order);
    const worker = this.start();
    const id = (this.lastId += 1);
    return new Promise<Buffer>((resolve, reject) => {
      const timer = setTimeout(() => this.fail(worker, new Error('a paper took too long to set')), longestMs);
      this.waiting.set(id, { resolve, reject, timer });
      worker.postMessage({ id, order });
    });
  }

  /** Ends the thread; what it was setting fails. */
  async end(): Promise<void> {
    if (this.idle) clearTimeout(this.idle);
    const { worker } = this;
    if (!worker) return;
    this.fail(worker, new Error('papers are no longer set here'));
    await worker.terminate();
  }

  private start(): Worker {
    if (this.idle) clearTimeout(this.idle);
    if (this.worker) return this.worker;
    const worker = new Worker(threadFile, { resourceLimits: { maxOldGenerationSizeMb: 256 } });
    worker.on('message', (told: Told) => this.hear(told));
    worker.on('error', (error) => this.fail(worker, error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => this.fail(worker, new Error('the thread that sets papers has ended')));
    worker.unref();
    this.worker = worker;
    return worker;
  }

  private hear({ id, bytes, failed }: Told): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    if (bytes) waiting.resolve(Buffer.from(bytes));
    else waiting.reject(new Error(failed ?? 'a paper could not be set'));
    if (this.waiting.size === 0) {
      this.idle = setTimeout(() => void this.end(), idleMs);
      this.idle.unref();
    }
  }

  private fail(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = null;
    for (const { reject, timer } of this.waiting.values()) {
      clearTimeout(timer);
      reject(error);
    }
    this.waiting.clear();
    void worker.terminate();
  }
}
