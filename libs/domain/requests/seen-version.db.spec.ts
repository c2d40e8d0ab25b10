import type { TestRooms } from '@prongsai/testing/db';
import { aRequest, aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { ApproveRequest } from './approve-request.verb';
import { EditRequest } from './edit-request.verb';
import { RefuseRequest } from './refuse-request.verb';
import { ReturnRequest } from './return-request.verb';
import { SubmitRequest } from './submit-request.verb';

/** A decision that waited for a signal is about what its maker read, and about nothing else. */
describe('a decision on what was read before', () => {
  let rooms: TestRooms;
  let tenant: TestTenant;
  beforeAll(async () => {
    rooms = await openDomain();
    tenant = await aTenant(rooms);
  });
  afterAll(() => rooms.close());

  it('is refused when the request was sent back, changed and sent again meanwhile', async () => {
    const { owner, approver, head } = tenant.actors;
    const { id, version: read } = await aRequest(rooms, tenant, 'submitted');
    await rooms.get(ReturnRequest).run(approver, id, 'แก้ช่วงวันที่ของข้อมูล', read);
    await rooms.get(EditRequest).run(owner, id, { version: read, title: 'แก้แล้ว' });
    const { version: now } = await rooms.get(SubmitRequest).run(owner, id);
    for (const late of [
      () => rooms.get(ApproveRequest).run(head, id, undefined, read), () => rooms.get(ReturnRequest).run(head, id, 'ช้า', read), () => rooms.get(RefuseRequest).run(head, id, 'unlawful', null, read),
    ]) await expect(late()).rejects.toMatchObject({ code: 'STALE', status: 409 });
    expect(await rooms.get(ApproveRequest).run(head, id, undefined, now)).toMatchObject({ state: 'approved' });
  });
});
