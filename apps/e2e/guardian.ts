import { spawn, type ChildProcess } from 'node:child_process';

/** Waits until its standard input ends, which is when the process of the tests has gone, and kills what is still there. */
const program = `
const fs = require('node:fs');
const groups = [], folders = [];
const kill = (pid) => { try { process.kill(pid, 'SIGKILL'); } catch {} };
const is = (pid, words) => { try { return pid > 1 && fs.readFileSync('/proc/' + pid + '/cmdline', 'utf8').includes(words); } catch { return process.platform !== 'linux'; } };
const postmaster = (folder) => { try { return Number(fs.readFileSync(folder + '/postgres/postmaster.pid', 'utf8').split('\\n')[0]); } catch { return 0; } };
require('node:readline').createInterface({ input: process.stdin })
  .on('line', (line) => (line.startsWith('/') ? folders : groups).push(line))
  .on('close', () => {
    for (const group of groups) if (is(group, 'apps/server/main.js')) kill(-Number(group));
    for (const folder of folders) {
      const pid = postmaster(folder);
      if (is(pid, 'postgres')) kill(pid);
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }
    process.exit();
  });
`;
let guardian: ChildProcess | null = null;

/** Killed with the tests' own process, however that ends: a group that leads itself is in nobody's Ctrl-C. */
export function watchOverGroup(pid: number): void {
  tell(String(pid));
}

/** A DATA_DIR to be removed with the tests' own process, together with the PostgreSQL that still runs on it. */
export function watchOverFolder(folder: string): void {
  tell(folder);
}

function tell(line: string): void {
  if (!guardian) {
    guardian = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
    guardian.unref();
    (guardian.stdin as unknown as { unref(): void }).unref();
    guardian.stdin?.on('error', () => undefined);
  }
  guardian.stdin?.write(`${line}\n`);
}
