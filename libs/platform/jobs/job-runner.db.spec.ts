import { pino } from 'pino';
import { newId } from '@prongsai/kernel/core';
import { Outbox, urlOfRole } from '@prongsai/platform/db';
import { eventually, openTcpProxy, openTestDatabase, startKillableWorker, type KillableWorker, type TestDatabase, type TestRooms } from '@prongsai/testing/db';
import { aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { JobRunner, type JobHandler, type JobPayload } from './job-runner';

const silent = pino({ level: 'silent' });
const noSchedule = '# nothing by the clock';

/** A handler that tells what it was given, and a way to wait for it. */
function listener(task: string, work: (payload: JobPayload) => Promise<void> = async () => undefined) {
  const got: JobPayload[] = [];
  const waiting: Array<{ count: number; ready: () => void }> = [];
  const handler: JobHandler = {
    task,
    run: async (payload) => {
      got.push(payload);
      for (const { count, ready } of waiting) if (got.length >= count) ready();
      await work(payload);
    },
  };
  return { got, handler, until: (count: number) => new Promise<void>((ready) => (got.length >= count ? ready() : waiting.push({ count, ready }))) };
}

describe('the outbox and its worker', () => {
  let database: TestDatabase;
  let rooms: TestRooms;
  let tenant: TestTenant;
  let runner: JobRunner | null = null;
  let killable: KillableWorker | null = null;

  /** A database of its own: the queue belongs to a whole installation. */
  beforeAll(async () => {
    database = await openTestDatabase({ alone: true });
    rooms = await openDomain([], { database });
    tenant = await aTenant(rooms);
  });
  beforeEach(() => database.as('prongsai_jobs', {}, (ask) => ask('delete from graphile_worker._private_jobs'), 'keep'));
  afterEach(async () => {
    await runner?.stop();
    runner = null;
    await killable?.kill();
    killable = null;
  });
  afterAll(() => rooms.close());

  const url = () => urlOfRole(database.url, 'prongsai_jobs', database.dataDir);
  const start = async (...handlers: JobHandler[]) => {
    runner = new JobRunner(url(), handlers, silent);
    await runner.start(noSchedule, { pollMs: 100 });
  };
  const act = <T>(work: () => Promise<T>) => rooms.transaction.act({ tenantId: tenant.id, reach: 'unit' }, work);
  const ask = (payload: object, key?: string) => act(() => rooms.get(Outbox).enqueue('tell', payload as Record<string, unknown>, key));
  const jobs = () => database.look(`select payload, attempts::int as attempts, last_error, locked_by from graphile_worker._private_jobs order by id`);

  it('does what a committed act asked for, for its tenant', async () => {
    const told = listener('tell');
    await start(told.handler);
    await ask({ what: 'one' });
    await told.until(1);
    expect(told.got).toEqual([{ what: 'one', tenantId: tenant.id }]);
  });

  it('sees nothing of an act that was rolled back', async () => {
    await act(async () => {
      await rooms.get(Outbox).enqueue('tell', { what: 'lost' });
      throw new Error('rolled back');
    }).catch(() => undefined);
    expect(await jobs()).toEqual([]);
  });

  it('takes the tenant from the transaction, whatever the payload says', async () => {
    await ask({ tenantId: newId(), what: 'forged' });
    expect((await jobs()).map(({ payload }) => payload)).toEqual([{ tenantId: tenant.id, what: 'forged' }]);
  });

  it('makes one job of what is asked for again before it runs, per tenant', async () => {
    const other = await aTenant(rooms, { network: tenant.network, live: false });
    await database.as('prongsai_jobs', {}, (run) => run('delete from graphile_worker._private_jobs'), 'keep');
    for (const what of [1, 2, 3]) await ask({ what }, 'same');
    await rooms.transaction.act({ tenantId: other.id, reach: 'unit' }, () => rooms.get(Outbox).enqueue('tell', { what: 9 }, 'same'));
    expect((await jobs()).map(({ payload }) => (payload as { what: number }).what)).toEqual([3, 9]);
  });

  it('keeps a job that failed, with its error, and tries it again', async () => {
    let fails = true;
    const told = listener('tell', async () => (fails ? Promise.reject(new Error('mail server away')) : undefined));
    await start(told.handler);
    await ask({ what: 'twice' });
    await told.until(1);
    await runner?.stop();
    expect(await jobs()).toMatchObject([{ attempts: 1, last_error: 'mail server away', locked_by: null }]);
    fails = false;
    await database.as('prongsai_jobs', {}, (run) => run('update graphile_worker._private_jobs set run_at = now()'), 'keep');
    const again = listener('tell');
    await start(again.handler);
    await again.until(1);
    await runner?.stop();
    runner = null;
    expect(await jobs()).toEqual([]);
  });

  it.each([['done', async () => undefined], ['failed', () => Promise.reject(new Error('mail server away'))]])(
    'writes down that a job is %s once the database is back, when the line breaks before', async (_, end) => {
      const address = new URL(url());
      const line = await openTcpProxy({ host: address.hostname, port: Number(address.port) });
      address.host = `127.0.0.1:${line.port}`;
      let times = 0;
      runner = new JobRunner(address.toString(), [{ task: 'tell', run: async () => (times++ === 0 ? line.cut().then(end) : undefined) }], silent);
      try {
        await runner.start(noSchedule, { pollMs: 100 });
        await ask({ what: 'cut off' });
        await eventually(async () => times > 0);
        await line.mend();
        // Tried again after three seconds; a failed job has its own pause after that.
        await eventually(jobs, (left) => left.length === 0, 30);
        await runner.stop();
        runner = null;
      } finally {
        await line.close();
      }
    }, 40_000);

  it('is closed to the application: its tables to all, its door to all but staff', async () => {
    for (const role of ['prongsai_staff', 'prongsai_site', 'prongsai_report'] as const) {
      await expect(database.as(role, {}, (run) => run('select 1 from graphile_worker._private_jobs'))).rejects.toMatchObject({ code: '42501' });
    }
    for (const role of ['prongsai_site', 'prongsai_report'] as const) {
      await expect(database.as(role, { tenant_id: tenant.id }, (run) => run(`select app.enqueue('tell', '{}')`))).rejects.toMatchObject({ code: '42501' });
    }
  });

  describe('a worker process that is killed', () => {
    /** Kills a process in the middle of a job, and answers once the kernel has buried it. */
    const killInTheMiddle = async () => {
      await ask({ what: 'unfinished' });
      killable = startKillableWorker(url(), 'tell');
      expect(await killable.begun).toEqual({ what: 'unfinished', tenantId: tenant.id });
      await killable.kill();
      expect(await jobs()).toMatchObject([{ attempts: 1, locked_by: expect.any(String) }]);
    };

    it('has its job done by another once it has been silent for 30 seconds', async () => {
      await killInTheMiddle();
      await database.as('prongsai_jobs', {}, async (run) => {
        await run(`update graphile_worker.prongsai_heartbeat set beat_at = beat_at - interval '31 seconds'`);
        await run(`update graphile_worker._private_jobs set locked_at = locked_at - interval '31 seconds'`);
      }, 'keep');
      const told = listener('tell');
      await start(told.handler);
      await told.until(1);
      expect(told.got).toEqual([{ what: 'unfinished', tenantId: tenant.id }]);
      await runner?.stop();
      runner = null;
      expect(await jobs()).toEqual([]);
    });

    it('keeps its job while its silence is shorter than that', async () => {
      await killInTheMiddle();
      await database.as('prongsai_jobs', {}, (run) => run(`update graphile_worker._private_jobs set locked_at = locked_at - interval '31 seconds'`), 'keep');
      const other = new JobRunner(url(), [], silent);
      await other.beat();
      await other.stop();
      expect(await jobs()).toMatchObject([{ locked_by: expect.any(String) }]);
    });

    it('is not taken for dead while it lives, however long its job takes', async () => {
      let finish = () => undefined as void;
      const told = listener('tell', () => new Promise<void>((done) => (finish = done)));
      await start(told.handler);
      await ask({ what: 'long' });
      await told.until(1);
      await database.as('prongsai_jobs', {}, (run) => run(`update graphile_worker._private_jobs set locked_at = locked_at - interval '1 hour'`), 'keep');
      const other = new JobRunner(url(), [], silent);
      await other.beat();
      await other.stop();
      expect(await jobs()).toMatchObject([{ attempts: 1, locked_by: expect.any(String) }]);
      finish();
    });
  });
});
