import type { TestRooms } from '@prongsai/testing/db';
import { aRequest, aTenant, openDomain } from '@prongsai/testing/factories';
import { RequestReader } from './request.reader';

/** A draft is its owner's until it is sent; the head may look, because the head may edit any (SPEC 4). */
describe('a draft', () => {
  let rooms: TestRooms;
  beforeAll(async () => (rooms = await openDomain()));
  afterAll(() => rooms.close());

  it('is seen by its owner and the head alone, on the list and by its id', async () => {
    const tenant = await aTenant(rooms);
    const draft = await aRequest(rooms, tenant, 'draft');
    const reader = rooms.get(RequestReader);
    const { owner, head, approver, webMaster1 } = tenant.actors;
    const sees = async (actor: typeof owner) => ({
      listed: await rooms.transaction.act(actor, async () => (await reader.list(actor, { before: null, limit: 10 })).some((one) => one.id === draft.id)),
      opened: await rooms.transaction.act(actor, () => reader.get(actor, draft.id)).then(() => true, (error: { code?: string }) => error.code),
    });
    for (const actor of [owner, head]) expect(await sees(actor)).toEqual({ listed: true, opened: true });
    for (const actor of [approver, webMaster1]) expect(await sees(actor)).toEqual({ listed: false, opened: 'NOT_FOUND' });
  });

  it('is seen by all once it was sent', async () => {
    const tenant = await aTenant(rooms);
    const sent = await aRequest(rooms, tenant, 'submitted');
    const { webMaster1 } = tenant.actors;
    expect((await rooms.transaction.act(webMaster1, () => rooms.get(RequestReader).get(webMaster1, sent.id))).id).toBe(sent.id);
  });
});
