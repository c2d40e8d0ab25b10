import { addDays, bangkokDay, endOfBangkokDayExclusive, fiscalYearOf, searchWordsOf, startOfBangkokDay } from '@prongsai/kernel/thai';
import { publicationStates, publicationVerbs, type PublicationState, type PublicationVerb } from '@prongsai/kernel/workflow';
import { Refusal } from '@prongsai/kernel/core';
import type { TestRooms } from '@prongsai/testing/db';
import { aFile, aNewVersion, anExtension, aPublication, aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { ConfirmCurrent } from './confirm-current.verb';
import { ExpirePublication } from './expire-publication.verb';
import { PublicationReader, type PublicationFilter } from './publication.reader';
import { Publication } from './publication.entity';
import { StaffPublicationReader } from './staff-publication.reader';
import { SupersedePublication } from './supersede-publication.verb';
import { WithdrawPublication } from './withdraw-publication.verb';

describe('the life of a publication', () => {
  let rooms: TestRooms;
  let tenant: TestTenant;
  let today: string;
  let successor: Publication;
  beforeAll(async () => {
    rooms = await openDomain();
    tenant = await aTenant(rooms);
    today = bangkokDay(rooms.clock.now());
    successor = await aPublication(rooms, tenant);
  });
  afterAll(() => rooms.close());

  const stored = (id: string) => rooms.transaction.act(tenant.actors.head, () => rooms.transaction.manager.getRepository(Publication).findOneByOrFail({ id }));
  const unit = () => ({ tenantId: tenant.id, reach: 'unit' as const });
  const onSite = <T>(work: (reader: PublicationReader) => Promise<T>, at = rooms.clock.now(), of = tenant) =>
    rooms.clock.during(at, () => rooms.transaction.site({ tenantId: of.id }, () => work(rooms.get(PublicationReader))));
  const endDay = () => addDays(today, 30);
  const afterEnd = () => new Date(endOfBangkokDayExclusive(endDay()).getTime() + 1000);

  /** Where each verb leads; true: done, false: refused with 409 or nothing to record. */
  const expected: Record<PublicationState, Record<PublicationVerb, boolean>> = {
    scheduled: { withdraw: true, confirmCurrent: false, expire: false, extend: false, revise: false, supersede: false },
    live: { withdraw: true, confirmCurrent: true, expire: false, extend: true, revise: true, supersede: true },
    expired: { withdraw: false, confirmCurrent: false, expire: true, extend: false, revise: false, supersede: false },
    withdrawn: { withdraw: false, confirmCurrent: false, expire: false, extend: false, revise: false, supersede: false },
    superseded: { withdraw: false, confirmCurrent: false, expire: false, extend: false, revise: false, supersede: false },
  };
  /** An item in the state, and the time at which it is in it. */
  const make: Record<PublicationState, () => Promise<[Publication, Date]>> = {
    scheduled: async () => [await aPublication(rooms, tenant, { publishFrom: addDays(today, 3) }), rooms.clock.now()],
    live: async () => [await aPublication(rooms, tenant), rooms.clock.now()],
    expired: async () => [await aPublication(rooms, tenant), afterEnd()],
    withdrawn: async () => [await rooms.get(WithdrawPublication).run(tenant.actors.webMaster1, (await aPublication(rooms, tenant)).id, 'ผิด'), rooms.clock.now()],
    superseded: async () => {
      const item = await aPublication(rooms, tenant);
      await rooms.get(SupersedePublication).run(tenant.actors.webMaster1, item.id, successor.id, 'รวมเล่ม');
      return [item, rooms.clock.now()];
    },
  };
  const acts: Record<PublicationVerb, (id: string) => Promise<unknown>> = {
    withdraw: (id) => rooms.get(WithdrawPublication).run(tenant.actors.webMaster2, id, 'ข้อมูลคลาดเคลื่อน'),
    confirmCurrent: (id) => rooms.get(ConfirmCurrent).run(tenant.actors.webMaster2, id),
    expire: (id) => rooms.get(ExpirePublication).run(unit(), id),
    extend: (id) => anExtension(rooms, tenant, id, addDays(today, 60)),
    revise: (id) => aNewVersion(rooms, tenant, id, { title: 'ฉบับแก้ไข' }),
    supersede: (id) => rooms.get(SupersedePublication).run(tenant.actors.webMaster2, id, successor.id, 'รวมเล่ม'),
  };
  it.each(publicationStates.flatMap((state) => publicationVerbs.map((verb) => [state, verb, expected[state][verb]] as const)))('%s, %s: %s', async (state, verb, isDone) => {
    const [{ id }, at] = await make[state]();
    const before = await stored(id);
    const outcome: unknown = await rooms.clock.during(at, () => acts[verb](id)).catch((error: unknown) => error);
    const after = await stored(id);
    if (isDone) {
      expect(outcome).not.toBeInstanceOf(Error);
      expect(outcome).not.toBe(false);
      const change = { withdraw: { withdrawnBy: tenant.people.webMaster2.id, withdrawReason: 'ข้อมูลคลาดเคลื่อน' }, confirmCurrent: { confirmedCurrentBy: tenant.people.webMaster2.id }, expire: { expiryRecordedAt: expect.any(Date) },
        extend: { publishUntil: addDays(today, 60), liveUntil: endOfBangkokDayExclusive(addDays(today, 60)), version: 1 }, revise: { title: 'ฉบับแก้ไข', version: 2, revisedBy: tenant.people.webMaster2.id },
        supersede: { successorId: successor.id, supersededBy: tenant.people.webMaster2.id, supersedeReason: 'รวมเล่ม' } }[verb];
      expect(after).toMatchObject(change);
    } else {
      if (verb === 'expire') expect(outcome).toBe(false);
      else {
        expect(outcome).toBeInstanceOf(Refusal);
        expect(outcome).toMatchObject({ status: 409, parts: { reasons: [{ code: 'STATE' }] } });
      }
      expect(after).toEqual(before);
    }
  });

  it('begins and ends by the second, without any job', async () => {
    const item = await aPublication(rooms, tenant, { publishFrom: addDays(today, 3), publishUntil: addDays(today, 5) });
    const [opens, ends] = [startOfBangkokDay(addDays(today, 3)).getTime(), endOfBangkokDayExclusive(addDays(today, 5)).getTime()];
    const shown = async (at: number) => (await onSite((reader) => reader.findByCode(item.code), new Date(at))) !== null;
    expect([await shown(opens - 1), await shown(opens), await shown(ends - 1), await shown(ends)]).toEqual([false, true, true, false]);
    expect(await onSite((reader) => reader.findEnded(item.code), new Date(ends))).toEqual({ endedAs: 'expired', endedAt: new Date(ends), explanation: null });
    expect(await onSite((reader) => reader.findEnded(item.code), new Date(opens - 1))).toBeNull();
  });

  it('is recorded once as ended, however often the worker looks, and the web masters are told', async () => {
    const { id, title } = await aPublication(rooms, tenant);
    const record = () => rooms.clock.during(afterEnd(), () => rooms.get(ExpirePublication).run(unit(), id));
    expect(await rooms.clock.during(afterEnd(), () => rooms.get(ExpirePublication).due(unit()))).toContain(id);
    expect(await Promise.all([record(), record(), record()])).toEqual(expect.arrayContaining([true, false, false]));
    expect(await rooms.database.look(`select count(*)::int as n from audit_entry where tenant_id = $1 and act = 'publication.expired' and subject_id = $2`, [tenant.id, id])).toEqual([{ n: 1 }]);
    expect(await rooms.database.look(`select count(*)::int as n from notice where tenant_id = $1 and kind = 'expired' and title like '%' || $2 || '%'`, [tenant.id, title])).toEqual([{ n: 2 }]);
    expect(await rooms.get(ExpirePublication).due(unit())).not.toContain(id);
  });

  it('ends at once when it is withdrawn, and the link says why', async () => {
    const item = await aPublication(rooms, tenant, { fileIds: [(await aFile(rooms, tenant.actors.owner)).id] });
    expect((await onSite((reader) => reader.findByCode(item.code)))?.files).toHaveLength(1);
    await rooms.get(WithdrawPublication).run(tenant.actors.webMaster1, item.id, 'ตัวเลขผิด');
    expect(await onSite((reader) => reader.findByCode(item.code))).toBeNull();
    expect(await onSite((reader) => reader.findEnded(item.code))).toMatchObject({ endedAs: 'withdrawn', explanation: 'ตัวเลขผิด' });
  });

  it('is ended by one of two who withdraw at once', async () => {
    const { id } = await aPublication(rooms, tenant);
    const withdraw = (reason: string) => rooms.get(WithdrawPublication).run(tenant.actors.webMaster1, id, reason);
    const outcomes = await Promise.allSettled([withdraw('หนึ่ง'), withdraw('สอง')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is a web master\'s to end, of its own unit', async () => {
    const { id } = await aPublication(rooms, tenant);
    for (const who of ['owner', 'approver', 'head'] as const) await expect(rooms.get(WithdrawPublication).run(tenant.actors[who], id, 'x')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const other = await aTenant(rooms);
    await expect(rooms.get(WithdrawPublication).run(other.actors.webMaster1, id, 'x')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(rooms.get(ConfirmCurrent).run(other.actors.webMaster1, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await rooms.get(ExpirePublication).run({ tenantId: other.id, reach: 'unit' }, id)).toBe(false);
  });

  it('is listed newest first to citizens, page by page and by category', async () => {
    const fresh = await aTenant(rooms);
    const items = [];
    for (let day = 3; day > 0; day--) items.push(await rooms.clock.during(new Date(Date.now() - day * 86_400_000), () => aPublication(rooms, fresh)));
    const expectedOrder = items.map(({ id }) => id).reverse();
    const all = await onSite((reader) => reader.list({ limit: 10 }), undefined, fresh);
    expect(all.map(({ id }) => id)).toEqual(expectedOrder);
    const last = all[0];
    const next = await onSite((reader) => reader.list({ limit: 1, before: { liveFrom: (last?.liveFrom as Date).toISOString(), id: last?.id as string } }), undefined, fresh);
    expect(next.map(({ id }) => id)).toEqual([expectedOrder[1]]);
    const code = items[0]?.categoryCode as string;
    expect(await onSite((reader) => reader.list({ limit: 10, categoryCode: 'nope' }), undefined, fresh)).toEqual([]);
    expect((await onSite((reader) => reader.listGroups({ categoryCode: code }), undefined, fresh)).reduce((sum, { count }) => sum + count, 0)).toBe(3);
  });

  it('is found by its words, sub-item, fiscal year and kind of file, and counted by them', async () => {
    const fresh = await aTenant(rooms);
    const old = new Date('2025-09-30T16:59:59Z');
    const plan = await aPublication(rooms, fresh, { title: 'แผนจัดซื้อจัดจ้าง (แบบ สขร. ๑)', details: 'อําเภอกะพ้อ', sourceName: 'งานพัสดุ', fileIds: [(await aFile(rooms, fresh.actors.owner)).id] });
    const rule = await rooms.clock.during(old, () => aPublication(rooms, fresh, { title: 'ระเบียบพัสดุ พ.ศ. 2560', publishUntil: addDays(today, 90) }));
    const found = async (filter: PublicationFilter) => (await onSite((reader) => reader.list({ limit: 10, ...filter }), undefined, fresh)).map(({ id }) => id);
    const words = (question: string) => ({ words: searchWordsOf(question) });
    expect(await found(words('แบบสขร1 อำเภอ'))).toEqual([plan.id]);
    expect(await found(words('พศ ๒๕๖๐'))).toEqual([rule.id]);
    expect(await found(words('พัสดุ'))).toEqual([plan.id, rule.id]);
    expect(await found(words('พัสดุ อื่น'))).toEqual([]);
    expect(await found(words('% _'))).toEqual([]);
    expect(await found({ fiscalYear: 2568 })).toEqual([rule.id]);
    expect(await found({ fiscalYear: 2569 })).toEqual([]);
    expect(await found({ fileKind: 'pdf' })).toEqual([plan.id]);
    expect(await found({ fileKind: 'image' })).toEqual([]);
    expect(await found({ subItemCode: 'none' })).toEqual([]);
    const groups = await onSite((reader) => reader.listGroups(words('พัสดุ')), undefined, fresh);
    expect(groups.sort((a, b) => a.fiscalYear - b.fiscalYear)).toMatchObject([
      { categoryCode: rule.categoryCode, subItemCode: null, fiscalYear: 2568, fileKinds: [], count: 1, newestAt: old },
      { categoryCode: plan.categoryCode, fiscalYear: fiscalYearOf(rooms.clock.now()), fileKinds: ['pdf'], count: 1 },
    ]);
    expect(await onSite((reader) => reader.listTitles(1), undefined, fresh)).toEqual([plan.title]);
  });

  it('leaves nothing of an ended link but its category, to its own unit only', async () => {
    const item = await aPublication(rooms, tenant);
    expect(await onSite((reader) => reader.findEndedCategory(item.code))).toBeNull();
    await rooms.get(WithdrawPublication).run(tenant.actors.webMaster1, item.id, 'ผิด');
    expect(await onSite((reader) => reader.findEndedCategory(item.code))).toBe(item.categoryCode);
    expect(await onSite((reader) => reader.findEndedCategory(item.code), undefined, await aTenant(rooms))).toBeNull();
    expect(await onSite((reader) => reader.listGroups({ words: searchWordsOf(item.title) }))).toEqual([]);
  });

  it('is shown to staff in every state, with what they may do', async () => {
    const item = await aPublication(rooms, tenant);
    const view = (who: 'webMaster1' | 'owner') => rooms.transaction.act(tenant.actors[who], () => rooms.get(StaffPublicationReader).get(tenant.actors[who], item.id));
    expect(await view('webMaster1')).toMatchObject({
      url: `http://${tenant.slug}.localhost:8080/p/${item.code}`, state: 'live', publishFrom: today, publishUntil: endDay(), abilities: { withdraw: { allowed: true }, 'confirm-current': { allowed: true } },
    });
    expect(await view('owner')).toMatchObject({ abilities: { withdraw: { allowed: false, reasons: [{ code: 'NOT_ALLOWED' }] } } });
    const [first] = await rooms.transaction.act(tenant.actors.owner, () => rooms.get(StaffPublicationReader).list(tenant.actors.owner, { limit: 1 }));
    expect(first?.id).toBe(item.id);
  });
});
