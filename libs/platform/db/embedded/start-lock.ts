import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import { isRunning, ownIdentity, type ProcessIdentity } from './process-identity';

interface Holder extends ProcessIdentity {
  token: string;
  released: boolean;
}

const pollMs = 25;
const patienceMs = 180_000;
const heldHere = new Set<string>();

function write(folder: string, holder: Holder): string {
  const draft = join(folder, `draft.${holder.token}.${randomBytes(4).toString('hex')}`);
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  return draft;
}

function generations(folder: string): number[] {
  return readdirSync(folder)
    .map((name) => Number(/^lock\.(\d+)$/.exec(name)?.[1] ?? 0))
    .filter((number) => number > 0)
    .sort((a, b) => b - a);
}

/** The holder written in generation `number`, or null when the file has just been cleared away by a newer one. */
function read(folder: string, number: number): Holder | null {
  try {
    return JSON.parse(readFileSync(join(folder, `lock.${number}`), 'utf8')) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function isHeld(holder: Holder): boolean {
  if (holder.released) return false;
  // A container may give this process the number of the one that died before it.
  if (holder.pid === process.pid && !heldHere.has(holder.token)) return false;
  return isRunning(holder);
}

/**
 * Runs `work` while no other process or caller holds the lock of `folder` (made when missing), and returns what it
 * returns. A holder that was killed is passed over.
 *
 * Each holder adds a file of the next number by a hard link, which only one can win, and the highest number is never
 * removed but by the holder of a higher one: so no two processes can both take over from the same dead one.
 * @throws EmbeddedPostgresError after three minutes of waiting for a living holder.
 */
export async function withStartLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const me: Holder = { ...ownIdentity(), token: randomBytes(8).toString('hex'), released: false };
  heldHere.add(me.token);
  try {
    const number = await acquire(folder, me);
    try {
      return await work();
    } finally {
      renameSync(write(folder, { ...me, released: true }), join(folder, `lock.${number}`));
    }
  } finally {
    heldHere.delete(me.token);
  }
}

async function acquire(folder: string, me: Holder): Promise<number> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const highest = generations(folder)[0] ?? 0;
    const holder = highest > 0 ? read(folder, highest) : null;
    if (holder && isHeld(holder)) {
      if (performance.now() > deadline) {
        throw new EmbeddedPostgresError(`process ${holder.pid} has been starting or stopping the database for too long (lock ${folder}/lock.${highest})`);
      }
      await pause(pollMs);
    } else if ((highest === 0 || holder) && tookNext(folder, me, highest + 1)) {
      return highest + 1;
    }
  }
}

function tookNext(folder: string, me: Holder, number: number): boolean {
  const draft = write(folder, me);
  try {
    linkSync(draft, join(folder, `lock.${number}`));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
  const all = generations(folder);
  if (all.some((other) => other > number)) {
    rmSync(join(folder, `lock.${number}`), { force: true });
    return false;
  }
  for (const older of all.filter((other) => other < number)) rmSync(join(folder, `lock.${older}`), { force: true });
  return true;
}
