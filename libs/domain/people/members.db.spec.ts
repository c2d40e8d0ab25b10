import type { TestRooms } from '@prongsai/testing/db';
import { actorIn, aMember, aNetwork, aTenant, openDomain, unique, type TestTenant } from '@prongsai/testing/factories';
import { AddMember } from './add-member.verb';
import { AppointedActors } from './actor-directory';
import { AppointMember } from './appoint-member.verb';
import { EndAppointment } from './end-appointment.verb';
import { GiveNetworkRole } from './give-network-role.verb';
import { MemberReader } from './member.reader';
import { Notifier, withoutMail } from './notifier';
import { ShowMember } from './show-member.verb';
import { ShownPeopleReader } from './shown-people.reader';
import { SuspendMember } from './suspend-member.verb';

describe('people of a unit', () => {
  let rooms: TestRooms;
  let tenant: TestTenant;
  let members: MemberReader;
  let directory: AppointedActors;
  const list = (of = tenant) => rooms.transaction.act(of.actors.head, () => members.list(of.actors.head));
  const memberOf = async (accountId: string, of = tenant) => {
    const member = (await list(of)).find((one) => one.accountId === accountId);
    if (!member) throw new Error('no such member');
    return member;
  };

  beforeAll(async () => {
    rooms = await openDomain();
    tenant = await aTenant(rooms);
    members = rooms.get(MemberReader);
    directory = rooms.get(AppointedActors);
  });
  afterAll(() => rooms.close());

  it('are listed with the appointments in force today, and what may be done with each', async () => {
    const people = await list();
    expect(people).toHaveLength(5);
    const { appointments, name, email } = await memberOf(tenant.people.webMaster1.id);
    expect([name, email]).toEqual([tenant.people.webMaster1.name, tenant.people.webMaster1.email]);
    expect(appointments).toEqual([{
      id: expect.any(String), role: 'web_master', workGroup: null, orderNumber: '1/2566', from: '2023-10-01', until: null,
      abilities: { end: { allowed: false, reasons: [expect.objectContaining({ code: 'TWO_WEB_MASTERS' })] } },
    }]);
    expect((await memberOf(tenant.people.approver.id)).appointments[0]?.abilities['end']).toEqual({ allowed: true, reasons: [] });
  });

  it('have one account in however many units, and keep its name', async () => {
    const other = await aTenant(rooms, { network: tenant.network, live: false });
    const { owner } = tenant.people;
    await rooms.get(AddMember).run(other.actors.head, { email: owner.email.toUpperCase(), name: 'ชื่ออื่น', appointment: { role: 'approver' } });
    expect(await rooms.database.look('select count(*)::int as n from account where email = $1', [owner.email])).toEqual([{ n: 1 }]);
    const places = await members.placesOf(owner.id);
    expect(places.account.name).toBe(owner.name);
    expect(places.memberships.map(({ slug, roles }) => [slug, roles]).sort()).toEqual([[other.slug, ['approver']], [tenant.slug, ['content_owner']]].sort());
  });

  it('are invited when they are new, and the answer is the same when they are known', async () => {
    const email = `${unique('new')}@example.example`;
    const appointment = { role: 'content_owner' as const };
    const first = await rooms.get(AddMember).run(tenant.actors.head, { email, name: 'คนใหม่', appointment });
    const jobs = await rooms.database.look(`select payload from graphile_worker._private_jobs where payload->>'accountId' = (select id::text from account where email = $1)`, [email]);
    expect(jobs).toEqual([{ payload: { accountId: expect.any(String), purpose: 'invite', mailId: expect.any(String) } }]);
    const again = await rooms.get(AddMember).run(tenant.actors.head, { email, name: 'คนใหม่', appointment: { role: 'approver' } });
    expect(again).toBe(first);
  });

  it('hold a role in its period only, by days of Bangkok', async () => {
    const person = await aMember(rooms, tenant, 'content_owner');
    const { id } = await memberOf(person.id);
    await rooms.get(AppointMember).run(tenant.actors.head, id, { role: 'approver', from: '2027-03-01', until: '2027-03-31' });
    const rolesAt = (instant: string) => rooms.clock.during(new Date(instant), async () => (await actorIn(rooms, person, tenant.slug)).roles);
    expect(await rolesAt('2027-02-28T16:59:59Z')).toEqual(['content_owner']);
    expect(await rolesAt('2027-02-28T17:00:00Z')).toEqual(['approver', 'content_owner']);
    expect(await rolesAt('2027-03-31T16:59:59Z')).toEqual(['approver', 'content_owner']);
    expect(await rolesAt('2027-03-31T17:00:00Z')).toEqual(['content_owner']);
  });

  it('refuse a period that ends before it begins, and a member of another unit', async () => {
    const { id } = await memberOf(tenant.people.owner.id);
    await expect(rooms.get(AppointMember).run(tenant.actors.head, id, { role: 'approver', from: '2027-02-02', until: '2027-02-01' })).rejects.toMatchObject({ code: 'INVALID' });
    const other = await aTenant(rooms, { network: tenant.network, live: false });
    const stranger = await memberOf(other.people.owner.id, other);
    await expect(rooms.get(AppointMember).run(tenant.actors.head, stranger.id, { role: 'approver' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const held = stranger.appointments[0]?.id as string;
    await expect(rooms.get(EndAppointment).run(tenant.actors.head, stranger.id, held)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(rooms.get(EndAppointment).run(tenant.actors.head, id, held)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('lose their place with their last appointment, and their name stays with what they did', async () => {
    const person = await aMember(rooms, tenant, 'approver');
    const { id, appointments } = await memberOf(person.id);
    await rooms.get(EndAppointment).run(tenant.actors.head, id, appointments[0]?.id as string);
    expect((await directory.findInTenant(person.id, tenant.slug, 'test')).actor).toBeNull();
    expect((await memberOf(person.id)).appointments).toEqual([]);
    await expect(rooms.get(EndAppointment).run(tenant.actors.head, id, appointments[0]?.id as string)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('lose it in this unit alone when they are suspended here', async () => {
    const other = await aTenant(rooms, { network: tenant.network, live: false });
    await rooms.get(AddMember).run(other.actors.head, { email: tenant.people.owner.email, name: 'x', appointment: { role: 'content_owner' } });
    const admin = await actorIn(rooms, tenant.network.admin, other.slug);
    await rooms.get(SuspendMember).run(admin, (await memberOf(tenant.people.owner.id, other)).id);
    expect((await directory.findInTenant(tenant.people.owner.id, other.slug, 'test')).actor).toBeNull();
    expect((await directory.findInTenant(tenant.people.owner.id, tenant.slug, 'test')).actor).not.toBeNull();
    await expect(rooms.get(AppointMember).run(other.actors.head, (await memberOf(tenant.people.owner.id, other)).id, { role: 'approver' })).rejects.toMatchObject({ parts: { reasons: [{ code: 'SUSPENDED' }] } });
  });

  it('of the network enter its units only, each entry in the unit\'s trail', async () => {
    const entries = () => rooms.database.look(`select by_name, reach, detail from audit_entry where tenant_id = $1 and act = 'tenant.entered' order by seq desc limit 1`, [tenant.id]);
    const { actor: supervisor } = await directory.findInTenant(tenant.network.supervisor.id, tenant.slug, 'GET /api/v1/tenants/:slug/members');
    expect(supervisor).toMatchObject({ reach: 'network', roles: ['supervisor'], tenantId: tenant.id });
    expect(await entries()).toEqual([{ by_name: tenant.network.supervisor.name, reach: 'network', detail: { what: 'GET /api/v1/tenants/:slug/members', roles: ['supervisor'] } }]);
    const elsewhere = await aNetwork(rooms);
    expect((await directory.findInTenant(elsewhere.admin.id, tenant.slug, 'test')).actor).toBeNull();
    expect((await directory.findInNetwork(elsewhere.admin.id, tenant.network.slug)).actor).toBeNull();
    expect((await directory.findInTenant(tenant.people.head.id, elsewhere.slug, 'test')).actor).toBeNull();
  });

  it('may hold both network roles, and getting one twice changes nothing', async () => {
    const network = await aNetwork(rooms);
    const { supervisor } = network;
    const give = () => rooms.get(GiveNetworkRole).run(network.id, 'network_admin', { email: supervisor.email, name: 'x' });
    expect([await give(), await give()]).toEqual([supervisor.id, supervisor.id]);
    expect((await directory.findInNetwork(supervisor.id, network.slug)).actor?.roles.slice().sort()).toEqual(['network_admin', 'supervisor']);
    expect(await rooms.database.look(`select count(*)::int as n from network_appointment where network_id = $1 and account_id = $2`, [network.id, supervisor.id])).toEqual([{ n: 2 }]);
  });

  describe('are told', () => {
    const message = { kind: 'test', title: 'หัวข้อ <b> & "ข่าว"', body: 'เนื้อความ', path: '/t/@/requests/1' };
    const told = (title: string) => rooms.database.look(
      `select notice.account_id, notice.link, mail_message.subject, mail_message.html_body, mail_message.to_address,
              exists (select from graphile_worker._private_jobs where payload->>'mailId' = mail_message.id::text) as waits
       from notice left join mail_message on mail_message.notice_id = notice.id where notice.tenant_id = $1 and notice.title = $2`, [tenant.id, title]);

    it('in the console and by mail, in the act\'s transaction, except the one who acted', async () => {
      await rooms.transaction.act(tenant.actors.webMaster1, () => rooms.get(Notifier).toRoles(['web_master'], message, tenant.people.webMaster1.id));
      expect(await told(message.title)).toEqual([{
        account_id: tenant.people.webMaster2.id, link: `http://console.localhost:8080/t/${tenant.slug}/requests/1`, subject: expect.stringContaining('หัวข้อ'),
        html_body: expect.stringContaining('หัวข้อ &#60;b&#62; &#38; &#34;ข่าว&#34;'), to_address: tenant.people.webMaster2.email, waits: true,
      }]);
    });

    it('without mail when history is told', async () => {
      await withoutMail(() => rooms.transaction.act(tenant.actors.head, () => rooms.get(Notifier).toAccount(tenant.people.owner.id, { ...message, title: 'เงียบ' })));
      expect(await told('เงียบ')).toEqual([{ account_id: tenant.people.owner.id, link: expect.any(String), subject: null, html_body: null, to_address: null, waits: false }]);
    });

    it('nothing at all when the act fails', async () => {
      await rooms.transaction.act(tenant.actors.head, async () => {
        await rooms.get(Notifier).toRoles(['approver'], { ...message, title: 'ไม่เกิดขึ้น' });
        throw new Error('no');
      }).catch(() => undefined);
      expect(await told('ไม่เกิดขึ้น')).toEqual([]);
    });

    it('page by page, all of them or one\'s own', async () => {
      const headId = tenant.people.head.id;
      const isUnread = (notice: { to: { id: string }; readAt: string | null }) => notice.to.id === headId && notice.readAt === null;
      const read = (accountId: string | null, before: { isUnread: boolean; id: string } | null, limit: number) => rooms.transaction.act(tenant.actors.head, () => members.listNotices(headId, accountId, before, limit));
      const all = await read(null, null, 50);
      const own = await read(tenant.people.owner.id, null, 50);
      expect(own.every((notice) => notice.to.id === tenant.people.owner.id)).toBe(true);
      expect(all.length).toBeGreaterThan(own.length);
      expect(all.map(isUnread)).toEqual(all.map(isUnread).sort().reverse());
      const paged: typeof all = [];
      for (let page = await read(null, null, 1); page[0]; page = await read(null, { isUnread: isUnread(page[0]), id: page[0].id }, 1)) paged.push(page[0]);
      expect(paged).toEqual(all);
    });
  });

  describe('on the public page', () => {
    const shown = (of: TestTenant) => rooms.transaction.site({ tenantId: of.id }, () => rooms.get(ShownPeopleReader).list());
    const show = async (of: TestTenant, who: keyof TestTenant['people'], isShown = true) =>
      rooms.get(ShowMember).run(of.actors.head, (await memberOf(of.people[who].id, of)).id, isShown);

    it('stand only those whom the office decided to show, with what they are appointed to now', async () => {
      const unit = await aTenant(rooms);
      const other = await aTenant(rooms);
      expect(await shown(unit)).toEqual([]);
      await show(unit, 'webMaster1');
      await show(unit, 'head');
      await show(other, 'approver');
      expect(await shown(unit)).toEqual([
        { name: unit.people.head.name, position: expect.anything(), roles: ['unit_head'] },
        { name: unit.people.webMaster1.name, position: expect.anything(), roles: ['web_master'] },
      ]);
      expect((await shown(other)).map(({ name }) => name)).toEqual([other.people.approver.name]);
      expect(Object.keys((await shown(unit))[0] ?? {}).sort()).toEqual(['name', 'position', 'roles']);
      expect((await list(unit)).filter(({ shownPublicly }) => shownPublicly)).toHaveLength(2);
      await show(unit, 'webMaster1', false);
      expect((await shown(unit)).map(({ roles }) => roles)).toEqual([['unit_head']]);
    });

    it('nobody stands who has no appointment left, is suspended, or whose unit is not open', async () => {
      const unit = await aTenant(rooms);
      for (const who of ['owner', 'approver'] as const) await show(unit, who);
      const owner = await memberOf(unit.people.owner.id, unit);
      await rooms.get(EndAppointment).run(unit.actors.head, owner.id, String(owner.appointments[0]?.id));
      expect((await shown(unit)).map(({ name }) => name)).toEqual([unit.people.approver.name]);
      await rooms.get(SuspendMember).run(await actorIn(rooms, unit.network.admin, unit.slug), (await memberOf(unit.people.approver.id, unit)).id);
      expect(await shown(unit)).toEqual([]);
      const closed = await aTenant(rooms, { live: false });
      await show(closed, 'head');
      expect(await shown(closed)).toEqual([]);
    });

    it('is the head’s and the administrator’s decision, recorded once, of their own unit', async () => {
      const unit = await aTenant(rooms);
      const owner = await memberOf(unit.people.owner.id, unit);
      for (const who of ['owner', 'approver', 'webMaster1'] as const) await expect(rooms.get(ShowMember).run(unit.actors[who], owner.id, true)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
      await expect(rooms.get(ShowMember).run(tenant.actors.head, owner.id, true)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(rooms.get(ShowMember).run(unit.actors.head, 'x', true)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      for (const isShown of [true, true, false]) await rooms.get(ShowMember).run(await actorIn(rooms, unit.network.admin, unit.slug), owner.id, isShown);
      const acts = await rooms.database.look(`select act from audit_entry where tenant_id = $1 and subject_id = $2 and act in ('member.shown','member.hidden') order by seq`, [unit.id, owner.id]);
      expect(acts).toEqual([{ act: 'member.shown' }, { act: 'member.hidden' }]);
    });
  });
});
