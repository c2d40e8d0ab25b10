import type { TestRooms } from '@prongsai/testing/db';
import { allConfirmed, aRequest, aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { ApproveRequest } from './approve-request.verb';
import { PublishRequest } from './publish-request.verb';
import { TakeBackApproval } from './take-back-approval.verb';

const minutes = 60_000;

describe('taking an approval back', () => {
  let rooms: TestRooms;
  let tenant: TestTenant;
  beforeAll(async () => {
    rooms = await openDomain();
    tenant = await aTenant(rooms);
  });
  afterAll(() => rooms.close());
  const takeBack = (id: string, who: keyof TestTenant['actors'] = 'approver') => rooms.get(TakeBackApproval).run(tenant.actors[who], id);
  const publish = (id: string) => rooms.get(PublishRequest).run(tenant.actors.webMaster1, id, { confirmations: allConfirmed });

  it('puts the request back to waiting, tells owner and web master, and leaves it to be decided anew', async () => {
    const { id } = await aRequest(rooms, tenant, 'approved');
    expect(await takeBack(id)).toMatchObject({ state: 'submitted', approvedBy: null, decidedBy: null, webMasterId: null });
    const told = await rooms.database.look(`select account_id from notice where tenant_id = $1 and kind = 'taken_back' and link like '%' || $2`, [tenant.id, id]);
    expect(told.map((row) => row['account_id']).sort()).toEqual([tenant.people.owner.id, tenant.people.webMaster1.id].sort());
    await expect(publish(id)).rejects.toMatchObject({ status: 409 });
    expect(await rooms.get(ApproveRequest).run(tenant.actors.head, id)).toMatchObject({ state: 'approved', approvedBy: tenant.people.head.id });
  });

  it('is possible for ten minutes to the second', async () => {
    const { id, decidedAt } = await aRequest(rooms, tenant, 'approved');
    const last = (decidedAt as Date).getTime() + 10 * minutes;
    await rooms.clock.during(new Date(last + 1), () => expect(takeBack(id)).rejects.toMatchObject({ status: 409, parts: { reasons: [{ code: 'TOO_LATE' }] } }));
    await rooms.clock.during(new Date(last), () => expect(takeBack(id)).resolves.toMatchObject({ state: 'submitted' }));
  });

  it('is nobody\'s who asked, wrote, or does not decide', async () => {
    const { id } = await aRequest(rooms, tenant, 'approved');
    for (const who of ['owner', 'webMaster1'] as const) await expect(takeBack(id, who)).rejects.toMatchObject({ code: 'NOT_ALLOWED', status: 403 });
  });

  it('loses or wins against publishing, never both', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { id } = await aRequest(rooms, tenant, 'approved');
      const [back, online] = await Promise.allSettled([takeBack(id), publish(id)]);
      expect([back.status, online.status].sort()).toEqual(['fulfilled', 'rejected']);
      const [row] = await rooms.database.look('select state from publication_request where id = $1', [id]);
      expect(row).toEqual({ state: back.status === 'fulfilled' ? 'submitted' : 'published' });
    }
  });
});
