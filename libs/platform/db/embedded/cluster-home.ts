import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error';

/** The user that PostgreSQL runs as when this process is root, which PostgreSQL refuses. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/** Where a database cluster lies, and as whom it is run. */
export interface ClusterHome {
  /** PostgreSQL's own data directory. */
  directory: string;
  /** Null: as the user of this process. */
  user: ServerUser | null;
}

/** The folder for what root cannot keep inside an unreachable DATA_DIR; made when first needed. */
export const systemFolder = '/var/lib/prongsai';
const nobody: ServerUser = { uid: 65534, gid: 65534 };
const pointerName = 'postgres.location';

/** True when this process is root, so that PostgreSQL must run as somebody else. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Finds, or chooses once and for all, where the cluster of `dataDir` lies. To be called under the start lock.
 *
 * It is `dataDir/postgres`, with one exception: started by root from a folder that the unprivileged server cannot
 * reach (root's own home is 0700), a new cluster goes to `/var/lib/prongsai/<name>/postgres`, and the file
 * `dataDir/postgres.location` holds that path. Root runs an existing cluster as the user it belongs to.
 * @throws EmbeddedPostgresError when the cluster belongs to another user, cannot be reached, or is gone from where the
 *   pointer says: never is an empty database put in place of a lost one.
 */
export function clusterHome(dataDir: string): ClusterHome {
  const pointer = join(dataDir, pointerName);
  if (existsSync(pointer)) return pointedHome(dataDir, pointer);
  const directory = join(dataDir, 'postgres');
  if (existsSync(directory)) return existingHome(directory);
  if (!isRoot()) return { directory, user: null };
  if (isReachable(dataDir, nobody)) return { directory, user: nobody };

  const home = join(systemFolder, `${nameOf(dataDir)}-${randomBytes(4).toString('hex')}`);
  makeSystemFolder();
  mkdirSync(home, { mode: 0o711 });
  chmodSync(home, 0o711);
  writeFileSync(join(home, 'owner'), realpathSync(dataDir), { mode: 0o600 });
  writeFileSync(`${pointer}.new`, `${join(home, 'postgres')}\n`, { mode: 0o644, flush: true });
  renameSync(`${pointer}.new`, pointer);
  return { directory: join(home, 'postgres'), user: nobody };
}

/** A short name that no two data directories share. */
export function nameOf(folder: string): string {
  return createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 16);
}

/** Makes the system folder, readable by all and written by root alone. */
export function makeSystemFolder(): string {
  mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
  chmodSync(systemFolder, 0o755);
  return systemFolder;
}

/** True when the server, as whomever it runs, can enter `folder`. */
export function isReachableByServer(folder: string): boolean {
  return !isRoot() || isReachable(folder, nobody);
}

function pointedHome(dataDir: string, pointer: string): ClusterHome {
  const directory = readFileSync(pointer, 'utf8').trim();
  if (!existsSync(dirname(directory))) {
    throw new EmbeddedPostgresError(`${pointer} says that the database is in ${directory}, which is not there: bring it back, or delete ${dataDir} to begin with an empty one`);
  }
  const ownerFile = join(dirname(directory), 'owner');
  const owner = isRoot() && existsSync(ownerFile) ? readFileSync(ownerFile, 'utf8') : realpathSync(dataDir);
  if (owner !== realpathSync(dataDir)) {
    if (isSamePointer(join(owner, pointerName), directory)) {
      throw new EmbeddedPostgresError(`${dataDir} is a copy of ${owner}, and both name the database in ${directory}: copy that folder too and correct ${pointer}`);
    }
    writeFileSync(ownerFile, realpathSync(dataDir), { mode: 0o600 });
  }
  if (existsSync(directory)) return existingHome(directory);
  if (!isRoot()) throw new EmbeddedPostgresError(`the database in ${directory} was begun by root: start as root again`);
  return { directory, user: nobody };
}

function isSamePointer(pointer: string, directory: string): boolean {
  return existsSync(pointer) && readFileSync(pointer, 'utf8').trim() === directory;
}

function existingHome(directory: string): ClusterHome {
  const { uid, gid } = statSync(directory);
  if (!isRoot()) {
    if (process.getuid && uid !== process.getuid()) {
      throw new EmbeddedPostgresError(`the database in ${directory} belongs to user ${uid}: start as that user, or as root`);
    }
    return { directory, user: null };
  }
  if (uid === 0) {
    throw new EmbeddedPostgresError(`the database in ${directory} belongs to root, as whom PostgreSQL will not run: chown -R ${nobody.uid}:${nobody.gid} it`);
  }
  const user = { uid, gid };
  if (!isReachable(directory, user)) {
    throw new EmbeddedPostgresError(`the database in ${directory} cannot be reached by user ${uid}, as whom it runs: let that user pass through its parent folders (chmod o+x)`);
  }
  return { directory, user };
}

/** Asked by trying, since access lists and mounts may say otherwise than the mode bits. */
function isReachable(folder: string, user: ServerUser): boolean {
  if (!lstatSync(folder, { throwIfNoEntry: false })) return false;
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...user, cwd: '/', env: {}, stdio: 'ignore' }).status === 0;
}
