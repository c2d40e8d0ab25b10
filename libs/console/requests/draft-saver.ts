import type { RequestInput, RequestView } from '@prongsai/kernel/contracts';
import type { ApiProblem, FieldProblem } from '@prongsai/console/ui';
import { changesOf, draftOf, emptyDraft, withoutPaths, type Draft } from './draft';
import type { DraftKeep } from './draft-keep';

/** How the saver reaches the server. Each fails with ApiProblem and nothing else. */
export interface DraftStore {
  create: (input: RequestInput) => Promise<RequestView>;
  patch: (id: string, change: RequestInput & { version: number }) => Promise<RequestView>;
  read: (id: string) => Promise<RequestView>;
}

export interface SaverState {
  draft: Draft;
  id: string | null;
  status: 'untouched' | 'waiting' | 'saving' | 'saved' | 'failed' | 'stale';
  savedAt: Date | null;
  /** Fields that the server refused; they stay as typed and are not saved. */
  refused: FieldProblem[];
  problem: ApiProblem | null;
  /** What another person saved meanwhile. */
  theirs: RequestView | null;
}

const quietMs = 1_200;
/** Somebody who types without a pause is saved this often all the same. */
const mostMs = 5_000;

/**
 * Keeps a draft on the server while it is typed: one call at a time, only what changed, with the version that was seen.
 * What the server refuses stays in the form; everything else is saved without it.
 */
export class DraftSaver {
  private state: SaverState;
  private saved: Draft;
  private version: number;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private unsavedSince: number | null = null;
  private running: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();

  /**
   * `request` null begins a new one with the values of `start`, which is made at the first change. What is kept from
   * before was typed but never saved: it goes on from there, and shows both texts when the server has moved on meanwhile.
   */
  constructor(
    private readonly store: DraftStore, request: RequestView | null, start: Draft = emptyDraft, private readonly clock: () => Date = () => new Date(),
    private readonly keepOf: (id: string | null) => DraftKeep | null = () => null,
  ) {
    this.saved = request ? draftOf(request) : emptyDraft;
    this.version = request?.version ?? 0;
    this.state = { draft: request ? this.saved : start, id: request?.id ?? null, status: 'untouched', savedAt: null, refused: [], problem: null, theirs: null };
    const kept = keepOf(this.state.id)?.read();
    if (!kept) return;
    const isStale = request !== null && kept.version !== request.version;
    this.state = { ...this.state, draft: { ...emptyDraft, ...kept.draft }, status: isStale ? 'stale' : 'waiting', theirs: isStale ? request : null };
  }

  readonly snapshot = (): SaverState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes what was typed; it is saved when the typing pauses. */
  change(fields: Partial<Draft>): void {
    const touched = new Set(Object.keys(fields));
    const refused = this.state.refused.filter(({ path }) => !touched.has(path.split('.')[0] ?? path));
    this.tell({ draft: { ...this.state.draft, ...fields }, refused, status: this.state.status === 'stale' ? 'stale' : 'waiting' });
    this.keepOf(this.state.id)?.write({ draft: this.state.draft, version: this.version });
    const now = this.clock().getTime();
    this.unsavedSince ??= now;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), Math.max(0, Math.min(quietMs, this.unsavedSince + mostMs - now)));
  }

  /** A field was left: what was typed in it is saved now. */
  fieldLeft(): void {
    if (this.state.status === 'waiting') void this.flush();
  }

  /** The request is gone or sent: nothing of it stays on this device. */
  forget(): void {
    clearTimeout(this.timer);
    this.keepOf(this.state.id)?.clear();
  }

  /** Saves now whatever is not saved. Answers whether everything is on the server. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    this.unsavedSince = null;
    while (this.running) await this.running;
    if (this.state.status === 'stale') return false;
    // Opening the page alone makes no request, whatever the form was filled with beforehand.
    if (this.state.status === 'untouched') return this.state.id !== null;
    if (!this.pending()) {
      // What was typed has been taken back, or stands on the server already: nothing waits.
      if (this.state.status === 'waiting') this.tell({ status: this.state.id ? 'saved' : 'untouched' });
      return this.state.refused.length === 0;
    }
    this.running = this.save().finally(() => { this.running = null; });
    await this.running;
    if (this.state.status === 'saved' && this.pending()) return this.flush();
    return this.state.status === 'saved' && this.state.refused.length === 0;
  }

  /** Two people wrote: goes on from what the other saved, or puts this person's text over it. */
  async resolve(choice: 'mine' | 'theirs'): Promise<void> {
    const { theirs } = this.state;
    if (!theirs) return;
    this.saved = draftOf(theirs);
    this.version = theirs.version;
    this.tell({ theirs: null, status: 'saved', refused: [], ...(choice === 'theirs' ? { draft: this.saved } : {}) });
    await this.flush();
  }

  /** Stops the clock of a form that is left; what waits is saved first. */
  leave(): void {
    void this.flush();
  }

  private pending(): RequestInput | null {
    const changes = withoutPaths(changesOf(this.saved, this.state.draft), this.state.refused.map(({ path }) => path));
    return Object.keys(changes).length > 0 ? changes : null;
  }

  private async save(): Promise<void> {
    const changes = this.pending();
    if (!changes) return;
    const { draft, id } = this.state;
    this.tell({ status: 'saving', problem: null });
    try {
      const request = id ? await this.store.patch(id, { ...changes, version: this.version }) : await this.store.create(changes);
      this.version = request.version;
      // What was sent counts as saved, not what came back: the server trims, and the form must not jump under the fingers.
      for (const key of Object.keys(changes) as (keyof Draft)[]) this.saved = { ...this.saved, [key]: draft[key] };
      this.tell({ id: request.id, status: 'saved', savedAt: this.clock() });
      // Under its own name from now on, and only while something waits.
      if (!id) this.keepOf(null)?.clear();
      if (Object.keys(changesOf(this.saved, this.state.draft)).length === 0) this.keepOf(request.id)?.clear();
      else this.keepOf(request.id)?.write({ draft: this.state.draft, version: this.version });
    } catch (error) {
      await this.hear(error as ApiProblem, changes);
    }
  }

  private async hear(problem: ApiProblem, changes: RequestInput): Promise<void> {
    if (problem.code === 'STALE' && this.state.id) {
      const theirs = await this.store.read(this.state.id).catch(() => null);
      return this.tell({ status: theirs ? 'stale' : 'failed', problem, theirs });
    }
    const refused = problem.status === 422 ? problem.fields.filter(({ path }) => (path.split('.')[0] ?? '') in changes) : [];
    if (refused.length === 0) return this.tell({ status: 'failed', problem });
    this.tell({ refused: [...this.state.refused, ...refused] });
    return this.pending() ? this.save() : this.tell({ status: 'saved' });
  }

  private tell(change: Partial<SaverState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
