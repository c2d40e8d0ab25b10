import { createHash } from 'node:crypto';

/** One entry of the trail as it is stored, everything as text. */
export interface ChainEntry {
  chainId: string;
  seq: number;
  /** The business instant in UTC with microseconds, as the hash has it. */
  at: string;
  accountId: string;
  reach: string;
  act: string;
  subjectType: string;
  subjectId: string;
  /** Text of the jsonb. */
  detail: string;
  previousHash: string;
  hash: string;
}

/** Where a chain ends, kept beside it. */
export interface ChainHead {
  seq: number;
  hash: string;
}

/** The hash of an entry: the formula of `app.record` in the migration that made the trail. */
export function hashOfEntry(entry: Omit<ChainEntry, 'hash'>): string {
  const parts = [
    entry.previousHash, entry.chainId, entry.seq, entry.at, entry.accountId, entry.reach, entry.act, entry.subjectType, entry.subjectId, entry.detail,
  ];
  return createHash('sha256').update(parts.join('|'), 'utf8').digest('hex');
}

/** Walks one chain entry by entry and remembers the first thing that does not fit. */
export class ChainWalk {
  private last: ChainHead = { seq: 0, hash: '' };
  private found: string | null = null;

  /** The next entry, in the order of the numbers. */
  step(entry: ChainEntry): void {
    if (this.found) return;
    const name = `entry ${entry.seq} (${entry.act}, ${entry.at}Z)`;
    if (entry.seq !== this.last.seq + 1) this.found = `entry ${this.last.seq + 1} is missing, ${name} comes after ${this.last.seq}`;
    else if (entry.previousHash !== this.last.hash) this.found = `${name} does not follow from the entry before it`;
    else if (hashOfEntry(entry) !== entry.hash) this.found = `${name} was changed after it was written`;
    this.last = { seq: entry.seq, hash: entry.hash };
  }

  /** The first break of the chain, given its head; null when everything fits. */
  end(head: ChainHead | null): string | null {
    if (this.found) return this.found;
    if (!head) return 'the chain has no head';
    if (head.seq > this.last.seq) return `cut off: the head stands at entry ${head.seq}, the chain ends with ${this.last.seq}`;
    if (head.seq < this.last.seq) return `entry ${head.seq + 1} and later stand behind the head`;
    return head.hash === this.last.hash ? null : `the head has another hash than entry ${this.last.seq}`;
  }
}
