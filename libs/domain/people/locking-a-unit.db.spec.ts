import { Client } from 'pg';
import { eventually, type TestRooms } from '@prongsai/testing/db';
import { actorIn, aMember, aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { ChangeTenant } from '@prongsai/domain/tenant';
import { EndAppointment } from './end-appointment.verb';
import { SuspendMember } from './suspend-member.verb';

/** Every act refers to its unit while it holds the unit's trail; an act that locks the unit first must let it. */
describe('an act that locks the unit, against any other act of the unit', () => {
  let rooms: TestRooms;
  beforeAll(async () => (rooms = await openDomain()));
  afterAll(() => rooms.close());

  const held = async (tenant: TestTenant, accountId: string) => {
    const [row] = await rooms.database.look('select member_id::text as member, id::text as id from appointment where tenant_id = $1 and account_id = $2', [tenant.id, accountId]);
    return { member: String(row?.['member']), id: String(row?.['id']) };
  };
  const acts: Array<[string, (tenant: TestTenant) => Promise<() => Promise<unknown>>]> = [
    ['ending an appointment', async (tenant) => {
      const { member, id } = await held(tenant, (await aMember(rooms, tenant, 'approver')).id);
      return () => rooms.get(EndAppointment).run(tenant.actors.head, member, id);
    }],
    ['suspending a member', async (tenant) => {
      const { member } = await held(tenant, (await aMember(rooms, tenant, 'approver')).id);
      const admin = await actorIn(rooms, tenant.network.admin, tenant.slug);
      return () => rooms.get(SuspendMember).run(admin, member);
    }],
    ['changing its contact facts', async (tenant) => () => rooms.get(ChangeTenant).run(tenant.actors.head, { phone: '073000000' })],
  ];

  it.each(acts)('%s waits for the trail and does not stand in its way', async (_, prepare) => {
    const tenant = await aTenant(rooms);
    const act = await prepare(tenant);
    const other = new Client({ connectionString: rooms.database.url });
    await other.connect();
    try {
      // Half of app.record: the head of the trail is locked, the entry that refers to the unit not yet written.
      await other.query('begin');
      await other.query('select from audit_head where chain_id = $1 for update', [tenant.id]);
      const done = act();
      done.catch(() => undefined);
      await eventually(() => rooms.database.look(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%app.record%'`), (waiting) => waiting.length > 0);
      await other.query('select from tenant where id = $1 for key share', [tenant.id]);
      await other.query('commit');
      await expect(done).resolves.not.toThrow();
    } finally {
      await other.end();
    }
  });
});
