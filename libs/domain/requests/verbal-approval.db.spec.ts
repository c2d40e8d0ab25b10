import { addDays, bangkokDay, endOfBangkokDayExclusive, formatThaiDate, isWeekend } from '@prongsai/kernel/thai';
import type { TestRooms } from '@prongsai/testing/db';
import { allConfirmed, aMember, aRequest, aSpokenApproval, aTenant, actorIn, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { ExpirePublication, Publication, PublicationReader } from '@prongsai/domain/publishing';
import { ApproveVerbally } from './approve-verbally.verb';
import { ConfirmApproval } from './confirm-approval.verb';
import { PublishRequest } from './publish-request.verb';
import { RemindSignature } from './remind-signature.verb';
import { RequestReader } from './request.reader';

/** A Thursday morning in Bangkok, with a weekend before the third working day. */
const thursday = new Date('2026-11-26T03:00:00Z');
const hours = 3_600_000;

describe('what was allowed verbally', () => {
  let rooms: TestRooms;
  let tenant: TestTenant;
  beforeAll(async () => {
    rooms = await openDomain();
    tenant = await aTenant(rooms);
  });
  afterAll(() => rooms.close());
  const at = <T>(when: Date, work: () => Promise<T>): Promise<T> => rooms.clock.during(when, work);
  const publish = (id: string) => rooms.get(PublishRequest).run(tenant.actors.webMaster1, id, { confirmations: allConfirmed });
  const confirm = (id: string, who: 'approver' | 'head' | 'owner' = 'head') => rooms.get(ConfirmApproval).run(tenant.actors[who], id);
  const aPublishedOne = async (wishes = {}) => {
    const { id } = await aRequest(rooms, tenant, 'approved_verbally', wishes);
    return { id, publication: (await publish(id)).publication };
  };
  const isShown = (code: string) => rooms.transaction.site({ tenantId: tenant.id }, async () => (await rooms.get(PublicationReader).findByCode(code)) !== null);
  const told = (id: string, kind: string) => rooms.database.look(`select account_id from notice where tenant_id = $1 and kind = $2 and link like '%' || $3`, [tenant.id, kind, id]);

  it('owes the written approval three working days later: weekends and the network\'s holidays do not count', async () => {
    const unit = await aTenant(rooms);
    await rooms.transaction.act({ networkId: unit.network.id }, () =>
      rooms.transaction.manager.query(`insert into holiday (network_id, day, name) values ($1, '2026-11-30', 'วันหยุดทดสอบ')`, [unit.network.id]));
    const dueOf = (of: TestTenant) => at(thursday, async () => (await aRequest(rooms, of, 'approved_verbally')).verbalDueOn);
    expect(await dueOf(tenant)).toBe('2026-12-01');
    expect(await dueOf(unit)).toBe('2026-12-02');
  });

  it('is seen by everyone with who, when, how and until when', async () => {
    const { id } = await aRequest(rooms, tenant, 'approved_verbally');
    const view = await rooms.transaction.act(tenant.actors.owner, () => rooms.get(RequestReader).get(tenant.actors.owner, id));
    expect(view).toMatchObject({
      state: 'approved_verbally', decidedBy: { id: tenant.people.approver.id }, webMaster: { id: tenant.people.webMaster1.id },
      verbal: { approver: { id: tenant.people.approver.id }, channel: 'โทรศัพท์', recordedBy: { id: tenant.people.owner.id }, confirmedAt: null },
    });
    expect((await told(id, 'signature_owed')).map((row) => row['account_id']).sort()).toEqual([tenant.people.approver.id, tenant.people.head.id].sort());
    expect((await told(id, 'approved_verbally')).map((row) => row['account_id'])).toEqual([tenant.people.webMaster1.id]);
  });

  describe('may be written down', () => {
    const record = (id: string, more: object = {}, who: keyof TestTenant['actors'] = 'owner') =>
      rooms.get(ApproveVerbally).run(tenant.actors[who], id, { ...aSpokenApproval(rooms, tenant), ...more });

    it('by the requester or a web master, and nobody else', async () => {
      const { id } = await aRequest(rooms, tenant, 'submitted');
      await expect(record(id, {}, 'head')).rejects.toMatchObject({ code: 'NOT_ALLOWED', status: 403 });
      await expect(record(id, {}, 'webMaster2')).resolves.toMatchObject({ state: 'approved_verbally', verbalRecordedBy: tenant.people.webMaster2.id });
    });

    it('of somebody who decided on that day, other than those who wrote', async () => {
      const { id } = await aRequest(rooms, tenant, 'submitted');
      await expect(record(id, { approverId: tenant.people.webMaster2.id })).rejects.toMatchObject({ code: 'INVALID', parts: { errors: [{ path: 'approverId', code: 'not_approver' }] } });
      await expect(record(id, { approverId: tenant.people.owner.id })).rejects.toMatchObject({ code: 'SAME_PERSON', status: 409 });
      const both = await aMember(rooms, tenant, 'web_master');
      const actor = await actorIn(rooms, both, tenant.slug);
      await expect(rooms.get(ApproveVerbally).run(actor, id, { ...aSpokenApproval(rooms, tenant), approverId: both.id })).rejects.toMatchObject({ code: 'SAME_PERSON' });
      const settings = { tenant_id: tenant.id, reach: 'unit' as const, now: rooms.clock.now().toISOString() };
      await record(id);
      for (const column of ['requester_id', 'last_editor_id', 'verbal_recorded_by']) {
        await expect(rooms.database.as('prongsai_staff', settings, (ask) => ask(`update publication_request set verbal_approver_id = ${column} where id = $1`, [id])))
          .rejects.toMatchObject({ code: '23514', constraint: 'request_verbal_four_eyes' });
      }
    });

    it('not of the future, and not when the signature is overdue already', async () => {
      const { id } = await aRequest(rooms, tenant, 'submitted');
      const now = rooms.clock.now().getTime();
      await expect(record(id, { approvedAt: new Date(now + hours).toISOString() })).rejects.toMatchObject({ parts: { errors: [{ path: 'approvedAt', code: 'future' }] } });
      await expect(record(id, { approvedAt: new Date(now - 24 * 14 * hours).toISOString() })).rejects.toMatchObject({ parts: { errors: [{ path: 'approvedAt', code: 'past' }] } });
    });

    it('only where the framework knows it', async () => {
      const unit = await aTenant(rooms, { verbal: false });
      const { id } = await aRequest(rooms, unit, 'submitted');
      await expect(rooms.get(ApproveVerbally).run(unit.actors.owner, id, aSpokenApproval(rooms, unit))).rejects.toMatchObject({ status: 409, parts: { reasons: [{ code: 'VERBAL_NOT_USED' }] } });
    });

    it('once, whoever presses first', async () => {
      const { id } = await aRequest(rooms, tenant, 'submitted');
      const outcomes = await Promise.allSettled([record(id), record(id, {}, 'webMaster1')]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });
  });

  describe('once published', () => {
    it('comes down at the very instant when no signature came, worker or not; the trail says why', async () => {
      const { id, publication } = await at(thursday, () => aPublishedOne({ publishUntil: '2027-06-30' }));
      const due = endOfBangkokDayExclusive('2026-12-01');
      expect(publication).toMatchObject({ liveUntil: due, approvalDueAt: due, publishUntil: '2027-06-30' });
      expect(await at(new Date(due.getTime() - 1), () => isShown(publication.code))).toBe(true);
      await at(due, async () => {
        expect(await isShown(publication.code)).toBe(false);
        await expect(confirm(id)).rejects.toMatchObject({ status: 409, parts: { reasons: [{ code: 'SIGNATURE_LATE', text: expect.stringContaining(formatThaiDate('2026-12-01', 'long')) }] } });
        await rooms.get(ExpirePublication).run({ tenantId: tenant.id, reach: 'unit' }, publication.id);
      });
      expect(await rooms.database.look(`select detail ->> 'missing' as missing from audit_entry where subject_id = $1 and act = 'publication.expired'`, [publication.id])).toEqual([{ missing: 'written_approval' }]);
    });

    it('stays until its own end when it is signed in time, by another than the requester', async () => {
      const { id, publication } = await aPublishedOne();
      await expect(confirm(id, 'owner')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
      expect(await confirm(id)).toMatchObject({ state: 'published', approvedBy: tenant.people.head.id });
      const [row] = await rooms.database.look('select live_until, approval_due_at from publication where id = $1', [publication.id]);
      expect(row).toEqual({ live_until: endOfBangkokDayExclusive(publication.publishUntil as string), approval_due_at: null });
      await expect(confirm(id)).rejects.toMatchObject({ status: 409 });
    });

    it('keeps its own end when that comes first', async () => {
      const today = bangkokDay(rooms.clock.now());
      const { publication } = await aPublishedOne({ publishUntil: today });
      expect(publication.liveUntil).toEqual(endOfBangkokDayExclusive(today));
    });

    it('cannot outlast the signature, whoever writes the row', async () => {
      const { publication } = await aPublishedOne();
      const settings = { tenant_id: tenant.id, reach: 'unit' as const, now: rooms.clock.now().toISOString() };
      await expect(rooms.database.as('prongsai_staff', settings, (ask) => ask('update publication set live_until = null where id = $1', [publication.id])))
        .rejects.toMatchObject({ code: '23514', constraint: 'publication_ends_unconfirmed' });
    });

    it('is not brought back by a signature after it was withdrawn', async () => {
      const { id, publication } = await aPublishedOne();
      await rooms.transaction.act(tenant.actors.webMaster1, () => rooms.transaction.manager.getRepository(Publication).update({ tenantId: tenant.id, id: publication.id }, { withdrawnAt: rooms.clock.now(), withdrawReason: 'x' }));
      await confirm(id);
      expect(await isShown(publication.code)).toBe(false);
    });
  });

  it('is not published after the signature is overdue, but may still be signed and then published', async () => {
    const { id } = await at(thursday, () => aRequest(rooms, tenant, 'approved_verbally'));
    await at(new Date('2026-12-02T03:00:00Z'), async () => {
      await expect(publish(id)).rejects.toMatchObject({ status: 409, parts: { reasons: [{ code: 'SIGNATURE_LATE' }] } });
      await confirm(id, 'approver');
      expect((await publish(id)).publication).toMatchObject({ approvalDueAt: null });
    });
  });

  it('is not published for a day after the signature is due', async () => {
    const day = addDays(bangkokDay(thursday), 20);
    const { id } = await at(thursday, () => aRequest(rooms, tenant, 'approved_verbally', { publishFrom: day, publishUntil: null }));
    await expect(at(thursday, () => publish(id))).rejects.toMatchObject({ code: 'INVALID', parts: { errors: [{ path: 'publishFrom', code: 'after_signature' }] } });
  });

  it('is reminded of once each working day until the day it is due', async () => {
    const unit = await aTenant(rooms);
    const { id } = await at(thursday, () => aRequest(rooms, unit, 'approved_verbally'));
    const scope = { tenantId: unit.id, reach: 'unit' as const };
    const reminded: string[] = [];
    for (let day = 0; day < 8; day += 1) {
      const now = new Date(thursday.getTime() + day * 24 * hours);
      for (let run = 0; run < 2; run += 1) if ((await at(now, () => rooms.get(RemindSignature).run(scope))) > 0) reminded.push(bangkokDay(now));
    }
    expect(reminded).toEqual(['2026-11-27', '2026-11-30', '2026-12-01']);
    expect(reminded.some(isWeekend)).toBe(false);
    expect(await rooms.database.look(`select count(*)::int as n from notice where tenant_id = $1 and kind = 'signature_reminder' and link like '%' || $2`, [unit.id, id])).toEqual([{ n: 6 }]);
  });
});
