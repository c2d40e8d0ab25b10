import type { ApiProblem } from '@prongsai/console/ui';

export type SaveState =
  | { kind: 'untouched' | 'waiting' | 'saving' }
  | { kind: 'saved'; at: Date }
  | { kind: 'failed'; problem: ApiProblem };

const quietMs = 2_000;

/** Keeps a text on the server while it is typed: when typing pauses, one call at a time, the newest last. */
export class Autosave<T> {
  private state: SaveState = { kind: 'untouched' };
  private unsaved: { value: T } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();

  /** `save` fails with ApiProblem and nothing else. */
  constructor(private readonly save: (value: T) => Promise<unknown>, private readonly clock: () => Date = () => new Date()) {}

  readonly snapshot = (): SaveState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes what was typed. */
  change(value: T): void {
    this.unsaved = { value };
    this.tell({ kind: 'waiting' });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), quietMs);
  }

  /** Saves now what is not saved. Answers whether all of it is on the server. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.running) await this.running;
    if (!this.unsaved) return this.state.kind !== 'failed';
    this.running = this.send(this.unsaved).finally(() => { this.running = null; });
    await this.running;
    return this.state.kind === 'waiting' ? this.flush() : this.state.kind === 'saved';
  }

  private async send(sent: { value: T }): Promise<void> {
    this.tell({ kind: 'saving' });
    try {
      await this.save(sent.value);
      if (this.unsaved !== sent) return this.tell({ kind: 'waiting' });
      this.unsaved = null;
      this.tell({ kind: 'saved', at: this.clock() });
    } catch (error) {
      this.tell({ kind: 'failed', problem: error as ApiProblem });
    }
  }

  private tell(state: SaveState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
