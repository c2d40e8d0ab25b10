import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { transformFileSync } from '@swc/core';
import { FolderStore } from './folder-store';
import { StorageUnavailable } from './object-store';
import { objectStoreContract } from './object-store.contract';
import { openObjectStore } from './open-object-store';

let dir: string;
beforeAll(() => (dir = mkdtempSync(join(tmpdir(), 'folder store '))));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('objects in a folder', () => objectStoreContract(() => FolderStore.open(join(dir, 'contract'))));

describe('the folder', () => {
  it('is chosen when no storage address is set', async () => {
    const store = await openObjectStore({ storageUrl: null, dataDir: join(dir, 'data') });
    await store.put('quarantine/a/b', Readable.from([Buffer.from('x')]));
    expect(existsSync(join(dir, 'data', 'files', 'objects', 'quarantine', 'a', 'b'))).toBe(true);
  });

  it('keeps nothing half-written in sight', async () => {
    const store = await FolderStore.open(join(dir, 'sight'));
    const source = new Readable({ read: () => undefined });
    const kept = store.put('a/b', source);
    source.push('half');
    expect(await store.stat('a/b')).toBeNull();
    source.push(null);
    expect((await kept).size).toBe(4);
    expect(readdirSync(join(dir, 'sight', 'incoming'))).toEqual([]);
  });

  it('leaves the half-written files of living writers alone and sweeps the rest', async () => {
    const home = join(dir, 'sweep');
    const store = await FolderStore.open(home);
    const source = new Readable({ read: () => undefined });
    const kept = store.put('a/b', source);
    source.push('ha');
    while (readdirSync(join(home, 'incoming')).length === 0) await new Promise(setImmediate);
    const host = hostname().replace(/[^A-Za-z0-9-]/g, '-');
    const leftover = (name: string) => writeFileSync(join(home, 'incoming', name), 'half');
    leftover(`${host}.${process.pid}.of-an-earlier-life-with-this-number`);
    leftover(`${host}.${process.ppid}.of-another-living-process`);
    leftover('elsewhere.1.fresh');
    leftover('elsewhere.1.old');
    utimesSync(join(home, 'incoming', 'elsewhere.1.old'), new Date('2020-01-01'), new Date('2020-01-01'));
    await FolderStore.open(home);
    expect(readdirSync(join(home, 'incoming')).filter((name) => !/^[0-9a-f-]{36}$/.test(name.split('.')[2] ?? '')).sort()).toEqual(
      ['elsewhere.1.fresh', `${host}.${process.ppid}.of-another-living-process`].sort(),
    );
    source.push('lf');
    source.push(null);
    await kept;
    expect(await text(await store.get('a/b'))).toBe('half');
  });

  it('says that it is not available when it cannot write', async () => {
    writeFileSync(join(dir, 'a file'), '');
    await expect(FolderStore.open(join(dir, 'a file', 'store'))).rejects.toThrow(StorageUnavailable);
    const store = await FolderStore.open(join(dir, 'lost'));
    rmSync(join(dir, 'lost'), { recursive: true });
    await expect(store.put('a/b', Readable.from([Buffer.from('x')]))).rejects.toThrow(StorageUnavailable);
  });

  it('says so too when there is a file where its folder was', async () => {
    const home = join(dir, 'no folder');
    const store = await FolderStore.open(home);
    for (const name of ['incoming', 'objects']) {
      rmSync(join(home, name), { recursive: true });
      writeFileSync(join(home, name), '');
      await expect(store.put('a/b', Readable.from([Buffer.from('x')]))).rejects.toThrow(StorageUnavailable);
      rmSync(join(home, name));
      mkdirSync(join(home, name));
    }
  });

  it('has all that was acknowledged and nothing half after kill -9', async () => {
    const home = join(dir, 'killed');
    const compiled = mkdtempSync(join(tmpdir(), 'store-'));
    for (const file of ['object-store', 'folder-store']) {
      const { code } = transformFileSync(join(__dirname, `${file}.ts`), {
        swcrc: false,
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
      });
      writeFileSync(join(compiled, `${file}.js`), code);
    }
    const writer = spawn(process.execPath, [
      '-e',
      `const { FolderStore } = require(process.argv[1]); const { Readable } = require('node:stream');
       FolderStore.open(process.argv[2]).then(async (store) => {
         await store.put('a/whole', Readable.from([Buffer.alloc(1 << 20, 1)]));
         let given = 0;
         const endless = new Readable({ read() { if (given++ < 20) this.push(Buffer.alloc(1 << 16)); else process.stdout.write('writing'); } });
         await store.put('a/half', endless);
       });`,
      join(compiled, 'folder-store.js'),
      home,
    ]);
    await once(writer.stdout, 'data');
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    expect(readdirSync(join(home, 'incoming'))).toHaveLength(1);
    const store = await FolderStore.open(home);
    expect(readdirSync(join(home, 'incoming'))).toEqual([]);
    expect((await store.stat('a/whole'))?.size).toBe(1 << 20);
    expect(await store.stat('a/half')).toBeNull();
    rmSync(compiled, { recursive: true, force: true });
  });
});
