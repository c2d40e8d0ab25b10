import type { TestRooms } from '@prongsai/testing/db';
import { aClinic, aClinicBody, actorIn, anOpeningHoursBody, aTenant, aWeek, openDomain, someHours, type TestTenant } from '@prongsai/testing/factories';
import { addDays, bangkokDay } from '@prongsai/kernel/thai';
import type { TenantActor } from '@prongsai/platform/access';
import { AddClinic } from './add-clinic.verb';
import { clinicsOn, hoursChangeAt, unitState } from './answers';
import { ChangeClinicDay } from './change-clinic-day.verb';
import { HoursReader } from './hours.reader';
import { RemoveClinic } from './remove-clinic.verb';
import { SaveClinic } from './save-clinic.verb';
import { SetOpeningHours } from './set-opening-hours.verb';
import { TakeBackClinicDay } from './take-back-clinic-day.verb';

// A Tuesday morning in Bangkok.
const now = new Date('2026-11-24T09:00:00+07:00');
const morning = [{ from: '08:30', until: '12:00' }];

describe('opening hours and clinics', () => {
  let rooms: TestRooms;
  beforeAll(async () => (rooms = await openDomain()));
  afterAll(() => rooms.close());

  const opening = (actor: TenantActor) => rooms.transaction.act(actor, () => rooms.get(HoursReader).opening(actor));
  const clinics = (actor: TenantActor) => rooms.transaction.act(actor, () => rooms.get(HoursReader).clinics(actor));
  const publicHours = (tenant: TestTenant) => rooms.transaction.site({ tenantId: tenant.id }, () => rooms.get(HoursReader).findPublic());
  const trail = async (tenant: TestTenant) =>
    (await rooms.database.look(`select act, detail from audit_entry where tenant_id = $1 and (act like 'hours.%' or act like 'clinic.%') order by seq`, [tenant.id])).map((row) => [row['act'], row['detail']]);

  it('are empty with version 0 until somebody enters them, and then known by the editor\'s name', async () => {
    const tenant = await aTenant(rooms);
    const { webMaster1, owner } = tenant.actors;
    expect(await opening(owner)).toMatchObject({ version: 0, days: [], editedBy: null, abilities: { change: { allowed: false, reasons: [{ code: 'NOT_ALLOWED' }] } } });
    expect(await publicHours(tenant)).toMatchObject({ opening: null, clinics: [], editedAt: null });
    await rooms.clock.during(now, () => rooms.get(SetOpeningHours).run(webMaster1, anOpeningHoursBody({ days: [{ day: '2026-12-11', hours: [], words: 'ปิดทำความสะอาด' }] })));
    const read = await rooms.clock.during(now, () => opening(webMaster1));
    expect(read).toMatchObject({
      version: 1, note: 'เว้นวันหยุดราชการ', editedBy: { name: webMaster1.name }, editedAt: now.toISOString(), abilities: { change: { allowed: true } },
      days: [{ day: '2026-12-11', hours: [], words: 'ปิดทำความสะอาด' }],
    });
    expect(await trail(tenant)).toEqual([['hours.set', { version: 1, days: 1 }]]);
  });

  it('refuse a stale edit with both versions, also when two write the first ones at once', async () => {
    const tenant = await aTenant(rooms);
    const { webMaster1, webMaster2, head } = tenant.actors;
    const set = rooms.get(SetOpeningHours);
    const outcomes = await Promise.allSettled([set.run(webMaster1, anOpeningHoursBody()), set.run(webMaster2, anOpeningHoursBody())]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'STALE' } });
    await set.run(head, anOpeningHoursBody({ version: 1, note: 'ใหม่' }));
    await expect(set.run(webMaster1, anOpeningHoursBody({ version: 1, note: 'เก่า' }))).rejects.toMatchObject({
      code: 'STALE', status: 409, parts: { extra: { current: { version: 2, note: 'ใหม่', days: [] }, yours: { version: 1, note: 'เก่า' } } },
    });
    const clinicId = await aClinic(rooms, tenant);
    await rooms.get(SaveClinic).run(head, clinicId, { version: 1, appointment: 'ไม่ต้องนัด' });
    await expect(rooms.get(SaveClinic).run(webMaster1, clinicId, { version: 1, appointment: 'x' })).rejects.toMatchObject({ code: 'STALE', parts: { extra: { current: { version: 2, appointment: 'ไม่ต้องนัด' } } } });
  });

  it('are the web masters\' and the head\'s to change, nobody else\'s', async () => {
    const tenant = await aTenant(rooms);
    const clinicId = await aClinic(rooms, tenant);
    const admin = await actorIn(rooms, tenant.network.admin, tenant.slug);
    for (const actor of [tenant.actors.owner, tenant.actors.approver, admin]) {
      const denied = { code: actor === admin ? expect.stringMatching(/NOT_ALLOWED|NOT_FOUND/) : 'NOT_ALLOWED' };
      await expect(rooms.get(SetOpeningHours).run(actor, anOpeningHoursBody())).rejects.toMatchObject(denied);
      await expect(rooms.get(AddClinic).run(actor, aClinicBody())).rejects.toMatchObject(denied);
      await expect(rooms.get(SaveClinic).run(actor, clinicId, { version: 1 })).rejects.toMatchObject(denied);
      await expect(rooms.get(RemoveClinic).run(actor, clinicId)).rejects.toMatchObject(denied);
      await expect(rooms.get(ChangeClinicDay).run(actor, clinicId, { day: '2099-01-01', hours: [] })).rejects.toMatchObject(denied);
      await expect(rooms.get(TakeBackClinicDay).run(actor, clinicId, '2099-01-01')).rejects.toMatchObject(denied);
      if (actor !== admin) expect(rooms.get(SetOpeningHours).reasons(actor)).toEqual([{ code: 'NOT_ALLOWED', text: expect.stringContaining('Web Master') }]);
    }
    await rooms.get(SetOpeningHours).run(tenant.actors.head, anOpeningHoursBody());
  });

  it('keep clinics in their order when one is added, moved and removed', async () => {
    const tenant = await aTenant(rooms);
    const { webMaster1 } = tenant.actors;
    for (const name of ['ก', 'ข', 'ค']) await aClinic(rooms, tenant, { name });
    await aClinic(rooms, tenant, { name: 'แรก', order: 1 });
    const names = async () => (await clinics(webMaster1)).map(({ name, order }) => `${order}${name}`);
    expect(await names()).toEqual(['1แรก', '2ก', '3ข', '4ค']);
    const [, , , last] = await clinics(webMaster1);
    await rooms.get(SaveClinic).run(webMaster1, String(last?.id), { version: 1, order: 2 });
    expect(await names()).toEqual(['1แรก', '2ค', '3ก', '4ข']);
    const [first] = await clinics(webMaster1);
    await rooms.get(ChangeClinicDay).run(webMaster1, String(first?.id), { day: addDays(bangkokDay(rooms.clock.now()), 1), hours: [] });
    await rooms.get(RemoveClinic).run(webMaster1, String(first?.id));
    expect(await names()).toEqual(['1ค', '2ก', '3ข']);
    await expect(aClinic(rooms, tenant, { name: 'ค' })).rejects.toMatchObject({ code: 'DUPLICATE' });
    await expect(rooms.get(RemoveClinic).run(webMaster1, String(first?.id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('tell citizens at once that a clinic is cancelled today, and that it is not after all', async () => {
    const tenant = await aTenant(rooms);
    const { webMaster1 } = tenant.actors;
    await rooms.clock.during(now, async () => {
      const clinicId = await aClinic(rooms, tenant, { name: 'แพทย์แผนไทย' });
      const status = async () => clinicsOn(await publicHours(tenant), '2026-11-24', now).map(({ status: { word }, words }) => [word, words]);
      expect(await status()).toEqual([['เปิดอยู่', null]]);
      await rooms.get(ChangeClinicDay).run(webMaster1, clinicId, { day: '2026-11-24', hours: [], words: 'แพทย์ประชุม' });
      expect(await status()).toEqual([['งดวันนี้', 'แพทย์ประชุม']]);
      await rooms.get(ChangeClinicDay).run(webMaster1, clinicId, { day: '2026-11-24', hours: [{ from: '13:00', until: '15:00' }], words: null });
      expect(await status()).toEqual([['เปิดบ่าย', null]]);
      await rooms.get(TakeBackClinicDay).run(webMaster1, clinicId, '2026-11-24');
      expect(await status()).toEqual([['เปิดอยู่', null]]);
      await expect(rooms.get(TakeBackClinicDay).run(webMaster1, clinicId, '2026-11-24')).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(rooms.get(ChangeClinicDay).run(webMaster1, clinicId, { day: '2026-11-23', hours: [] })).rejects.toMatchObject({ code: 'INVALID', parts: { errors: [{ path: 'day' }] } });
      await expect(rooms.get(ChangeClinicDay).run(webMaster1, clinicId, { day: '2028-11-23', hours: [] })).rejects.toMatchObject({ code: 'INVALID' });
    });
    expect(await trail(tenant)).toEqual([
      ['clinic.added', { name: 'แพทย์แผนไทย' }], ['clinic.day_changed', { name: 'แพทย์แผนไทย', day: '2026-11-24', cancelled: true }],
      ['clinic.day_changed', { name: 'แพทย์แผนไทย', day: '2026-11-24', cancelled: false }], ['clinic.day_taken_back', { name: 'แพทย์แผนไทย', day: '2026-11-24' }],
    ]);
  });

  it('follow the holidays of the unit\'s own network, as the site reads them', async () => {
    const [tenant, elsewhere] = [await aTenant(rooms), await aTenant(rooms)];
    const holiday = (unit: TestTenant) => rooms.transaction.act({ networkId: unit.network.id }, () =>
      rooms.transaction.manager.query(`insert into holiday (network_id, day, name) values ($1, '2026-11-24', 'วันหยุดทดสอบ')`, [unit.network.id]));
    for (const unit of [tenant, elsewhere]) {
      await rooms.get(SetOpeningHours).run(unit.actors.head, anOpeningHoursBody());
      await aClinic(rooms, unit, { name: 'ทั่วไป' });
      await aClinic(rooms, unit, { name: 'ฉุกเฉิน', closesWithUnit: false, weekly: aWeek(morning) });
    }
    await holiday(tenant);
    await rooms.clock.during(now, async () => {
      const [here, there] = [await publicHours(tenant), await publicHours(elsewhere)];
      expect(unitState(here, now)).toMatchObject({ open: false, today: { why: 'day_off', words: 'วันหยุดทดสอบ' } });
      expect(unitState(there, now)).toMatchObject({ open: true });
      expect(clinicsOn(here, '2026-11-24', now).map(({ status }) => status.word)).toEqual(['งดวันนี้', 'เปิดอยู่']);
      expect(hoursChangeAt(here, now)).toEqual(new Date('2026-11-24T12:00:00+07:00'));
      expect(hoursChangeAt({ opening: null, clinics: [], holidays: new Map(), editedAt: null }, now)).toBeNull();
    });
  });

  it('close clinics on a day on which the unit is closed itself', async () => {
    const tenant = await aTenant(rooms);
    await rooms.get(SetOpeningHours).run(tenant.actors.head, anOpeningHoursBody({ days: [{ day: '2026-11-24', hours: [], words: 'อบรมบุคลากร' }] }));
    await aClinic(rooms, tenant);
    await rooms.clock.during(now, async () => {
      expect(clinicsOn(await publicHours(tenant), '2026-11-24', now)).toMatchObject([{ status: { word: 'งดวันนี้' }, words: 'อบรมบุคลากร' }]);
    });
  });

  it('are one unit\'s alone, and a network role that entered reads none', async () => {
    const [victim, other] = [await aTenant(rooms), await aTenant(rooms)];
    const { clinicId } = await someHours(rooms, victim);
    const { webMaster1 } = other.actors;
    expect([await clinics(webMaster1), (await opening(webMaster1)).version, (await publicHours(other)).opening]).toEqual([[], 0, null]);
    await expect(rooms.get(SaveClinic).run(webMaster1, clinicId, { version: 1, name: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(rooms.get(ChangeClinicDay).run(webMaster1, clinicId, { day: '2099-01-01', hours: [] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const entered = { tenant_id: victim.id, reach: 'network' as const, network_id: victim.network.id, account_id: victim.network.admin.id, now: now.toISOString() };
    for (const table of ['opening_hours', 'opening_day', 'clinic', 'clinic_day']) {
      expect(await rooms.database.as('prongsai_staff', entered, (ask) => ask(`select 1 from ${table}`))).toEqual([]);
    }
    for (const column of ['opening_hours.edited_by', 'clinic.edited_by', 'clinic_day.edited_by']) {
      const read = rooms.database.as('prongsai_site', { tenant_id: victim.id, now: now.toISOString() }, (ask) => ask(`select ${column} from ${String(column.split('.')[0])}`));
      await expect(read).rejects.toMatchObject({ code: '42501' });
    }
  });
});
