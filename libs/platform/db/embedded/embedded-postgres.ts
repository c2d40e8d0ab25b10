import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { clusterHome, isRoot, makeSystemFolder, type ClusterHome } from './cluster-home';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import { copiedBinaries, installedBinaries, type NativeBinaries } from './native-binaries';
import { findRunningServer, isPortTaken, isStillEnding, prepareCluster, startServer, stopServer, superuser } from './postgres-server';
import { hasUsers, joinUsers } from './server-users';
import { withStartLock } from './start-lock';
import { makeThrowAwayFolder, removeLeftThrowAways } from './throw-away-folder';

export interface EmbeddedPostgresOptions {
  /** The installation's DATA_DIR; made when missing. Not used when `ephemeral`. */
  dataDir?: string;
  /** Called with one English sentence for each thing done. */
  log?: (message: string) => void;
  /** The port to listen on; without it the port of the last start, or at first any free one. */
  port?: number;
  /** For tests: an empty database in the temporary folder, without fsync, removed by `stop`. */
  ephemeral?: boolean;
}

export interface EmbeddedPostgres {
  /** postgres://… of the superuser on database `postgres` at 127.0.0.1: for making roles and databases, never for serving. */
  url: string;
  host: '127.0.0.1';
  port: number;
  user: string;
  password: string;
  /** PostgreSQL's own data directory. */
  directory: string;
  /** True when the server was already running (another process of this DATA_DIR uses it, or its starter was killed). */
  isAdopted: boolean;
  /** Leaves the server, and stops it in fast mode when no other living process uses it. May be called again. */
  stop(): Promise<void>;
}

const durable = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };
const throwAway = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Brings up the PostgreSQL that comes inside the npm packages: as root (it then runs as uid 65534 from a copy of the
 * binaries in /var/lib/prongsai) or as an ordinary user, after a crash or beside another process of the same DATA_DIR.
 * At most one server ever runs on a DATA_DIR; one left behind by a killed process is taken over.
 *
 * Kept in DATA_DIR: `postgres/` (or `postgres.location`, see clusterHome), `secrets/postgres-superuser` (0600) and
 * `postgres-run/` (lock, users, port).
 * @throws EmbeddedPostgresError saying what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  if (options.ephemeral) await removeLeftThrowAways();
  const dataDir = options.ephemeral ? makeThrowAwayFolder() : options.dataDir && resolve(options.dataDir);
  if (!dataDir) throw new EmbeddedPostgresError('startEmbeddedPostgres needs dataDir, or ephemeral');
  try {
    return await start(dataDir, options);
  } catch (error) {
    if (options.ephemeral) rmSync(dataDir, { recursive: true, force: true });
    const { code, path } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM') throw error;
    throw new EmbeddedPostgresError(`${path ?? dataDir} belongs to another user: start as the user who began ${dataDir}`, { cause: error });
  }
}

async function start(dataDir: string, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  if (mkdirSync(dataDir, { recursive: true })) chmodSync(dataDir, isRoot() ? 0o711 : 0o700);
  const run = join(dataDir, 'postgres-run');

  return withStartLock(run, async () => {
    const password = keptPassword(dataDir);
    const binaries = isRoot() ? copiedBinaries(makeSystemFolder()) : installedBinaries(dataDir);
    const home = clusterHome(dataDir);
    await prepareCluster(binaries, home, password, !options.ephemeral);
    const settings = { ...serverSettings(), ...(options.ephemeral ? throwAway : durable) };
    const marks = JSON.stringify({ binaries: binaries.version, settings });
    const isAdopted = await isUsable(binaries, home, run, marks, options.port, log);
    if (!isAdopted) {
      await startOnSomePort(binaries, home, settings, [options.port, keptPort(run)], options.port !== undefined);
    }
    const port = findRunningServer(home.directory)?.port;
    if (!port) throw new EmbeddedPostgresError(`PostgreSQL on ${home.directory} ended as soon as it had started`);
    replace(join(run, 'port'), String(port));
    replace(join(run, 'marks'), marks);
    const leave = joinUsers(run);
    log(`${isAdopted ? 'took over the running PostgreSQL' : 'started PostgreSQL'} ${binaries.version} on 127.0.0.1:${port}, data in ${home.directory}`);

    let stopping: Promise<void> | undefined;
    const stop = () => (stopping ??= withStartLock(run, async () => {
      leave();
      if (!hasUsers(run)) await stopServer(binaries, home);
    }).then(() => {
      if (options.ephemeral) rmSync(dataDir, { recursive: true, force: true });
    }));
    const url = `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`;
    return { url, host: '127.0.0.1', port, user: superuser, password, directory: home.directory, isAdopted, stop };
  });
}

function serverSettings(): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
  };
}

/** True when a server runs that can be used as it is; one that nobody uses and that is not as wanted is stopped. */
async function isUsable(binaries: NativeBinaries, home: ClusterHome, run: string, marks: string, port: number | undefined, log: (message: string) => void): Promise<boolean> {
  const running = findRunningServer(home.directory);
  if (!running) return false;
  const isWanted = port === undefined || port === running.port;
  if (hasUsers(run)) {
    if (isWanted) return true;
    throw new EmbeddedPostgresError(`PostgreSQL on ${home.directory} is in use on port ${running.port}, so it cannot be moved to ${port}`);
  }
  if (isWanted && running.isReady && kept(run, 'marks') === marks) return true;
  log(`stopping PostgreSQL (process ${running.pid}), left by a process that was killed`);
  await stopServer(binaries, home);
  return false;
}

async function startOnSomePort(binaries: NativeBinaries, home: ClusterHome, settings: Record<string, string>, wishes: (number | undefined)[], isFixed: boolean): Promise<void> {
  const tries = 200;
  for (let attempt = 1; ; attempt++) {
    const port = (attempt === 1 || isFixed ? wishes.find((wish) => wish !== undefined) : undefined) ?? (await freePort());
    try {
      return await startServer(binaries, home, { ...settings, port: String(port) });
    } catch (error) {
      const mayTryAgain = isStillEnding(error) || (isPortTaken(error) && !isFixed);
      if (!mayTryAgain || attempt === tries) throw error;
      if (isStillEnding(error)) await pause(100);
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}

function keptPort(run: string): number | undefined {
  return Number(kept(run, 'port')) || undefined;
}

function kept(run: string, name: string): string | null {
  const file = join(run, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function replace(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

/** The superuser's password, made at the first call. To be called under the start lock. */
function keptPassword(dataDir: string): string {
  const folder = join(dataDir, 'secrets');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const known = kept(folder, 'postgres-superuser');
  if (known) return known.trim();
  const made = randomBytes(24).toString('hex');
  replace(join(folder, 'postgres-superuser'), made);
  return made;
}
