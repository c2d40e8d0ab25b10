import { pino } from 'pino';
import { urlOfRole } from '@prongsai/platform/db';
import { openTestDatabase, startKillableWorker, type TestDatabase } from '@prongsai/testing/db';
import { JobRunner } from './job-runner';

jest.setTimeout(90_000);

describe('a worker process that is killed, in real time', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await openTestDatabase({ alone: true })));
  afterAll(() => database.close());

  it('has its job done by another process within 60 seconds', async () => {
    const url = urlOfRole(database.url, 'prongsai_jobs', database.dataDir);
    const worker = startKillableWorker(url, 'tell');
    const runner = new JobRunner(url, [{ task: 'tell', run: async () => done() }], pino({ level: 'silent' }));
    let done = () => undefined as void;
    const again = new Promise<void>((resolve) => (done = resolve));
    await runner.ask('tell');
    await worker.begun;
    await worker.kill();
    const killedAt = performance.now();
    await runner.start('# nothing by the clock');
    await again;
    expect(performance.now() - killedAt).toBeLessThan(60_000);
    await runner.stop();
  });
});
