import { Refusal } from '@prongsai/kernel/core';
import type { TestRooms } from '@prongsai/testing/db';
import { actorIn, aMember, aPublication, aTenant, openDomain, type Person, type TestTenant } from '@prongsai/testing/factories';
import { AddMember } from './add-member.verb';
import { AppointMember } from './appoint-member.verb';
import { EndAppointment } from './end-appointment.verb';
import { MemberReader } from './member.reader';
import { SuspendMember } from './suspend-member.verb';

/** The rule of two (seeds 000 4.1, 001 3.1, 004 2.1; SPEC 4), in code and in the database. */
describe('a live unit always has two web masters', () => {
  let rooms: TestRooms;
  beforeAll(async () => (rooms = await openDomain()));
  afterAll(() => rooms.close());

  const head = (tenant: TestTenant) => tenant.actors.head;
  const facts = async (tenant: TestTenant) => {
    const [row] = await rooms.database.look('select active_web_masters as active, frozen, state from tenant where id = $1', [tenant.id]);
    const [counted] = await rooms.database.look(`select count(*)::int as n from appointment where tenant_id = $1 and role = 'web_master' and ended_at is null and suspended_at is null`, [tenant.id]);
    expect(row?.['active']).toBe(counted?.['n']);
    return row;
  };
  /** A person's member id and web master appointment. */
  const place = async (tenant: TestTenant, person: Person) => {
    const [row] = await rooms.database.look(
      `select member.id as member, appointment.id as appointment from member join appointment on appointment.tenant_id = member.tenant_id and member_id = member.id
       where member.tenant_id = $1 and member.account_id = $2 and role = 'web_master' and ended_at is null`, [tenant.id, person.id]);
    return { member: String(row?.['member']), appointment: String(row?.['appointment']) };
  };
  const end = async (tenant: TestTenant, person: Person) => {
    const { member, appointment } = await place(tenant, person);
    return rooms.get(EndAppointment).run(head(tenant), member, appointment);
  };

  it('so the last two cannot be ended, and the refusal says what to do', async () => {
    const tenant = await aTenant(rooms);
    const outcome = await end(tenant, tenant.people.webMaster1).catch((error: unknown) => error);
    expect(outcome).toMatchObject({ code: 'TWO_WEB_MASTERS', status: 409, message: expect.stringMatching(/แต่งตั้งคนแทนก่อน/) });
    expect(await facts(tenant)).toEqual({ active: 2, frozen: false, state: 'live' });
  });

  it('so a third may go, after which none may', async () => {
    const tenant = await aTenant(rooms);
    const third = await aMember(rooms, tenant, 'web_master');
    await end(tenant, third);
    await expect(end(tenant, tenant.people.webMaster2)).rejects.toMatchObject({ code: 'TWO_WEB_MASTERS' });
    expect(await facts(tenant)).toMatchObject({ active: 2 });
  });

  it('also when two endings race: one wins, the other is told', async () => {
    const tenant = await aTenant(rooms);
    await aMember(rooms, tenant, 'web_master');
    const outcomes = await Promise.allSettled([end(tenant, tenant.people.webMaster1), end(tenant, tenant.people.webMaster2)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = outcomes.find((outcome): outcome is PromiseRejectedResult => outcome.status === 'rejected');
    expect(lost?.reason).toBeInstanceOf(Refusal);
    expect(lost?.reason).toMatchObject({ code: 'TWO_WEB_MASTERS', status: 409 });
    expect(await facts(tenant)).toMatchObject({ active: 2, frozen: false });
  });

  it('also past the verbs: the database refuses the statement itself, in two transactions at once too', async () => {
    const tenant = await aTenant(rooms);
    const settings = { tenant_id: tenant.id, reach: 'unit' as const, now: rooms.clock.now().toISOString() };
    const endBySql = (person: Person) => rooms.database.as('prongsai_staff', settings, (ask) =>
      ask(`update appointment set ended_at = app.now() where account_id = $1 and role = 'web_master'`, [person.id]), 'keep');
    await expect(endBySql(tenant.people.webMaster1)).rejects.toMatchObject({ code: '23514', constraint: 'tenant_rule_of_two' });
    await aMember(rooms, tenant, 'web_master');
    const outcomes = await Promise.allSettled([endBySql(tenant.people.webMaster1), endBySql(tenant.people.webMaster2)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await facts(tenant)).toMatchObject({ active: 2, frozen: false });
    await expect(rooms.database.as('prongsai_staff', settings, (ask) => ask('update tenant set active_web_masters = 1'))).rejects.toMatchObject({ code: '23514' });
    await expect(rooms.database.as('prongsai_staff', settings, (ask) => ask('update tenant set min_web_masters = 1'))).rejects.toMatchObject({ code: '23514' });
  });

  it('counts a person once, and the same person cannot be appointed twice', async () => {
    const tenant = await aTenant(rooms);
    const { member } = await place(tenant, tenant.people.webMaster1);
    await expect(rooms.get(AppointMember).run(head(tenant), member, { role: 'web_master', orderNumber: '2/2569' })).rejects.toMatchObject({ driverError: { code: '23505' } });
    expect(await facts(tenant)).toMatchObject({ active: 2 });
  });

  it('counts from the day of appointment, so a web master cannot be appointed for later', async () => {
    const tenant = await aTenant(rooms);
    const appointment = { role: 'web_master' as const, orderNumber: '3/2569', from: '2999-01-01' };
    await expect(rooms.get(AddMember).run(head(tenant), { email: `later@${tenant.slug}.example`, name: 'ภายหน้า', appointment })).rejects.toMatchObject({ status: 409, parts: { reasons: [{ code: 'FUTURE' }] } });
  });

  it('and only a suspension for safety goes below: publishing freezes, the head is told, an appointment thaws it', async () => {
    const tenant = await aTenant(rooms);
    const admin = await actorIn(rooms, tenant.network.admin, tenant.slug);
    const { member } = await place(tenant, tenant.people.webMaster1);
    await expect(rooms.get(SuspendMember).run(head(tenant), member)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await rooms.get(SuspendMember).run(admin, member)).toEqual({ frozen: true });
    expect(await facts(tenant)).toEqual({ active: 1, frozen: true, state: 'live' });
    const told = await rooms.transaction.act(head(tenant), () => rooms.get(MemberReader).listNotices(tenant.people.head.id, tenant.people.head.id, null, 10));
    expect(told[0]).toMatchObject({ kind: 'web_master_short', title: expect.stringContaining('มี Web Master 1 คน') });
    const stillThere = { ...tenant, actors: { ...tenant.actors, webMaster1: tenant.actors.webMaster2 } };
    await expect(aPublication(rooms, stillThere)).rejects.toMatchObject({ status: 409, parts: { reasons: [{ code: 'FROZEN' }] } });
    await expect(rooms.get(SuspendMember).run(admin, member)).rejects.toMatchObject({ status: 409 });

    await aMember(rooms, tenant, 'web_master');
    expect(await facts(tenant)).toEqual({ active: 2, frozen: false, state: 'live' });
    await expect(aPublication(rooms, stillThere)).resolves.toMatchObject({ tenantId: tenant.id });
    await expect(actorIn(rooms, tenant.people.webMaster1, tenant.slug)).rejects.toThrow('has no place');
  });

  it('while it is being set up it may have fewer', async () => {
    const tenant = await aTenant(rooms, { live: false });
    await end(tenant, tenant.people.webMaster1);
    expect(await facts(tenant)).toMatchObject({ active: 1, state: 'setting_up', frozen: false });
  });

  it('and a term that ends by its date leaves the last two in force', async () => {
    const tenant = await aTenant(rooms, { live: false });
    for (const person of [tenant.people.webMaster1, tenant.people.webMaster2]) {
      const { member, appointment } = await place(tenant, person);
      await rooms.get(EndAppointment).run(head(tenant), member, appointment);
      await rooms.get(AppointMember).run(head(tenant), member, { role: 'web_master', orderNumber: '4/2567', from: '2024-01-01', until: '2024-12-31' });
    }
    expect((await actorIn(rooms, tenant.people.webMaster1, tenant.slug)).roles).toEqual(['web_master']);
    const approver = await aMember(rooms, tenant, 'approver');
    const [held] = await rooms.database.look(`select member_id::text as member, id::text as id from appointment where tenant_id = $1 and account_id = $2`, [tenant.id, approver.id]);
    await rooms.get(EndAppointment).run(head(tenant), String(held?.['member']), String(held?.['id']));
    await rooms.get(AppointMember).run(head(tenant), String(held?.['member']), { role: 'approver', from: '2024-01-01', until: '2024-12-31' });
    await expect(actorIn(rooms, approver, tenant.slug)).rejects.toThrow('has no place');
  });
});
