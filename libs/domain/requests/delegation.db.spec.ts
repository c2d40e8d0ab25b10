import { addDays, bangkokDay, endOfBangkokDayExclusive } from '@prongsai/kernel/thai';
import type { TestRooms } from '@prongsai/testing/db';
import { actorIn, aMember, aRequest, aTenant, openDomain, type Person, type TestTenant } from '@prongsai/testing/factories';
import { DelegationReader, EndDelegation, GiveDelegation, MemberReader } from '@prongsai/domain/people';
import { ApproveRequest } from './approve-request.verb';
import { RequestReader } from './request.reader';

describe('acting for an approver or head', () => {
  let rooms: TestRooms;
  let tenant: TestTenant;
  let standIn: Person;
  beforeAll(async () => { rooms = await openDomain(); });
  beforeEach(async () => {
    tenant = await aTenant(rooms);
    standIn = await aMember(rooms, tenant, 'content_owner');
  });
  afterAll(() => rooms.close());

  const today = () => bangkokDay(rooms.clock.now());
  const body = (more: object = {}) => ({
    principalId: tenant.people.head.id, delegateId: standIn.id, role: 'unit_head' as const, kind: 'acting' as const, orderNumber: '12/2570', from: today(), until: addDays(today(), 5), ...more,
  });
  const give = (more: object = {}, who: keyof TestTenant['actors'] = 'head') => rooms.get(GiveDelegation).run(tenant.actors[who], body(more));
  const actor = () => actorIn(rooms, standIn, tenant.slug);
  const approve = async (id: string) => rooms.get(ApproveRequest).run(await actor(), id);

  it('decides for the head, and both names stand on the request and in the trail', async () => {
    await give();
    const { id } = await aRequest(rooms, tenant, 'submitted');
    expect(await approve(id)).toMatchObject({ approvedBy: standIn.id, decidedFor: tenant.people.head.id, decidedAs: 'acting' });
    const view = await rooms.transaction.act(tenant.actors.owner, () => rooms.get(RequestReader).get(tenant.actors.owner, id));
    expect(view).toMatchObject({ decidedBy: { id: standIn.id }, decidedFor: { id: tenant.people.head.id, name: tenant.people.head.name, kind: 'acting' } });
    expect(await rooms.database.look(`select by_name, detail -> 'onBehalfOf' as behalf from audit_entry where subject_id = $1 and act = 'request.approved'`, [id])).toEqual([
      { by_name: standIn.name, behalf: { id: tenant.people.head.id, name: tenant.people.head.name, role: 'unit_head', kind: 'acting' } },
    ]);
    const told = await rooms.database.look(`select 1 from notice where tenant_id = $1 and account_id = $2 and kind = 'to_approve'`, [tenant.id, standIn.id]);
    expect(told).toHaveLength(1);
    expect((await rooms.get(MemberReader).placesOf(standIn.id)).memberships[0]?.roles.sort()).toEqual(['content_owner', 'unit_head']);
  });

  it('ends by itself at the very instant, and begins no earlier', async () => {
    await give({ from: addDays(today(), 1) });
    expect((await actor()).roles).toEqual(['content_owner']);
    const last = endOfBangkokDayExclusive(addDays(today(), 5));
    await rooms.clock.during(new Date(last.getTime() - 1), async () => expect((await actor()).roles).toContain('unit_head'));
    await rooms.clock.during(last, async () => expect((await actor()).roles).not.toContain('unit_head'));
  });

  it('ends when it is ended, once', async () => {
    const { id } = await give();
    await rooms.get(EndDelegation).run(tenant.actors.head, id);
    expect((await actor()).roles).toEqual(['content_owner']);
    await expect(rooms.get(EndDelegation).run(tenant.actors.head, id)).rejects.toMatchObject({ status: 409 });
  });

  it('never lets one decide on one\'s own request, nor on that of whom one stands in for', async () => {
    await give();
    const own = await rooms.clock.during(rooms.clock.now(), async () => aRequest(rooms, { ...tenant, actors: { ...tenant.actors, owner: await actor() } }, 'submitted'));
    await expect(approve(own.id)).rejects.toMatchObject({ code: 'SAME_PERSON', status: 409 });
    const ofHead = await aRequest(rooms, { ...tenant, actors: { ...tenant.actors, owner: tenant.actors.head } }, 'submitted');
    await expect(approve(ofHead.id)).rejects.toMatchObject({ code: 'SAME_PERSON', status: 409 });
    const settings = { tenant_id: tenant.id, reach: 'unit' as const, now: rooms.clock.now().toISOString() };
    await expect(rooms.database.as('prongsai_staff', settings, (ask) =>
      ask(`update publication_request set state = 'approved', approved_by = $2, decided_for = requester_id, decided_as = 'acting' where id = $1`, [ofHead.id, standIn.id])))
      .rejects.toMatchObject({ code: '23514', constraint: 'request_four_eyes_behalf' });
  });

  it('is one\'s own to give, or the head\'s; a stand-in hands nothing on', async () => {
    const approver = { principalId: tenant.people.approver.id, role: 'approver', kind: 'delegated' };
    await expect(give({}, 'approver')).rejects.toMatchObject({ status: 409, parts: { reasons: [{ code: 'NOT_YOURS' }] } });
    await expect(give(approver, 'owner')).rejects.toMatchObject({ code: 'NOT_ALLOWED', status: 403 });
    await expect(give(approver, 'approver')).resolves.toMatchObject({ role: 'approver' });
    await give();
    const next = await aMember(rooms, tenant, 'content_owner');
    await expect(rooms.get(GiveDelegation).run(await actor(), body({ delegateId: next.id }))).rejects.toMatchObject({ status: 409 });
  });

  it('is of somebody who holds the role, to another who works here, for days to come', async () => {
    const wrong = (more: object) => give(more).then(() => [], (error: { parts: { errors: { path: string }[] } }) => error.parts.errors.map(({ path }) => path));
    expect(await wrong({ principalId: tenant.people.owner.id })).toEqual(['principalId']);
    expect(await wrong({ delegateId: (await aTenant(rooms)).people.owner.id })).toEqual(['delegateId']);
    expect(await wrong({ delegateId: tenant.people.head.id })).toEqual(['delegateId']);
    expect(await wrong({ from: addDays(today(), -1) })).toEqual(['from']);
    expect(await wrong({ from: addDays(today(), 2), until: addDays(today(), 1) })).toEqual(['until']);
    await give();
    await expect(give()).rejects.toBeDefined();
  });

  it('is listed with who may end it', async () => {
    const { id } = await give();
    const listed = await rooms.transaction.act(tenant.actors.approver, () => rooms.get(DelegationReader).list(tenant.actors.approver, null, 50));
    expect(listed).toEqual([expect.objectContaining({ id, from: today(), until: addDays(today(), 5), principal: expect.objectContaining({ name: tenant.people.head.name }), abilities: { end: { allowed: false, reasons: [expect.objectContaining({ code: 'NOT_YOURS' })] } } })]);
  });
});
