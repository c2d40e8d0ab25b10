import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, ownIdentity, type ProcessIdentity } from './process-identity';

const joinedHere = new Set<string>();

/**
 * Notes in `runFolder` that this process uses the server; the returned function takes the note back.
 * To be called under the start lock, as is what it returns.
 */
export function joinUsers(runFolder: string): () => void {
  const folder = join(runFolder, 'users');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = `${process.pid}-${randomBytes(4).toString('hex')}`;
  const draft = join(runFolder, `${name}.draft`);
  writeFileSync(draft, JSON.stringify(ownIdentity()), { mode: 0o600 });
  renameSync(draft, join(folder, name));
  joinedHere.add(name);
  return () => {
    joinedHere.delete(name);
    rmSync(join(folder, name), { force: true });
  };
}

/** True when a living process has joined the server of `runFolder`; notes of dead ones are removed. Under the start lock. */
export function hasUsers(runFolder: string): boolean {
  const folder = join(runFolder, 'users');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const living = readdirSync(folder).filter((name) => {
    const user = JSON.parse(readFileSync(join(folder, name), 'utf8')) as ProcessIdentity;
    // A container may give this process the number of the one that died before it.
    const lives = user.pid === process.pid ? joinedHere.has(name) : isRunning(user);
    if (!lives) rmSync(join(folder, name), { force: true });
    return lives;
  });
  return living.length > 0;
}
