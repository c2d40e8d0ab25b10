import type { RequestView } from '@prongsai/kernel/contracts';

export type Decision = 'approve' | 'return' | 'refuse';

/** A decision as its maker made it, on what they had read. */
export interface MadeDecision {
  slug: string;
  requestId: string;
  title: string;
  decision: Decision;
  /** The body of the call; carries the version that was read. */
  body: Record<string, unknown>;
}

/**
 * A decision that is not stored yet: on its way, waiting for a signal, overtaken by what someone else did first, or
 * rejected for another reason.
 */
export interface HeldDecision extends MadeDecision {
  /** Idempotency-Key: sending again never decides twice. */
  key: string;
  /** Instant, by this device's clock. */
  madeAt: string;
  state: 'sending' | 'waiting' | 'overtaken' | 'rejected';
  /** The server's sentence, when it would not have the decision. */
  words?: string;
}

export type Outcome = { kind: 'stored'; request: RequestView } | { kind: 'waiting' | 'overtaken' | 'rejected'; held: HeldDecision; error: unknown };

/** What the queue needs to know of a call that failed. */
interface Problem {
  /** Of the answer; 0 when none came. */
  status: number;
  detail: string;
  fields: readonly { text: string }[];
  reasons: readonly { text: string }[];
}

interface Parts {
  /** Of one person in this browser. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  storageKey: string;
  send: (held: HeldDecision) => Promise<RequestView>;
  problemOf: (error: unknown) => Problem;
  newKey: () => string;
  now: () => Date;
  /** Hears each decision that is stored, whether at once or later. */
  onStored?: (held: HeldDecision, request: RequestView) => void;
  onOvertaken?: (held: HeldDecision) => void;
}

/**
 * Decisions of one person on a weak connection: kept in the browser before they are sent, sent again with the same key
 * until the server says that they are stored, and never forgotten silently.
 */
export class DecisionQueue {
  private held: readonly HeldDecision[];
  private readonly listeners = new Set<() => void>();
  private flushing: Promise<void> | null = null;
  /** Stored while this window is open, in their order. */
  private done: readonly HeldDecision[] = [];

  constructor(private readonly parts: Parts) {
    this.held = this.read();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The same array as long as nothing changed. */
  snapshot = (): readonly HeldDecision[] => this.held;

  /** What was stored in this sitting; changes together with the snapshot. */
  stored = (): readonly HeldDecision[] => this.done;

  /** Keeps the decision, then sends it. One on the same request that was not stored gives way. */
  async decide(made: MadeDecision): Promise<Outcome> {
    const held: HeldDecision = { ...made, key: this.parts.newKey(), madeAt: this.parts.now().toISOString(), state: 'sending' };
    this.write([...this.held.filter((one) => !isOf(one, made)), held]);
    return this.deliver(held);
  }

  /** Sends what waits, one after another, and stops at the first that finds no way. */
  flush(): Promise<void> {
    this.flushing ??= this.sendWaiting().finally(() => { this.flushing = null; });
    return this.flushing;
  }

  /** A stored decision that was taken back: its subject waits again. */
  reopen(slug: string, requestId: string): void {
    this.done = this.done.filter((one) => !isOf(one, { slug, requestId }));
    // Another array, so that whoever watches looks again.
    this.write([...this.held]);
  }

  /** Takes note of a decision that will never be stored. */
  dismiss(key: string): void {
    this.write(this.held.filter((one) => one.key !== key));
  }

  /** Another window of this browser wrote: what it stored is gone here too. */
  reread(): void {
    const sending = this.held.filter(({ state }) => state === 'sending');
    const others = this.read().filter(({ key }) => !sending.some((one) => one.key === key));
    this.held = [...others, ...sending];
    this.tell();
  }

  private async sendWaiting(): Promise<void> {
    for (const held of this.held.filter(({ state }) => state === 'waiting')) {
      if ((await this.deliver(held)).kind === 'waiting') return;
    }
  }

  private async deliver(held: HeldDecision): Promise<Outcome> {
    this.change(held.key, { state: 'sending' });
    try {
      const request = await this.parts.send(held);
      this.done = [...this.done, held];
      this.dismiss(held.key);
      this.parts.onStored?.(held, request);
      return { kind: 'stored', request };
    } catch (error) {
      const problem = this.parts.problemOf(error);
      // No answer, a server that is ill, a session that ran out: the same decision is sent again.
      const kind = problem.status === 0 || problem.status >= 500 || problem.status === 401 || problem.status === 429 ? 'waiting' : problem.status === 409 ? 'overtaken' : 'rejected';
      const words = kind === 'waiting' ? {} : { words: problem.fields[0]?.text ?? problem.reasons[0]?.text ?? problem.detail };
      const now = { ...held, state: kind, ...words } as HeldDecision;
      this.change(held.key, now);
      if (kind === 'overtaken') this.parts.onOvertaken?.(now);
      return { kind, held: now, error };
    }
  }

  private change(key: string, change: Partial<HeldDecision>): void {
    this.write(this.held.map((one) => (one.key === key ? { ...one, ...change } : one)));
  }

  private write(held: readonly HeldDecision[]): void {
    this.held = held;
    try {
      if (held.length === 0) this.parts.storage.removeItem(this.parts.storageKey);
      else this.parts.storage.setItem(this.parts.storageKey, JSON.stringify(held));
    } catch {
      // A browser that keeps nothing still sends what this window holds.
    }
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  private read(): HeldDecision[] {
    try {
      const kept: unknown = JSON.parse(this.parts.storage.getItem(this.parts.storageKey) ?? '[]');
      if (!Array.isArray(kept)) return [];
      // Whether one that was on its way arrived is not known: with its key it may be sent again.
      return kept.filter(isHeld).map((one) => (one.state === 'sending' ? { ...one, state: 'waiting' } : one));
    } catch {
      return [];
    }
  }
}

const isOf = (one: MadeDecision, other: Pick<MadeDecision, 'slug' | 'requestId'>) => one.slug === other.slug && one.requestId === other.requestId;

function isHeld(value: unknown): value is HeldDecision {
  const one = value as Partial<HeldDecision> | null;
  return typeof one?.slug === 'string' && typeof one.requestId === 'string' && typeof one.key === 'string' && typeof one.state === 'string' && typeof one.body === 'object';
}
