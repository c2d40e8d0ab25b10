import type { NetworkActor } from '@prongsai/platform/access';
import type { TestRooms } from '@prongsai/testing/db';
import { actorInNetwork, aNetwork, aTenant, openDomain, type TestNetwork } from '@prongsai/testing/factories';
import { AddHoliday } from './add-holiday.verb';
import { RemoveHoliday } from './remove-holiday.verb';
import { TenantReader } from './tenant.reader';

describe('days off of a network', () => {
  let rooms: TestRooms;
  let network: TestNetwork;
  let admin: NetworkActor;
  beforeAll(async () => {
    rooms = await openDomain();
    network = await aNetwork(rooms);
    admin = await actorInNetwork(rooms, network.admin, network.slug);
  });
  afterAll(() => rooms.close());
  const add = (day: string, name = 'วันหยุด', by = admin) => rooms.get(AddHoliday).run(by, { day, name });

  it('are the administrator\'s to add and to remove, and the trail says so', async () => {
    const supervisor = await actorInNetwork(rooms, network.supervisor, network.slug);
    await expect(add('2027-04-14', 'วันสงกรานต์', supervisor)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await add('2027-04-14', 'วันสงกรานต์')).toMatchObject({ day: '2027-04-14', name: 'วันสงกรานต์' });
    await expect(rooms.get(RemoveHoliday).run(supervisor, '2027-04-14')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await rooms.get(RemoveHoliday).run(admin, '2027-04-14');
    const trail = await rooms.database.look(`select act from audit_entry where network_id = $1 and subject_id = '2027-04-14' order by seq`, [network.id]);
    expect(trail.map(({ act }) => act)).toEqual(['holiday.added', 'holiday.removed']);
  });

  it('are on the list once, also when two add the same day', async () => {
    const outcomes = await Promise.allSettled([add('2027-05-04'), add('2027-05-04')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(add('2027-05-04')).rejects.toMatchObject({ code: 'DUPLICATE', status: 409 });
  });

  it('are removed once, and nobody removes what is not there', async () => {
    await add('2027-06-03');
    const outcomes = await Promise.allSettled([1, 2].map(() => rooms.get(RemoveHoliday).run(admin, '2027-06-03')));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const day of ['2027-06-03', 'yesterday']) await expect(rooms.get(RemoveHoliday).run(admin, day)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('count in every unit of the network, and in no other', async () => {
    const [unit, stranger] = [await aTenant(rooms, { network }), await aTenant(rooms)];
    await add('2027-07-28');
    const known = (of: typeof unit) => rooms.transaction.act(of.actors.owner, async () => (await rooms.get(TenantReader).listHolidays()).has('2027-07-28'));
    expect([await known(unit), await known(stranger)]).toEqual([true, false]);
  });

  it('are listed by fiscal year in their order', async () => {
    for (const day of ['2030-10-23', '2031-01-01', '2031-10-13', '2030-09-30']) await add(day);
    const listed = await rooms.transaction.act(admin, () => rooms.get(TenantReader).listHolidaysOf(admin.networkId, 2574, null, 50));
    expect(listed.map(({ day }) => day)).toEqual(['2030-10-23', '2031-01-01']);
  });
});
