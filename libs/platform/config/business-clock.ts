import { AsyncLocalStorage } from 'node:async_hooks';
import fs from 'node:fs';
import { Clock } from '@prongsai/kernel/core';

/**
 * The business clock. With a clock file, within 500 ms of a change it jumps to the instant written there and runs
 * on from it; an empty or missing file means real time; text that is no instant is reported once and ignored.
 */
export class BusinessClock extends Clock {
  private readonly told = new AsyncLocalStorage<Date>();
  private readonly jumpListeners = new Set<() => void>();
  private offsetMs = 0;
  private lastText = '';
  private watch: NodeJS.Timeout | null = null;

  /** `report` is told, in English, of text in the file that is no instant. */
  constructor(
    private readonly file: string | null = null,
    private readonly report: (message: string) => void = () => undefined,
  ) {
    super();
    if (!file) return;
    this.readFile();
    this.watch = setInterval(() => this.readFile(), 200);
    this.watch.unref();
  }

  /** The instant of business now. */
  now(): Date {
    return this.told.getStore() ?? new Date(Date.now() + this.offsetMs);
  }

  /** Whether the clock has been moved by its file. */
  get isMoved(): boolean {
    return this.offsetMs !== 0;
  }

  /** Runs `work` as if it were `instant`, for history told act by act (the demo) and for tests. */
  during<T>(instant: Date, work: () => Promise<T>): Promise<T> {
    return this.told.run(instant, work);
  }

  /** Calls `listener` after each jump of the file. */
  onJump(listener: () => void): void {
    this.jumpListeners.add(listener);
  }

  /** Stops watching the file. */
  stop(): void {
    if (this.watch) clearInterval(this.watch);
    this.watch = null;
  }

  private readFile(): void {
    let text = '';
    try {
      text = fs.readFileSync(this.file as string, 'utf8').trim();
    } catch {
      // A missing file means real time, like an empty one.
    }
    if (text === this.lastText) return;
    const instant = text === '' ? null : new Date(text);
    this.lastText = text;
    if (instant && Number.isNaN(instant.getTime())) {
      this.report(`clock file holds no instant, ignored: ${JSON.stringify(text.slice(0, 60))}`);
      return;
    }
    this.offsetMs = instant ? instant.getTime() - Date.now() : 0;
    for (const listener of this.jumpListeners) listener();
  }
}
