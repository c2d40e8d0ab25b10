import { spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import path from 'node:path';
import { freePort } from './free-port';
import type { Reading } from './probe';

/** A server in a process of its own, listening on loopback, with a probe inside. */
export interface MeasuredProcess {
  port: number;
  /** CPU used so far, in microseconds. */
  cpu(): Promise<number>;
  /** Bytes held by JavaScript after a collection. */
  memory(): Promise<number>;
  end(): Promise<void>;
}

const readySeconds = 240;

/** Starts `program` (a compiled file) on a free port and waits until `/readyz` answers 200. Throws with its own words. */
export async function startMeasured(program: string, environment: Record<string, string>): Promise<MeasuredProcess> {
  const port = await freePort();
  const { PATH, TMPDIR, LANG } = process.env;
  const child = spawn(process.execPath, ['--expose-gc', '--require', path.join(__dirname, 'probe.js'), program], {
    env: { PATH, TMPDIR, LANG, PORT: String(port), ...environment }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes: Buffer) => (words = (words + bytes.toString()).slice(-20_000)));
  let ended = false;
  const gone = once(child, 'exit').then(() => (ended = true));
  const read = async (question: 'read' | 'read memory'): Promise<Reading> => {
    child.send(question);
    const [answer] = (await once(child, 'message', { signal: AbortSignal.timeout(30_000) })) as [{ reading: Reading }];
    return answer.reading;
  };
  const end = async () => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 16_000);
    await gone;
    clearTimeout(late);
  };
  const until = performance.now() + readySeconds * 1000;
  while (!(await isReady(port))) {
    if (ended || performance.now() > until) {
      await end();
      throw new Error(`${path.basename(program)} did not start\n${words}`);
    }
    await new Promise((again) => setTimeout(again, 50));
  }
  return { port, cpu: async () => (await read('read')).cpuMicros, memory: async () => (await read('read memory')).heldBytes, end };
}

function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = http.get({ host: '127.0.0.1', port, path: '/readyz', agent: false, timeout: 2_000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}
