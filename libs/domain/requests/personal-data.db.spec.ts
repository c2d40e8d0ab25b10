import type { TestRooms } from '@prongsai/testing/db';
import { allConfirmed, aRequest, aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { PublishRequest } from './publish-request.verb';
import { RequestFindingsReader } from './request-findings.reader';
import { ReturnRequest } from './return-request.verb';
import { SubmitRequest } from './submit-request.verb';

/** Between sending and the public (SPEC 6): what was found in the words of a request. */
describe('personal data in a request', () => {
  let rooms: TestRooms;
  let tenant: TestTenant;
  // Made up; its check digit is right.
  const id = '1103700123458';
  beforeAll(async () => {
    rooms = await openDomain();
    tenant = await aTenant(rooms);
  });
  afterAll(() => rooms.close());

  const draft = (details = `นายสมมติ ใจดี ${id}`) => aRequest(rooms, tenant, 'draft', { details });
  const findings = async (requestId: string) => (await rooms.transaction.act(tenant.actors.approver, () => rooms.get(RequestFindingsReader).get(tenant.actors.head, requestId))).findings;
  const send = (requestId: string, clearances?: Array<{ findingId: string; reason: string }>) => rooms.get(SubmitRequest).run(tenant.actors.owner, requestId, clearances);

  it('keeps it from being sent until there is a reason, which the approver and the trail read', async () => {
    const request = await draft();
    const [finding] = await findings(request.id);
    await expect(send(request.id)).rejects.toMatchObject({ code: 'PERSONAL_DATA', status: 422, parts: { extra: { findings: [{ id: finding?.id, kind: 'citizen_id', clearance: null }] } } });
    await expect(send(request.id, [{ findingId: String(finding?.id), reason: '' }])).rejects.toMatchObject({ code: 'PERSONAL_DATA' });
    await expect(send(request.id, [{ findingId: 'other', reason: 'ได้รับความยินยอม' }])).rejects.toMatchObject({ code: 'PERSONAL_DATA' });
    expect((await send(request.id, [{ findingId: String(finding?.id), reason: 'เจ้าตัวยินยอมเป็นหนังสือ' }])).state).toBe('submitted');
    expect(await findings(request.id)).toMatchObject([{ clearance: { reason: 'เจ้าตัวยินยอมเป็นหนังสือ', by: tenant.actors.owner.name } }]);
    const trail = await rooms.database.look('select detail from audit_entry where tenant_id = $1 and act = $2', [tenant.id, 'request.personal_data_cleared']);
    expect(trail).toMatchObject([{ detail: { findings: [{ findingId: finding?.id, kind: 'citizen_id', reason: 'เจ้าตัวยินยอมเป็นหนังสือ' }] } }]);
    expect(JSON.stringify([trail, await findings(request.id)])).not.toContain(id);
  });

  it('asks no second time for the same', async () => {
    const request = await draft();
    const [finding] = await findings(request.id);
    await send(request.id, [{ findingId: String(finding?.id), reason: 'ยินยอม' }]);
    await rooms.get(ReturnRequest).run(tenant.actors.approver, request.id, 'แก้');
    expect((await send(request.id)).state).toBe('submitted');
  });

  it('stands before publishing as well', async () => {
    const request = await aRequest(rooms, tenant, 'approved');
    await rooms.transaction.act(tenant.actors.owner, () => rooms.transaction.manager.query('update publication_request set remarks = $2 where id = $1', [request.id, `HN 1234567`]));
    const publish = (clearances?: Array<{ findingId: string; reason: string }>) => rooms.get(PublishRequest).run(tenant.actors.webMaster1, request.id, { confirmations: allConfirmed, ...(clearances ? { clearances } : {}) });
    await expect(publish()).rejects.toMatchObject({ code: 'PERSONAL_DATA' });
    const [finding] = await findings(request.id);
    expect((await publish([{ findingId: String(finding?.id), reason: 'ตัวอย่างในคู่มือ' }])).request.state).toBe('published');
  });
});
