import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { nameOf, type ClusterHome } from './cluster-home';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import { programPath, type NativeBinaries } from './native-binaries';
import { identityOf } from './process-identity';

/** The name of the superuser of every embedded cluster. */
export const superuser = 'postgres';

/** A server that runs on the cluster now, as its own pid file tells it. */
export interface RunningServer {
  pid: number;
  port: number;
  isReady: boolean;
}

const logName = 'server.log';
const largestLog = 10 * 1024 * 1024;

/**
 * Makes the cluster with initdb when there is none yet: UTF-8, byte order C.UTF-8, Thai collation of ICU as the
 * database's own, SCRAM passwords only. It is made beside its place and renamed into it, so a cluster is whole or absent.
 * @throws EmbeddedPostgresError with initdb's own words, or when the cluster is of another major version.
 */
export async function prepareCluster(binaries: NativeBinaries, home: ClusterHome, password: string, isDurable: boolean): Promise<void> {
  const parent = dirname(home.directory);
  if (statSync(home.directory, { throwIfNoEntry: false })) {
    const found = readFileSync(join(home.directory, 'PG_VERSION'), 'utf8').trim();
    if (found === binaries.major) return;
    throw new EmbeddedPostgresError(`the database in ${home.directory} was made by PostgreSQL ${found}, and this is ${binaries.major}: dump it with the old version and load it into a new DATA_DIR`);
  }
  const draftPrefix = `${basename(home.directory)}.new-`;
  for (const left of readdirSync(parent)) if (left.startsWith(draftPrefix)) rmSync(join(parent, left), { recursive: true });

  const draft = join(parent, `${draftPrefix}${randomBytes(4).toString('hex')}`);
  mkdirSync(draft, { mode: 0o700 });
  const passwordFile = `${draft}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  try {
    for (const path of home.user ? [draft, passwordFile] : []) chownSync(path, home.user?.uid ?? 0, home.user?.gid ?? 0);
    const args = ['-D', draft, '-U', superuser, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=th-TH'];
    await runProgram(binaries, 'initdb', isDurable ? args : [...args, '--no-sync'], home);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, home.directory);
  if (isDurable) syncFolder(parent);
}

/** The server that runs on `directory`, or null. What the pid file says is believed only of a real server of this cluster. */
export function findRunningServer(directory: string): RunningServer | null {
  const lines = pidFileLines(directory);
  const pid = Number(lines?.[0]);
  if (!lines || !isServerOf(directory, pid)) return null;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

/**
 * Starts the server and waits until pg_ctl finds it ready, recovery after a crash included.
 * @param settings PostgreSQL settings by name; their values need no quoting in a shell.
 * @throws EmbeddedPostgresError with the end of the server's log.
 */
export async function startServer(binaries: NativeBinaries, home: ClusterHome, settings: Record<string, string>): Promise<void> {
  disownPidFile(home.directory);
  const log = join(home.directory, logName);
  const before = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (before > largestLog) renameSync(log, `${log}.1`);
  const options = Object.entries({ ...settings, cluster_name: clusterName(home.directory) }).map(([name, value]) => `-c '${name}=${value}'`);
  try {
    await runProgram(binaries, 'pg_ctl', ['start', '-w', '-t', '300', '-s', '-l', logName, '-o', options.join(' ')], home);
  } catch {
    const said = logSince(log, before > largestLog ? 0 : before);
    throw new EmbeddedPostgresError(`PostgreSQL did not start on ${home.directory}:\n${said.slice(-2000).trim()}`);
  }
}

/** Stops the server: sessions are ended, everything is written down, and the call returns when the server is gone. */
export async function stopServer(binaries: NativeBinaries, home: ClusterHome): Promise<void> {
  if (!findRunningServer(home.directory)) return;
  try {
    await runProgram(binaries, 'pg_ctl', ['stop', '-m', 'fast', '-w', '-t', '60', '-s'], home);
  } catch (error) {
    if (!findRunningServer(home.directory)) return;
    throw new EmbeddedPostgresError(`PostgreSQL on ${home.directory} does not stop: ${(error as Error).message}`);
  }
}

/** True when `error` of startServer means that another program took the port first. */
export function isPortTaken(error: unknown): boolean {
  return error instanceof EmbeddedPostgresError && error.message.includes('Address already in use');
}

/** True when the server before this one was killed and its last sessions have not noticed yet. */
export function isStillEnding(error: unknown): boolean {
  return error instanceof EmbeddedPostgresError && error.message.includes('shared memory block');
}

function clusterName(directory: string): string {
  return `prongsai-${nameOf(directory)}`;
}

function pidFileLines(directory: string): string[] | null {
  try {
    return readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** After a crash the number in the pid file may have gone to any other process; the cluster's name tells. */
function isServerOf(directory: string, pid: number): boolean {
  if (!identityOf(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(clusterName(directory));
  } catch {
    return process.platform !== 'linux';
  }
}

/**
 * PostgreSQL does not start while any process of its user has the number in a stale pid file, a dead server that
 * nobody has reaped among them. Our own number is one that it passes over; the rest of the file stays, for by it
 * PostgreSQL finds sessions that outlived a killed server.
 */
function disownPidFile(directory: string): void {
  const lines = pidFileLines(directory);
  if (!lines || isServerOf(directory, Number(lines[0]))) return;
  writeFileSync(join(directory, 'postmaster.pid'), [String(process.pid), ...lines.slice(1)].join('\n'));
}

function runProgram(binaries: NativeBinaries, name: 'initdb' | 'pg_ctl', args: string[], home: ClusterHome): Promise<void> {
  // The data directory goes by PGDATA, since pg_ctl would hand a path given as an argument to a shell.
  const env = { PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'], LC_ALL: 'C', TZ: 'UTC', ...(name === 'pg_ctl' ? { PGDATA: home.directory } : {}) };
  const cwd = name === 'pg_ctl' ? home.directory : '/';
  return new Promise((resolve, reject) => {
    const options = { env, cwd, ...home.user, windowsHide: true };
    execFile(programPath(binaries, name), args, options, (error, stdout, stderr) => {
      if (error) reject(new EmbeddedPostgresError(`${name} failed: ${`${stderr}\n${stdout}`.trim() || error.message}`));
      else resolve();
    });
  });
}

function logSince(log: string, position: number): string {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= position) return '(it wrote nothing to its log)';
  const file = openSync(log, 'r');
  try {
    const bytes = Buffer.alloc(Math.min(size - position, 65_536));
    readSync(file, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString('utf8');
  } finally {
    closeSync(file);
  }
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
