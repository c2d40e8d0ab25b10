import { addDays, bangkokDay, endOfBangkokDayExclusive } from '@prongsai/kernel/thai';
import type { TestRooms } from '@prongsai/testing/db';
import { aFile, allConfirmed, aNewVersion, anExtension, aPublication, aRequest, aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { Publication, PublicationFile, StaffPublicationReader, SupersedePublication, VersionReader, WithdrawPublication } from '@prongsai/domain/publishing';
import { ApproveRequest } from './approve-request.verb';
import { ApproveVerbally } from './approve-verbally.verb';
import { CancelRequest } from './cancel-request.verb';
import { ConfirmApproval } from './confirm-approval.verb';
import { EditRequest } from './edit-request.verb';
import { ExtendPublication } from './extend-publication.verb';
import { PublicationRequest } from './publication-request.entity';
import { PublishRequest } from './publish-request.verb';
import { ReplacePublication } from './replace-publication.verb';
import { ReturnRequest } from './return-request.verb';
import { SubmitRequest } from './submit-request.verb';

describe('requests for what is published already', () => {
  let rooms: TestRooms;
  let tenant: TestTenant;
  let today: string;
  beforeAll(async () => {
    rooms = await openDomain();
    tenant = await aTenant(rooms);
    today = bangkokDay(rooms.clock.now());
  });
  afterAll(() => rooms.close());

  const act = <T>(work: () => Promise<T>) => rooms.transaction.act(tenant.actors.head, work);
  const stored = (id: string) => act(() => rooms.transaction.manager.getRepository(Publication).findOneByOrFail({ id }));
  const request = (id: string) => act(() => rooms.transaction.manager.getRepository(PublicationRequest).findOneByOrFail({ id }));
  const trail = (id: string) => rooms.database.look('select act from audit_entry where tenant_id = $1 and subject_id = $2 order by seq', [tenant.id, id]);
  const extend = (id: string, until: string | null, who: 'webMaster1' | 'owner' | 'approver' = 'webMaster1') => rooms.get(ExtendPublication).run(tenant.actors[who], id, until, 'ยังใช้อยู่');

  describe('a later end', () => {
    it('is asked by a web master and there when an approver allows it', async () => {
      const { id, requestId } = await aPublication(rooms, tenant);
      const asked = await extend(id, addDays(today, 90));
      expect(asked).toMatchObject({ state: 'submitted', purpose: 'extend', forPublicationId: id, remarks: 'ยังใช้อยู่' });
      expect((await stored(id)).publishUntil).toBe(addDays(today, 30));
      await expect(rooms.get(ApproveRequest).run(tenant.actors.webMaster1, asked.id)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
      expect(await rooms.get(ApproveRequest).run(tenant.actors.approver, asked.id)).toMatchObject({ state: 'published', approvedBy: tenant.people.approver.id, publicationId: id });
      expect(await stored(id)).toMatchObject({ publishUntil: addDays(today, 90), liveUntil: endOfBangkokDayExclusive(addDays(today, 90)), requestId, version: 1, revisedAt: null });
      expect((await trail(id)).map((entry) => entry['act'])).toContain('publication.extended');
    });

    it('may be none at all, and an item without an end needs no later one', async () => {
      const { id } = await aPublication(rooms, tenant);
      await anExtension(rooms, tenant, id, null);
      expect(await stored(id)).toMatchObject({ publishUntil: null, liveUntil: null });
      await expect(extend(id, addDays(today, 90))).rejects.toMatchObject({ status: 409, parts: { reasons: [{ code: 'NO_END' }] } });
    });

    it('is a later one, a web master\'s to ask, one at a time', async () => {
      const { id } = await aPublication(rooms, tenant);
      await expect(extend(id, addDays(today, 30))).rejects.toMatchObject({ code: 'INVALID' });
      for (const who of ['owner', 'approver'] as const) await expect(extend(id, addDays(today, 60), who)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
      const other = await aTenant(rooms);
      await expect(rooms.get(ExtendPublication).run(other.actors.webMaster1, id, addDays(today, 60), 'x')).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const outcomes = await Promise.allSettled([extend(id, addDays(today, 60)), extend(id, addDays(today, 61))]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await expect(rooms.get(ReplacePublication).run(tenant.actors.owner, id)).rejects.toMatchObject({ status: 409, parts: { reasons: [{ code: 'PENDING' }] } });
      const view = await act(() => rooms.get(StaffPublicationReader).get(tenant.actors.webMaster1, id));
      expect(view).toMatchObject({ pending: { purpose: 'extend' }, abilities: { extend: { allowed: false }, replace: { allowed: false }, withdraw: { allowed: true } } });
    });

    it('changes nothing else, whatever is written into its request, and is never allowed verbally', async () => {
      const { id, title } = await aPublication(rooms, tenant);
      const asked = await extend(id, addDays(today, 60));
      await expect(rooms.get(ApproveVerbally).run(tenant.actors.webMaster1, asked.id, { approverId: tenant.people.approver.id, approvedAt: rooms.clock.now().toISOString(), channel: 'โทรศัพท์' }))
        .rejects.toMatchObject({ status: 409 });
      await rooms.get(ReturnRequest).run(tenant.actors.approver, asked.id, 'ขอสั้นกว่านี้');
      await rooms.get(EditRequest).run(tenant.actors.webMaster1, asked.id, { version: 1, title: null, publishUntil: addDays(today, 45), fileIds: [] });
      await rooms.get(SubmitRequest).run(tenant.actors.webMaster1, asked.id);
      await rooms.get(ApproveRequest).run(tenant.actors.approver, asked.id);
      expect(await stored(id)).toMatchObject({ title, publishUntil: addDays(today, 45) });
    });

    it('is refused when the item has come down meanwhile, and the request stays undecided', async () => {
      const { id } = await aPublication(rooms, tenant);
      const asked = await extend(id, addDays(today, 60));
      await rooms.get(WithdrawPublication).run(tenant.actors.webMaster2, id, 'ผิด');
      await expect(rooms.get(ApproveRequest).run(tenant.actors.approver, asked.id)).rejects.toMatchObject({ status: 409, parts: { reasons: [{ code: 'STATE' }] } });
      expect((await request(asked.id)).state).toBe('submitted');
    });
  });

  describe('a new version', () => {
    it('begins with what the item says, and takes its place behind the same link', async () => {
      const [kept, gone, come] = [await aFile(rooms, tenant.actors.owner, 'ก.pdf'), await aFile(rooms, tenant.actors.owner, 'ข.pdf'), await aFile(rooms, tenant.actors.owner, 'ค.pdf')];
      const item = await aPublication(rooms, tenant, { title: 'แผนจัดซื้อปี 2568', details: 'งบประมาณ 100 บาท', fileIds: [kept.id, gone.id] });
      const draft = await rooms.get(ReplacePublication).run(tenant.actors.owner, item.id);
      expect(draft).toMatchObject({ state: 'draft', purpose: 'revise', forPublicationId: item.id, linkCode: item.code, title: 'แผนจัดซื้อปี 2568', publishUntil: item.publishUntil });
      await rooms.get(CancelRequest).run(tenant.actors.owner, draft.id);
      const revised = await aNewVersion(rooms, tenant, item.id, { title: 'แผนจัดซื้อปี 2569', details: 'งบประมาณ 120 บาท', fileIds: [kept.id, come.id] });
      expect(revised).toMatchObject({ id: item.id, code: item.code, version: 2 });
      const now = await stored(item.id);
      expect(now).toMatchObject({ title: 'แผนจัดซื้อปี 2569', revisedBy: tenant.people.webMaster2.id, publishedBy: tenant.people.webMaster1.id, publishedAt: item.publishedAt, liveFrom: item.liveFrom });
      const files = await act(() => rooms.transaction.manager.getRepository(PublicationFile).find({ where: { publicationId: item.id }, order: { number: 'ASC' } }));
      expect(files.map(({ number, name }) => [number, name])).toEqual([[1, 'ก.pdf'], [2, 'ค.pdf']]);
      const [second, first] = await act(() => rooms.get(VersionReader).list(tenant.actors.webMaster1, item.id));
      expect(first).toMatchObject({ number: 1, requestId: item.requestId, title: 'แผนจัดซื้อปี 2568', putOnlineByName: tenant.people.webMaster1.name, replacedAt: now.revisedAt?.toISOString(), fields: [] });
      expect(second).toMatchObject({ number: 2, requestId: now.requestId, putOnlineByName: tenant.people.webMaster2.name, replacedAt: null });
      expect(second?.fields).toEqual([
        { field: 'title', parts: [{ change: 'same', text: 'แผนจัดซื้อปี ' }, { change: 'removed', text: '2568' }, { change: 'added', text: '2569' }] },
        { field: 'details', parts: [{ change: 'same', text: 'งบประมาณ ' }, { change: 'removed', text: '100' }, { change: 'added', text: '120' }, { change: 'same', text: ' บาท' }] },
      ]);
      expect(second?.files.map(({ change, name }) => [change, name])).toEqual([['same', 'ก.pdf'], ['added', 'ค.pdf'], ['removed', 'ข.pdf']]);
      expect((await trail(item.id)).map((entry) => entry['act'])).toContain('publication.revised');
    });

    it('keeps every version, and nobody can change or drop one', async () => {
      const { id } = await aPublication(rooms, tenant, { title: 'หนึ่ง' });
      await aNewVersion(rooms, tenant, id, { title: 'สอง' });
      await aNewVersion(rooms, tenant, id, { title: 'สาม' });
      expect((await act(() => rooms.get(VersionReader).list(tenant.actors.owner, id))).map(({ number, title }) => [number, title])).toEqual([[3, 'สาม'], [2, 'สอง'], [1, 'หนึ่ง']]);
      for (const sql of ['update publication_version set title = title', 'delete from publication_version']) {
        await expect(act(() => rooms.transaction.manager.query(sql))).rejects.toThrow(/permission denied/);
      }
      const other = await aTenant(rooms);
      await expect(rooms.transaction.act(other.actors.head, () => rooms.get(VersionReader).list(other.actors.head, id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await rooms.transaction.act(other.actors.head, () => rooms.transaction.manager.query('select * from publication_version'))).toEqual([]);
    });

    it('waits for the signature of what was allowed verbally; a later end does not outlive it', async () => {
      const { id } = await aRequest(rooms, tenant, 'approved_verbally');
      const { publication } = await rooms.get(PublishRequest).run(tenant.actors.webMaster1, id, { confirmations: allConfirmed });
      await expect(rooms.get(ReplacePublication).run(tenant.actors.owner, publication.id)).rejects.toMatchObject({ status: 409, parts: { reasons: [{ code: 'SIGNATURE_OWED' }] } });
      await anExtension(rooms, tenant, publication.id, addDays(today, 90));
      expect(await stored(publication.id)).toMatchObject({ publishUntil: addDays(today, 90), liveUntil: publication.approvalDueAt });
      await rooms.get(ConfirmApproval).run(tenant.actors.head, id);
      expect(await stored(publication.id)).toMatchObject({ liveUntil: endOfBangkokDayExclusive(addDays(today, 90)), approvalDueAt: null });
      expect((await rooms.get(ReplacePublication).run(tenant.actors.owner, publication.id)).state).toBe('draft');
    });

    it('is put behind no link that has ended', async () => {
      const [item, successor] = [await aPublication(rooms, tenant), await aPublication(rooms, tenant)];
      const draft = await rooms.get(ReplacePublication).run(tenant.actors.owner, item.id);
      await rooms.get(SupersedePublication).run(tenant.actors.webMaster1, item.id, successor.id, 'รวมเล่ม');
      await rooms.get(SubmitRequest).run(tenant.actors.owner, draft.id);
      await rooms.get(ApproveRequest).run(tenant.actors.approver, draft.id);
      await expect(rooms.get(PublishRequest).run(tenant.actors.webMaster1, draft.id, { confirmations: allConfirmed })).rejects.toMatchObject({ status: 409, parts: { reasons: [{ code: 'STATE' }] } });
      expect((await stored(item.id)).version).toBe(1);
    });
  });

  describe('a successor', () => {
    const supersede = (id: string, successorId: string, who: 'webMaster1' | 'approver' = 'webMaster1') => rooms.get(SupersedePublication).run(tenant.actors[who], id, successorId, 'รวมเล่ม');

    it('is another live item of the unit, named by a web master', async () => {
      const [item, withdrawn, scheduled] = [await aPublication(rooms, tenant), await aPublication(rooms, tenant), await aPublication(rooms, tenant, { publishFrom: addDays(today, 3) })];
      await rooms.get(WithdrawPublication).run(tenant.actors.webMaster1, withdrawn.id, 'ผิด');
      const foreign = await aPublication(rooms, await aTenant(rooms));
      for (const wrong of [item.id, withdrawn.id, scheduled.id, foreign.id]) await expect(supersede(item.id, wrong)).rejects.toMatchObject({ code: 'INVALID' });
      await expect(supersede(item.id, item.id, 'approver')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
      expect((await stored(item.id)).supersededAt).toBeNull();
    });

    it('of two that replace each other at once is one', async () => {
      const [one, other] = [await aPublication(rooms, tenant), await aPublication(rooms, tenant)];
      const outcomes = await Promise.allSettled([supersede(one.id, other.id), supersede(other.id, one.id)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });
  });
});
