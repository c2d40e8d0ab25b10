import { chmodSync, existsSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isReachableByServer, isRoot, makeSystemFolder, systemFolder } from './cluster-home';
import { findRunningServer } from './postgres-server';
import { identityOf } from './process-identity';

const prefix = 'prongsai-ephemeral-';

/** A new folder for a database that nobody will miss, where its server can reach it. */
export function makeThrowAwayFolder(): string {
  const parent = isReachableByServer(tmpdir()) ? tmpdir() : makeSystemFolder();
  const folder = mkdtempSync(join(parent, `${prefix}${process.pid}-`));
  if (isRoot()) chmodSync(folder, 0o711);
  return folder;
}

/** Ends the throw-away servers of processes that were killed, and removes their folders. */
export async function removeLeftThrowAways(): Promise<void> {
  for (const parent of [tmpdir(), systemFolder].filter((folder) => existsSync(folder))) {
    for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
      const folder = join(parent, name);
      const maker = Number(name.slice(prefix.length).split('-')[0]);
      if (identityOf(maker) || lstatSync(folder, { throwIfNoEntry: false })?.uid !== process.getuid?.()) continue;
      const server = findRunningServer(join(folder, 'postgres'));
      if (server) process.kill(server.pid, 'SIGQUIT');
      while (server && identityOf(server.pid)) await pause(20);
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
