import { addDays, bangkokDay, endOfBangkokDayExclusive } from '@prongsai/kernel/thai';
import { openTestDatabase, type TestRooms } from '@prongsai/testing/db';
import { aPublication, aTenant, openDomain } from '@prongsai/testing/factories';
import { BackgroundModule } from './background.module';
import { PassTimeJob } from './pass-time.job';
import { SweepJob } from './sweep.job';

/** What time alone does to a unit is recorded, whenever the worker comes to it (SPEC 8, 11). */
describe('the passing of time', () => {
  let rooms: TestRooms;
  // Alone: the sweep goes over every unit of the installation.
  beforeAll(async () => (rooms = await openDomain([BackgroundModule], { database: await openTestDatabase({ alone: true }) })));
  afterAll(() => rooms.close());

  const waiting = async (tenantId: string) =>
    (await rooms.database.look(`select 1 from graphile_worker.jobs where task_identifier = 'pass-time' and key = $1`, [`${tenantId}:pass-time`])).length;
  const judgedOn = async (tenantId: string) =>
    (await rooms.database.look('select distinct judged_on::text as day from requirement_status where tenant_id = $1', [tenantId])).map((row) => row['day']);

  it('records an item whose period ended, once, to the second', async () => {
    const tenant = await aTenant(rooms);
    const today = bangkokDay(rooms.clock.now());
    const item = await aPublication(rooms, tenant, { publishFrom: today, publishUntil: today });
    const job = rooms.get(PassTimeJob);
    const recorded = async () => (await rooms.database.look(`select count(*)::int as n from audit_entry where act = 'publication.expired' and subject_id = $1`, [item.id]))[0]?.['n'];
    const end = endOfBangkokDayExclusive(today);
    await rooms.clock.during(new Date(end.getTime() - 1), () => job.run({ tenantId: tenant.id }));
    expect(await recorded()).toBe(0);
    await rooms.clock.during(end, () => job.run({ tenantId: tenant.id }));
    await rooms.clock.during(end, () => job.run({ tenantId: tenant.id }));
    expect(await recorded()).toBe(1);
  });

  it('judges a unit again when the day has changed, forward and back', async () => {
    const tenant = await aTenant(rooms);
    const now = rooms.clock.now();
    const today = bangkokDay(now);
    const later = new Date(now.getTime() + 30 * 86_400_000);
    const passTime = () => rooms.get(PassTimeJob).run({ tenantId: tenant.id });
    await passTime();
    expect(await judgedOn(tenant.id)).toEqual([today]);
    await rooms.get(SweepJob).run();
    expect(await waiting(tenant.id)).toBe(0);
    await rooms.clock.during(later, () => rooms.get(SweepJob).run());
    expect(await waiting(tenant.id)).toBe(1);
    await rooms.clock.during(later, passTime);
    expect(await judgedOn(tenant.id)).toEqual([addDays(today, 30)]);
    await rooms.get(SweepJob).run();
    expect(await waiting(tenant.id)).toBe(1);
    await passTime();
    expect(await judgedOn(tenant.id)).toEqual([today]);
  });
});
