import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildWhatChanged } from './server-process';
import { Dice } from './fire/dice';
import { namesIn } from './fire/invariants';
import { KillableServer } from './fire/killable-server';
import { mixedKillings, UnderFire } from './fire/under-fire';

jest.setTimeout(900_000);

/** DEEP_ROUNDS makes it shorter for a look, or longer for a night. */
const rounds = Number(process.env['DEEP_ROUNDS'] ?? 50);

/** SPEC 20, last row: a process killed at any moment. On the embedded PostgreSQL, mails as files. */
describe('a service that is killed again and again in the middle of work', () => {
  let service: KillableServer;
  let fire: UnderFire;

  beforeAll(async () => {
    await buildWhatChanged();
    service = new KillableServer();
    await service.start();
    fire = await UnderFire.open(service, Dice.ofThisRun());
  });
  afterAll(async () => {
    if (fire) console.log(fire.summary());

    await service?.close();
  });

  it(`has everything that it acknowledged, and nothing half done, after each of ${rounds} killings`, async () => {
    for (const killing of mixedKillings(rounds)) {
      await fire.round(killing);
      await service.start();
      await fire.check();
    }
  });

  it('lives on when PostgreSQL throws all its sessions out', async () => {
    for (let round = 0; round < 5; round++) {
      await fire.round('one session');
      await fire.check();
    }
  });

  it('loses no act when it is told to stop, and is gone in 15 seconds', async () => {
    for (let round = 0; round < 5; round++) {
      await fire.round('terminated');
      await service.start();
      await fire.check();
    }
  });

  it('has lost no mail and doubled none', async () => {
    const rows = await fire.untilMailHasGone();
    const folder = path.join(service.dataDir, 'mail');
    expect(namesIn(folder).sort()).toEqual(rows.map((id) => `${id}.eml`));
    for (const id of rows) expect(readFileSync(path.join(folder, `${id}.eml`), 'utf8').toLowerCase()).toContain(`message-id: <${id}@localhost>`);
  });

  it('shows citizens all of it to the end', async () => {
    expect(await fire.expectSite(fire.writers.things)).toBeGreaterThanOrEqual(rounds / 5);
  });
});
