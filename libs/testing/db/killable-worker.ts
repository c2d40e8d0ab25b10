import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { transformFileSync } from '@swc/core';

/** A worker in a process of its own, to be killed with signal 9. */
export interface KillableWorker {
  /** The payload of its first job, once that job is running; it never ends. */
  begun: Promise<unknown>;
  /** Kills the process; resolves when it is gone. */
  kill(): Promise<void>;
}

const program = `
const { JobRunner } = require(process.argv[1]);
const [, , url, task] = process.argv;
const log = { error: console.error, warn: () => undefined };
const run = (payload) => new Promise(() => console.log(JSON.stringify(payload)));
new JobRunner(url, [{ task, run }], log).start('# nothing by the clock', { pollMs: 100 });
`;

/** Starts the service's own JobRunner on `url` with one task that begins and never ends. */
export function startKillableWorker(url: string, task: string): KillableWorker {
  const folder = mkdtempSync(path.join(tmpdir(), 'prongsai-worker-'));
  const file = path.join(folder, 'job-runner.js');
  for (const name of ['job-runner', 'patient-pool']) {
    const source = path.resolve(__dirname, `../../platform/jobs/${name}.ts`);
    writeFileSync(path.join(folder, `${name}.js`), transformFileSync(source, { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }).code);
  }
  const env = { ...process.env, NODE_PATH: path.resolve(__dirname, '../../../node_modules') };
  const child = spawn(process.execPath, ['-e', program, file, url, task], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit').then(() => rmSync(folder, { recursive: true, force: true }));
  const lines = createInterface({ input: child.stdout });
  const begun = Promise.race([
    once(lines, 'line').then(([line]) => JSON.parse(String(line)) as unknown),
    gone.then(() => Promise.reject(new Error('the worker ended before it began a job'))),
  ]);
  begun.catch(() => undefined);
  return {
    begun,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
