import type { RequestInput } from '@prongsai/kernel/contracts';
import type { TestRooms } from '@prongsai/testing/db';
import { allConfirmed, aRequest, aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { ApproveRequest } from './approve-request.verb';
import { PublishRequest } from './publish-request.verb';
import { RecordAnswer } from './record-answer.verb';
import { RefuseRequest } from './refuse-request.verb';
import { RequestReader } from './request.reader';
import { ReturnRequest } from './return-request.verb';

describe('a request recorded for an owner without an account', () => {
  let rooms: TestRooms;
  let tenant: TestTenant;
  beforeAll(async () => {
    rooms = await openDomain();
    tenant = await aTenant(rooms);
  });
  afterAll(() => rooms.close());

  const owner = { name: 'นางสมศรี ทดสอบ', position: 'ผู้อำนวยการ รพ.สต.ทดสอบ', unit: 'รพ.สต.ทดสอบ' };
  const byMail: RequestInput = { recorded: true, intakeChannel: 'email', contact: { ...owner, email: 'somsri@outside.example' } };
  const byLetter: RequestInput = { recorded: true, intakeChannel: 'letter', contact: { ...owner, phone: '073494064' } };
  const refuse = (id: string) => rooms.get(RefuseRequest).run(tenant.actors.approver, id, 'incomplete', 'ขาดตารางที่ 2');
  const mailsTo = (address: string, id: string) => rooms.database.look(
    `select subject, text_body as text from mail_message where tenant_id = $1 and to_address = $2 and subject like '%' || (select title from publication_request where id = $3) || '%' order by id`, [tenant.id, address, id]);

  it('is the recorder\'s as a requester, who does not decide on it', async () => {
    const { id } = await aRequest(rooms, tenant, 'submitted', byMail);
    const view = await rooms.transaction.act(tenant.actors.owner, () => rooms.get(RequestReader).get(tenant.actors.owner, id));
    expect(view).toMatchObject({ recorded: true, requester: { id: tenant.people.owner.id }, contact: owner });
    await expect(rooms.get(ApproveRequest).run(tenant.actors.owner, id)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('that came by mail is answered by mail: what to change, the reason, or the permanent link', async () => {
    const returned = await aRequest(rooms, tenant, 'submitted', byMail);
    await rooms.get(ReturnRequest).run(tenant.actors.approver, returned.id, 'แก้ช่วงวันที่');
    const refused = await aRequest(rooms, tenant, 'submitted', byMail);
    await refuse(refused.id);
    const approved = await aRequest(rooms, tenant, 'approved', byMail);
    const { publication } = await rooms.get(PublishRequest).run(tenant.actors.webMaster1, approved.id, { confirmations: allConfirmed });
    for (const [id, words] of [[returned.id, 'แก้ช่วงวันที่'], [refused.id, 'ขาดตารางที่ 2'], [approved.id, `/p/${publication.code}`]] as const) {
      const mails = await mailsTo('somsri@outside.example', id);
      expect(mails).toHaveLength(1);
      expect(String(mails[0]?.['text'])).toContain(words);
      expect(String(mails[0]?.['text'])).not.toContain('console');
    }
    const [row] = await rooms.database.look('select answer_owed_at from publication_request where id = $1', [refused.id]);
    expect(row).toEqual({ answer_owed_at: null });
  });

  it('that came by letter is the recorder\'s to answer by letter, once', async () => {
    const { id } = await aRequest(rooms, tenant, 'submitted', byLetter);
    await refuse(id);
    const owed = await rooms.transaction.act(tenant.actors.owner, () => rooms.get(RequestReader).list(tenant.actors.owner, { answer: 'owed', limit: 50 }));
    expect(owed.find((line) => line.id === id)).toMatchObject({ answer: { answeredAt: null }, abilities: { answered: { allowed: true } } });
    const told = await rooms.database.look(`select account_id from notice where kind = 'answer_owed' and link like '%' || $1`, [id]);
    expect(told).toEqual([{ account_id: tenant.people.owner.id }]);
    await expect(rooms.get(RecordAnswer).run(tenant.actors.webMaster1, id, 'x')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await rooms.get(RecordAnswer).run(tenant.actors.owner, id, 'ปน ๑๑๓๓/๔๗๒ ลงวันที่ ๒๔ พ.ย. ๒๕๖๙')).toMatchObject({ answeredBy: tenant.people.owner.id });
    await expect(rooms.get(RecordAnswer).run(tenant.actors.owner, id, 'x')).rejects.toMatchObject({ status: 409 });
  });

  it('an ordinary one owes nobody a letter', async () => {
    const { id } = await aRequest(rooms, tenant, 'refused');
    await expect(rooms.get(RecordAnswer).run(tenant.actors.owner, id, 'x')).rejects.toMatchObject({ status: 409, parts: { reasons: [{ code: 'STATE' }] } });
  });
});
