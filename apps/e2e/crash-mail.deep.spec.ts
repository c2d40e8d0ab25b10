import { buildWhatChanged } from './server-process';
import { Dice } from './fire/dice';
import { KillableServer } from './fire/killable-server';
import { MailSink } from './fire/mail-sink';
import { mixedKillings, UnderFire } from './fire/under-fire';

jest.setTimeout(600_000);

/** SPEC 14: by SMTP every mail arrives, and twice only if the service died before it could write the answer to DATA down. */
describe('a service with a mail server, killed again and again', () => {
  let sink: MailSink;
  let service: KillableServer;
  let fire: UnderFire;
  /** Mails that the server had received when the service died, and that were not written down as sent; with how many copies. */
  const inTheWindow = new Map<string, number>();
  const caught: string[] = [];

  beforeAll(async () => {
    await buildWhatChanged();
    sink = await MailSink.open();
    service = new KillableServer({ SMTP_URL: sink.url });
    await service.start();
    fire = await UnderFire.open(service, Dice.ofThisRun());
  });
  afterAll(async () => {
    if (fire) console.log(`${fire.summary()}\nmails ${sink.copies.size}, caught in the reply to DATA ${caught.length}, in the window ${inTheWindow.size}, doubled ${doubled().length}`);
    await service?.close();
    await sink?.down();
  });
  const doubled = () => [...sink.copies].filter(([, copies]) => copies > 1).map(([id]) => id);

  /** Starts again after a death. What was received till then belongs to jobs that stay locked for half a minute: it is counted in time. */
  async function startAgain(): Promise<void> {
    const received = new Map(sink.copies);
    await service.start();
    const unwritten = await service.database.look('select id::text as id from mail_message where sent_at is null');
    for (const { id } of unwritten) if (received.has(String(id))) inTheWindow.set(String(id), received.get(String(id)) as number);
    await fire.check();
  }

  it('goes on with its acts while the mail server is away, and loses no mail', async () => {
    for (const killing of mixedKillings(3)) {
      await fire.round(killing);
      await startAgain();
    }
    expect(sink.copies.size).toBe(0);
    expect((await service.database.look('select count(*)::int as n from mail_message where sent_at is null'))[0]?.['n']).toBeGreaterThan(5);
    await sink.up();
    await tryNow();
    const rows = await fire.untilMailHasGone();
    expect([...sink.copies.keys()].sort()).toEqual(rows);
    expect(doubled()).toEqual([]);
  });

  it('sends each mail once through ten killings, but for those whose receipt it could not write down', async () => {
    await sink.up();
    for (const killing of mixedKillings(10)) {
      await fire.round(killing);
      await startAgain();
    }
  });

  it('doubles a mail when it dies between the last byte of DATA and the reply', async () => {
    await sink.up();
    for (let time = 0; time < 3; time++) {
      const died = new Promise<void>((resolve, reject) => {
        sink.beforeAnswer = async (id) => {
          caught.push(id);
          fire.writers.stop();
          await service.kill('everything').then(resolve, reject);
        };
      });
      await fire.work();
      await died;
      await startAgain();
    }
    expect(caught.length).toBe(3);
    for (const id of caught) expect([...inTheWindow.keys()]).toContain(id);
  }, 120_000);

  it('and in the end has sent every mail: as often as it was in that window, and once more', async () => {
    await tryNow();
    const rows = await fire.untilMailHasGone();
    expect([...sink.copies.keys()].sort()).toEqual(rows);
    for (const [id, copies] of sink.copies) expect([id, copies]).toEqual([id, (inTheWindow.get(id) ?? 0) + 1]);
    for (const id of caught) expect(doubled()).toContain(id);
  });

  /** A mail that could not be handed over waits longer and longer; the test does not. */
  async function tryNow(): Promise<void> {
    await service.database.look('update graphile_worker._private_jobs set run_at = now() where locked_at is null');
  }
});
