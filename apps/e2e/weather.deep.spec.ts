import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { eventually, multipartFile } from '@prongsai/testing/db';
import { aPdf, unique } from '@prongsai/testing/factories';
import { Dice } from './fire/dice';
import { brokenFiles, brokenRules, namesIn } from './fire/invariants';
import { KillableServer } from './fire/killable-server';
import { UnderFire } from './fire/under-fire';
import { buildWhatChanged } from './server-process';

jest.setTimeout(240_000);

/** SPEC 20: what an upload meets when the storage is away or the service is told to stop. */
describe('an upload in bad weather', () => {
  let service: KillableServer;
  let fire: UnderFire;

  beforeAll(async () => {
    await buildWhatChanged();
    service = new KillableServer();
    await service.start();
    fire = await UnderFire.open(service, Dice.ofThisRun());
  });
  afterAll(() => service?.close());

  const files = () => path.join(service.dataDir, 'files');
  const address = () => `/api/v1/tenants/${fire.units[0]?.slug}/files`;
  const rows = async () => Number((await service.database.look('select count(*)::int as n from stored_file'))[0]?.['n']);
  const upload = (bytes = aPdf(unique('weather'))) => {
    const { body, headers } = multipartFile('เอกสาร.pdf', bytes);
    return fire.person(0, 'owner').post(address(), body, headers);
  };

  /** An upload of which the second half is sent by `finish`; its answer, or null when the line was cut. */
  function slowUpload(bytes = aPdf(unique('slow').repeat(20_000))): { begun: Promise<void>; finish: () => void; answer: Promise<{ status: number; words: string } | null> } {
    const { body, headers } = multipartFile('เอกสาร.pdf', bytes);
    const visitor = fire.person(0, 'owner');
    const half = Math.floor(body.length / 2);
    const request = http.request({
      host: '127.0.0.1', port: service.running.port, method: 'POST', path: address(), agent: false,
      headers: { ...headers, host: visitor.host, origin: `http://${visitor.host}`, cookie: visitor.cookie, 'content-length': String(body.length) },
    });
    const answer = new Promise<{ status: number; words: string } | null>((resolve) => {
      request.on('error', () => resolve(null));
      request.on('response', (response) => {
        let words = '';
        response.on('data', (chunk: Buffer) => (words += chunk.toString()));
        response.on('error', () => resolve(null));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, words }));
      });
    });
    request.write(body.subarray(0, half));
    // The service has begun once its half lies in the folder of what comes in.
    const begun = eventually(async () => namesIn(files(), 'incoming').length > 0).then(() => undefined);
    return { begun, finish: () => request.end(body.subarray(half)), answer };
  }

  /** A folder that nobody can write to, whoever they are: it is no folder. */
  async function withoutFolder(name: string, work: () => Promise<void>): Promise<void> {
    const folder = path.join(files(), name);
    renameSync(folder, `${folder}.away`);
    writeFileSync(folder, '');
    try {
      await work();
    } finally {
      rmSync(folder);
      renameSync(`${folder}.away`, folder);
    }
  }

  it.each(['incoming', 'objects'])('is refused whole while the storage has no %s, and the next one is taken', async (name) => {
    const before = await rows();
    await withoutFolder(name, async () => {
      const answer = await upload();
      expect([answer.status, Number(answer.headers['retry-after']) > 0]).toEqual([503, true]);
      expect(answer.json).toMatchObject({ code: 'UNAVAILABLE', title: expect.stringMatching(/[\u0E00-\u0E7F]/) });
      expect((await service.visitor('console').get('/healthz')).status).toBe(200);
    });
    expect([await rows(), namesIn(files(), 'incoming'), namesIn(files(), 'objects/quarantine')]).toEqual([before, [], []]);
    expect((await upload()).status).toBe(201);
    expect(await brokenFiles(service.database.look, service.dataDir)).toEqual([]);
  });

  it('is refused whole when the storage goes while its bytes arrive', async () => {
    const before = await rows();
    const slow = slowUpload();
    await slow.begun;
    await withoutFolder('objects', async () => {
      slow.finish();
      expect(await slow.answer).toMatchObject({ status: 503 });
    });
    expect([await rows(), namesIn(files(), 'incoming'), namesIn(files(), 'objects/quarantine')]).toEqual([before, [], []]);
  });

  it('that is under way when the service is told to stop is finished, and answered', async () => {
    const slow = slowUpload();
    await slow.begun;
    const ended = service.terminate();
    await eventually(async () => service.output().includes('stopping'));
    slow.finish();
    expect(await slow.answer).toMatchObject({ status: 201 });
    expect(await ended).toMatchObject({ code: 0 });
    await service.start();
    await fire.check();
  });

  it('that hangs when the service is told to stop is cut off: it is gone in 15 seconds, its PostgreSQL too, and nothing of the upload is left', async () => {
    const before = await rows();
    const slow = slowUpload();
    await slow.begun;
    const { code, seconds } = await service.terminate();
    expect(await slow.answer).toBe(null);
    expect([code, seconds < 15]).toEqual([0, true]);
    expect(existsSync(path.join(service.dataDir, 'postgres/postmaster.pid'))).toBe(false);
    await service.start();
    expect([await rows(), namesIn(files(), 'incoming'), namesIn(files(), 'objects/quarantine')]).toEqual([before, [], []]);
    await fire.check();
  });

  it('that is cut off by a kill leaves nothing that stays: what waits for its checks is cleared away', async () => {
    const slow = slowUpload();
    await slow.begun;
    await service.kill('everything');
    expect(await slow.answer).toBe(null);
    await service.start();
    expect(namesIn(files(), 'incoming')).toEqual([]);
    expect(await brokenRules(service.database.look)).toEqual({});
  });
});
