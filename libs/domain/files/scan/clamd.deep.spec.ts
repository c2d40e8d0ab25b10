import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { Clamd } from './clamd';
import { ScannerAway } from './virus-scanner';

/** Debian puts it where not every path leads. */
const program = ['clamd', '/usr/sbin/clamd'].find((name) => spawnSync(name, ['--version']).status === 0);
const sick = Buffer.from('a made-up virus for specs, and harmless');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Against a real clamd with one signature of our own; where none is installed, only that is said. */
describe('a real clamd', () => {
  let dir: string;
  let daemon: ChildProcess | null = null;
  let scanner: Clamd;

  beforeAll(async () => {
    if (!program) return;
    dir = mkdtempSync(join(tmpdir(), 'clamd-'));
    const port = await freePort();
    writeFileSync(join(dir, 'made.hdb'), `${createHash('md5').update(sick).digest('hex')}:${sick.length}:Made-Up\n`);
    writeFileSync(join(dir, 'clamd.conf'), `DatabaseDirectory ${dir}\nTCPSocket ${port}\nTCPAddr 127.0.0.1\nForeground yes\nStreamMaxLength 5M\nTemporaryDirectory ${dir}\n`);
    chmodSync(dir, 0o777);
    daemon = spawn(program, [`--config-file=${join(dir, 'clamd.conf')}`], { stdio: 'ignore' });
    scanner = new Clamd({ host: '127.0.0.1', port });
    for (let tries = 0; tries < 100; tries += 1) {
      if (await scanner.scan(Readable.from([Buffer.from('x')])).then(() => true, () => false)) return;
      await pause(200);
    }
    throw new Error('clamd did not start');
  });
  afterAll(async () => {
    if (!daemon) return;
    daemon.kill();
    await once(daemon, 'exit');
    rmSync(dir, { recursive: true, force: true });
  });

  it('finds its one virus, lets the rest through, and gives no verdict above its limit', async () => {
    if (!program) return console.warn('clamd is not installed here: nothing was tried against a real one');
    expect(await scanner.scan(Readable.from([sick.subarray(0, 5), sick.subarray(5)]))).toEqual({ virus: expect.stringContaining('Made-Up') });
    expect(await scanner.scan(Readable.from([randomBytes(4 * 1_048_576)]))).toEqual({ virus: null });
    const large = Readable.from(Array.from({ length: 160 }, () => randomBytes(65_536)));
    await expect(scanner.scan(large)).rejects.toBeInstanceOf(ScannerAway);
  });
});
