import { addDays, bangkokDay, fiscalYearOf } from '@prongsai/kernel/thai';
import type { TestRooms } from '@prongsai/testing/db';
import { aFile, allConfirmed, aMember, aRequest, aRequestInput, aTenant, actorIn, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { ApproveRequest } from './approve-request.verb';
import { CancelRequest } from './cancel-request.verb';
import { CreateRequest } from './create-request.verb';
import { DeleteDraft } from './delete-draft.verb';
import { EditRequest } from './edit-request.verb';
import { PublishRequest } from './publish-request.verb';
import { RefuseRequest } from './refuse-request.verb';
import { RequestReader } from './request.reader';
import { ReturnRequest } from './return-request.verb';
import { SubmitRequest } from './submit-request.verb';

describe('a request, verb by verb', () => {
  let rooms: TestRooms;
  let tenant: TestTenant;
  beforeAll(async () => {
    rooms = await openDomain();
    tenant = await aTenant(rooms);
  });
  afterAll(() => rooms.close());
  const view = (id: string, who: keyof TestTenant['actors'] = 'owner', of = tenant) =>
    rooms.transaction.act(of.actors[who], () => rooms.get(RequestReader).get(of.actors[who], id));
  const today = () => bangkokDay(rooms.clock.now());

  describe('sending', () => {
    it('refuses what is incomplete, with everything that is missing, and changes nothing', async () => {
      const { id } = await rooms.get(CreateRequest).run(tenant.actors.owner, {});
      const outcome = await rooms.get(SubmitRequest).run(tenant.actors.owner, id).catch((error: unknown) => error);
      expect(outcome).toMatchObject({ code: 'INCOMPLETE', status: 422, message: 'ยังส่งไม่ได้ มี 7 เรื่องต้องแก้' });
      expect((outcome as { parts: { errors: unknown[] } }).parts.errors).toHaveLength(7);
      expect(await view(id)).toMatchObject({ state: 'draft', number: null, url: null });
    });

    it('numbers within the unit and the fiscal year without a hole, also when many send at once', async () => {
      const unit = await aTenant(rooms);
      const drafts = [];
      for (let count = 0; count < 8; count++) drafts.push(await aRequest(rooms, unit));
      const incomplete = await rooms.get(CreateRequest).run(unit.actors.owner, {});
      const send = ({ id }: { id: string }) => rooms.get(SubmitRequest).run(unit.actors.owner, id);
      const sent = await Promise.allSettled([...drafts, incomplete].map(send));
      const numbers = sent.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.number as number] : []));
      expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(await aRequest(rooms, unit, 'submitted')).toMatchObject({ number: 9, fiscalYear: fiscalYearOf(rooms.clock.now()) });
      const nextYear = await rooms.clock.during(new Date('2028-01-05T03:00:00Z'), () => aRequest(rooms, unit, 'submitted'));
      expect(nextYear).toMatchObject({ number: 1, fiscalYear: 2571 });
    });

    it('reserves the permanent link once, for good', async () => {
      const returned = await aRequest(rooms, tenant, 'returned');
      const again = await rooms.get(SubmitRequest).run(tenant.actors.owner, returned.id);
      expect([again.linkCode, again.number]).toEqual([returned.linkCode, returned.number]);
      expect(again.linkCode).toMatch(/^[bcdfghjkmnpqrstvwxz2-9]{10}$/);
      expect((await view(returned.id)).url).toBe(`http://${tenant.slug}.localhost:8080/p/${again.linkCode}`);
    });

    it('has one effect when it is sent twice at once', async () => {
      const { id } = await aRequest(rooms, tenant);
      const outcomes = await Promise.allSettled([1, 2].map(() => rooms.get(SubmitRequest).run(tenant.actors.owner, id)));
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await rooms.database.look(`select count(*)::int as n from audit_entry where subject_id = $1 and act = 'request.submitted'`, [id])).toEqual([{ n: 1 }]);
    });

    it('tells approver and head', async () => {
      const { id } = await aRequest(rooms, tenant, 'submitted');
      const told = await rooms.database.look(`select account_id from notice where tenant_id = $1 and kind = 'to_approve' and link like '%' || $2 order by 1`, [tenant.id, id]);
      expect(told.map((row) => row['account_id'])).toEqual([tenant.people.approver.id, tenant.people.head.id].sort());
    });
  });

  describe('editing', () => {
    it('counts versions, and shows both when somebody was faster', async () => {
      const { id } = await aRequest(rooms, tenant);
      expect(await rooms.get(EditRequest).run(tenant.actors.owner, id, { version: 1, title: 'หัวข้อใหม่' })).toMatchObject({ version: 2, title: 'หัวข้อใหม่' });
      const late = rooms.get(EditRequest).run(tenant.actors.head, id, { version: 1, title: 'หัวข้ออื่น' });
      await expect(late).rejects.toMatchObject({ code: 'STALE', status: 409, parts: { extra: { current: { title: 'หัวข้อใหม่', version: 2 }, yours: { title: 'หัวข้ออื่น', version: 1 } } } });
    });

    it('is the owner\'s, or a head\'s', async () => {
      const { id } = await aRequest(rooms, tenant);
      for (const who of ['approver', 'webMaster1'] as const) {
        await expect(rooms.get(EditRequest).run(tenant.actors[who], id, { version: 1, title: 'x' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
        await expect(rooms.get(SubmitRequest).run(tenant.actors[who], id)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
        await expect(rooms.get(CancelRequest).run(tenant.actors[who], id)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
        await expect(rooms.get(DeleteDraft).run(tenant.actors[who], id)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
      }
      expect(await rooms.get(EditRequest).run(tenant.actors.head, id, { version: 1, title: 'แก้โดยหัวหน้า' })).toMatchObject({ lastEditorId: tenant.people.head.id });
    });

    it('takes files of one\'s own uploads only, and keeps those that are there', async () => {
      const [mine, theirs] = [await aFile(rooms, tenant.actors.owner), await aFile(rooms, tenant.actors.approver)];
      const unknown = { code: 'INVALID', parts: { errors: [{ path: 'fileIds.1', code: 'unknown_file' }] } };
      await expect(rooms.get(CreateRequest).run(tenant.actors.owner, { fileIds: [mine.id, theirs.id] })).rejects.toMatchObject(unknown);
      const other = await aTenant(rooms);
      const foreign = await aFile(rooms, other.actors.owner);
      await expect(rooms.get(CreateRequest).run(tenant.actors.owner, { fileIds: [mine.id, foreign.id] })).rejects.toMatchObject(unknown);
      const { id } = await rooms.get(CreateRequest).run(tenant.actors.owner, { fileIds: [mine.id] });
      const byHead = await aFile(rooms, tenant.actors.head);
      await rooms.get(EditRequest).run(tenant.actors.head, id, { version: 1, fileIds: [byHead.id, mine.id] });
      expect((await view(id)).files.map((file) => file.id)).toEqual([byHead.id, mine.id]);
    });

    it('throws away only what was never sent', async () => {
      const draft = await aRequest(rooms, tenant, 'draft', { fileIds: [(await aFile(rooms, tenant.actors.owner)).id] });
      await rooms.get(DeleteDraft).run(tenant.actors.owner, draft.id);
      await expect(view(draft.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const returned = await aRequest(rooms, tenant, 'returned');
      await expect(rooms.get(DeleteDraft).run(tenant.actors.owner, returned.id)).rejects.toMatchObject({ status: 409 });
    });
  });

  describe('four eyes', () => {
    const decide = (unit: TestTenant, id: string) => ({
      approve: () => rooms.get(ApproveRequest).run(unit.actors.head, id),
      return: () => rooms.get(ReturnRequest).run(unit.actors.head, id, 'x'),
      refuse: () => rooms.get(RefuseRequest).run(unit.actors.head, id, 'incomplete', null),
    });

    it.each(['approve', 'return', 'refuse'] as const)('no role lets its requester %s it', async (verb) => {
      const { id } = await rooms.get(CreateRequest).run(tenant.actors.head, await aRequestInput(rooms, tenant));
      await rooms.get(SubmitRequest).run(tenant.actors.head, id);
      await expect(decide(tenant, id)[verb]()).rejects.toMatchObject({ code: 'SAME_PERSON', status: 409 });
    });

    it.each(['approve', 'return', 'refuse'] as const)('nor its last editor %s it', async (verb) => {
      const { id } = await aRequest(rooms, tenant);
      await rooms.get(EditRequest).run(tenant.actors.head, id, { version: 1, remarks: 'x' });
      await rooms.get(SubmitRequest).run(tenant.actors.owner, id);
      await expect(decide(tenant, id)[verb]()).rejects.toMatchObject({ code: 'SAME_PERSON', status: 409 });
      expect(await rooms.get(ApproveRequest).run(tenant.actors.approver, id)).toMatchObject({ state: 'approved', approvedBy: tenant.people.approver.id });
    });

    it('nor does the database, whoever writes the row', async () => {
      const { id } = await aRequest(rooms, tenant, 'submitted');
      const settings = { tenant_id: tenant.id, reach: 'unit' as const, now: rooms.clock.now().toISOString() };
      const approveBy = (column: string) => rooms.database.as('prongsai_staff', settings, (ask) => ask(`update publication_request set state = 'approved', approved_by = ${column} where id = $1`, [id]));
      for (const column of ['requester_id', 'last_editor_id']) await expect(approveBy(column)).rejects.toMatchObject({ code: '23514', constraint: 'request_four_eyes' });
      await expect(approveBy('null')).rejects.toMatchObject({ code: '23514', constraint: 'request_approved_by_someone' });
    });

    it('but the same person may ask and publish', async () => {
      const webMaster = tenant.actors.webMaster1;
      const { id } = await rooms.get(CreateRequest).run(webMaster, await aRequestInput(rooms, tenant));
      await rooms.get(SubmitRequest).run(webMaster, id);
      await rooms.get(ApproveRequest).run(tenant.actors.approver, id);
      await expect(rooms.get(PublishRequest).run(webMaster, id, { confirmations: allConfirmed })).resolves.toMatchObject({ request: { state: 'published' } });
    });
  });

  describe('deciding', () => {
    it('is won by one of two, and the other is told what happened', async () => {
      const { id } = await aRequest(rooms, tenant, 'submitted');
      const outcomes = await Promise.allSettled([rooms.get(ApproveRequest).run(tenant.actors.approver, id), rooms.get(RefuseRequest).run(tenant.actors.head, id, 'unlawful', null)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const lost = outcomes.find((outcome): outcome is PromiseRejectedResult => outcome.status === 'rejected');
      expect(lost?.reason).toMatchObject({ status: 409, message: expect.stringMatching(/อนุญาตแล้ว|ไม่อนุญาต/) });
    });

    it('assigns the web master with the fewest open tasks, or the one who is named', async () => {
      const unit = await aTenant(rooms);
      const third = await aMember(rooms, unit, 'web_master');
      const approve = async (webMasterId?: string) => (await rooms.get(ApproveRequest).run(unit.actors.approver, (await aRequest(rooms, unit, 'submitted')).id, webMasterId)).webMasterId;
      expect(await approve(third.id)).toBe(third.id);
      expect(new Set([await approve(), await approve()])).toEqual(new Set([unit.people.webMaster1.id, unit.people.webMaster2.id]));
      await expect(approve(unit.people.owner.id)).rejects.toMatchObject({ code: 'INVALID', parts: { errors: [{ path: 'webMasterId' }] } });
    });

    it('tells the owner, with the reason in the documents\' words', async () => {
      const { id } = await aRequest(rooms, tenant, 'submitted');
      await rooms.get(RefuseRequest).run(tenant.actors.approver, id, 'copyright', 'รูปหน้าปก');
      const told = await rooms.database.look(`select body from notice where tenant_id = $1 and kind = 'refused' and link like '%' || $2`, [tenant.id, id]);
      expect(told).toEqual([{ body: 'เหตุผล: อาจละเมิดลิขสิทธิ์ หรือยังไม่ระบุแหล่งที่มา รูปหน้าปก' }]);
    });
  });

  describe('publishing', () => {
    const publish = (id: string, more: object = {}) => rooms.get(PublishRequest).run(tenant.actors.webMaster2, id, { confirmations: allConfirmed, ...more });

    it.each(Object.keys(allConfirmed))('needs the confirmation %s', async (name) => {
      const { id } = await aRequest(rooms, tenant, 'approved');
      await expect(publish(id, { confirmations: { ...allConfirmed, [name]: false } })).rejects.toMatchObject({ code: 'INVALID', status: 422, parts: { errors: [{ path: `confirmations.${name}` }] } });
      expect(await view(id)).toMatchObject({ state: 'approved', publicationId: null });
    });

    it('may change category and dates, within what was approved', async () => {
      const { id } = await aRequest(rooms, tenant, 'approved', { publishFrom: today(), publishUntil: addDays(today(), 10) });
      const outside = async (change: object) => ((await publish(id, change).catch((error: unknown) => error)) as { parts: { errors: Array<{ path: string }> } }).parts.errors.map(({ path }) => path);
      expect(await outside({ publishFrom: addDays(today(), -1) })).toEqual(['publishFrom']);
      expect(await outside({ publishUntil: addDays(today(), 11) })).toEqual(['publishUntil']);
      expect(await outside({ publishUntil: null })).toEqual(['publishUntil']);
      expect(await outside({ categoryCode: 'nope' })).toEqual(['categoryCode']);
      expect(await outside({ publishFrom: addDays(today(), 6), publishUntil: addDays(today(), 5) })).toEqual(['publishUntil']);
      const { publication } = await publish(id, { publishFrom: addDays(today(), 2), publishUntil: addDays(today(), 5) });
      expect(publication).toMatchObject({ publishFrom: addDays(today(), 2), publishUntil: addDays(today(), 5) });
    });

    it('refuses what has run out while it waited', async () => {
      const { id } = await aRequest(rooms, tenant, 'approved', { publishUntil: addDays(today(), 1) });
      const later = new Date(rooms.clock.now().getTime() + 5 * 86_400_000);
      await expect(rooms.clock.during(later, () => publish(id))).rejects.toMatchObject({ parts: { errors: [{ path: 'publishUntil', code: 'past' }] } });
    });

    it('makes one publication, under the reserved link, with the files in order, however often it is tried', async () => {
      const files = [await aFile(rooms, tenant.actors.owner, 'หนึ่ง.pdf'), await aFile(rooms, tenant.actors.owner, 'สอง.pdf')];
      const request = await aRequest(rooms, tenant, 'approved', { fileIds: files.map(({ id }) => id) });
      const outcomes = await Promise.allSettled([1, 2, 3].map(() => publish(request.id)));
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
      const rows = await rooms.database.look('select id, code from publication where request_id = $1', [request.id]);
      expect(rows).toEqual([{ id: expect.any(String), code: request.linkCode }]);
      const copied = await rooms.database.look('select number, name from publication_file where publication_id = $1 order by number', [rows[0]?.['id']]);
      expect(copied).toEqual([{ number: 1, name: 'หนึ่ง.pdf' }, { number: 2, name: 'สอง.pdf' }]);
    });

    it('is any web master\'s of the unit, whoever was assigned, and nobody else\'s', async () => {
      const { id, webMasterId } = await aRequest(rooms, tenant, 'approved');
      expect(webMasterId).toBe(tenant.people.webMaster1.id);
      for (const who of ['owner', 'approver', 'head'] as const) await expect(rooms.get(PublishRequest).run(tenant.actors[who], id, { confirmations: allConfirmed })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
      const admin = await actorIn(rooms, tenant.network.admin, tenant.slug);
      await expect(rooms.get(PublishRequest).run(admin, id, { confirmations: allConfirmed })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
      await expect(publish(id)).resolves.toMatchObject({ publication: { publishedBy: tenant.people.webMaster2.id } });
    });
  });

  it('shows each person what they may do, by the same reasons that refuse', async () => {
    const { id } = await aRequest(rooms, tenant, 'submitted');
    const allowed = async (who: keyof TestTenant['actors']) => Object.entries((await view(id, who)).abilities).filter(([, ability]) => ability.allowed).map(([verb]) => verb);
    expect({ owner: await allowed('owner'), approver: await allowed('approver'), head: await allowed('head'), webMaster1: await allowed('webMaster1') }).toEqual({
      owner: ['cancel', 'approve-verbally'], approver: ['approve', 'return', 'refuse'], head: ['cancel', 'approve', 'return', 'refuse'], webMaster1: ['approve-verbally'],
    });
    expect((await view(id, 'webMaster1')).abilities['publish']?.reasons.map(({ code }) => code)).toEqual(['STATE']);
  });

  it('keeps a draft from colleagues, but not from the head', async () => {
    const { id } = await aRequest(rooms, tenant);
    const listed = async (who: keyof TestTenant['actors']) =>
      (await rooms.transaction.act(tenant.actors[who], () => rooms.get(RequestReader).list(tenant.actors[who], { state: ['draft'], before: null, limit: 200 }))).some((line) => line.id === id);
    expect([await listed('owner'), await listed('head'), await listed('approver'), await listed('webMaster1')]).toEqual([true, true, false, false]);
  });
});
