import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { eventually } from '@prongsai/testing/db';
import { watchOverGroup } from './guardian';

const root = path.resolve(__dirname, '../..');
const main = path.join(root, 'dist/apps/server/main.js');

/** The built service in a process of its own, as `npm start` runs it; the head of a process group of its own. */
export interface ServerProcess {
  port: number;
  pid: number;
  /** What a browser types: `origin('kapho')`, `origin('console')`; without a name the portal. */
  origin(name?: string): string;
  /** All that it wrote so far. */
  output(): string;
  /** Ends it by signal, its whole group when it is killed, and answers its exit code, null after a kill. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** Builds what has changed; when nothing has, that is told in a moment. Throws with the compiler's words. */
export async function buildWhatChanged(): Promise<void> {
  const build = spawn(process.execPath, [path.join(root, 'deploy/build.mjs')], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  for (const stream of [build.stdout, build.stderr]) stream.on('data', (bytes: Buffer) => (words += bytes.toString()));
  const [status] = (await once(build, 'close')) as [number];
  if (status !== 0 || !existsSync(main)) throw new Error(`the service could not be built\n${words}`);
}

/** Starts it on a free port and waits until it is ready. `environment` must name at least DATA_DIR. */
export async function startServerProcess(environment: NodeJS.ProcessEnv & { DATA_DIR: string }): Promise<ServerProcess> {
  const port = await freePort();
  const { PATH, TMPDIR, LANG } = process.env;
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    cwd: root, env: { PATH, TMPDIR, LANG, DEMO: 'none', PORT: String(port), ...environment }, stdio: ['ignore', 'pipe', 'pipe'], detached: true,
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (words += bytes.toString()));
  const gone = once(child, 'exit').then(([code]) => code as number | null);
  if (child.pid === undefined) throw new Error('the service could not be started');
  const { pid } = child;
  watchOverGroup(pid);
  let ended = false;
  void gone.then(() => (ended = true));
  const end = (signal: 'SIGTERM' | 'SIGKILL') => {
    if (!ended) process.kill(signal === 'SIGKILL' ? -pid : pid, signal);
    return gone;
  };
  try {
    await eventually(async () => ended || (await isReady(port)), Boolean, 60);
    if (ended) throw new Error('it ended');
  } catch (error) {
    await end('SIGKILL');
    throw new Error(`the service did not start: ${error instanceof Error ? error.message : String(error)}\n${words}`);
  }
  return { port, pid, origin: (name) => `http://${name ? `${name}.` : ''}localhost:${port}`, output: () => words, end };
}

function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = http.get({ host: '127.0.0.1', port, path: '/readyz', agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('error', () => resolve(false));
  });
}

/** A port of loopback that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = net.createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}
