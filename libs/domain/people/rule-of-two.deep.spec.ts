import type { TestRooms } from '@prongsai/testing/db';
import { aMember, aNetwork, aTenant, openDomain, type TestNetwork, type TestTenant } from '@prongsai/testing/factories';
import { AppointMember } from './appoint-member.verb';
import { EndAppointment } from './end-appointment.verb';

jest.setTimeout(300_000);

describe('two web masters, in hundreds of races', () => {
  let rooms: TestRooms;
  let network: TestNetwork;
  beforeAll(async () => {
    rooms = await openDomain();
    network = await aNetwork(rooms);
  });
  afterAll(() => rooms.close());

  const held = (tenant: TestTenant) => rooms.database.look(
    `select id::text as id, member_id::text as member from appointment where tenant_id = $1 and role = 'web_master' and ended_at is null order by id`, [tenant.id]);

  it('200 times, three endings and an appointment at once never leave fewer than two, and the counter is right', async () => {
    const tenant = await aTenant(rooms, { network });
    for (let round = 0; round < 200; round++) {
      while ((await held(tenant)).length < 3) await aMember(rooms, tenant, 'web_master');
      const endings = (await held(tenant)).map(({ id, member }) => rooms.get(EndAppointment).run(tenant.actors.head, String(member), String(id)));
      const [owner] = await rooms.database.look(`select id::text as id from member where tenant_id = $1 and account_id = $2`, [tenant.id, tenant.people.owner.id]);
      const appointment = rooms.get(AppointMember).run(tenant.actors.head, String(owner?.['id']), { role: 'web_master', orderNumber: String(round) });
      const outcomes = await Promise.allSettled([...endings, appointment]);
      for (const outcome of outcomes) if (outcome.status === 'rejected') expect(['TWO_WEB_MASTERS', '23505']).toContain((outcome.reason as { code?: string }).code);
      const now = (await held(tenant)).length;
      expect(now).toBeGreaterThanOrEqual(2);
      expect(await rooms.database.look('select active_web_masters as n, frozen from tenant where id = $1', [tenant.id])).toEqual([{ n: now, frozen: false }]);
    }
  });
});
