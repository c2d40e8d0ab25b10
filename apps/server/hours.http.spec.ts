import { addDays, bangkokDay } from '@prongsai/kernel/thai';
import { BusinessClock } from '@prongsai/platform/config';
import { openServer, type ServerUnderTest, type Visitor } from '@prongsai/testing/db';
import { aClinicBody, anOpeningHoursBody, aTenant, testPassword, type TestTenant } from '@prongsai/testing/factories';
import { startServer } from './start-server';

jest.setTimeout(60_000);

interface Wrong {
  status: number;
  code: string;
  errors: Array<{ path: string; text: string }>;
  current: { version: number };
}

/** What the console sends and gets back; who may is walked by the role table. */
describe('hours and clinics over HTTP', () => {
  let server: ServerUnderTest;
  let unit: TestTenant;
  let webMaster: Visitor;
  const path = (rest: string) => `/api/v1/tenants/${unit.slug}/${rest}`;

  beforeAll(async () => {
    server = await openServer(startServer);
    unit = await aTenant(server, { kind: 'hospital' });
    webMaster = await server.signIn(unit.people.webMaster1.email, testPassword);
  });
  afterAll(() => server.close());

  const put = (body: object) => webMaster.call('PUT', path('opening-hours'), { body });
  const monday = (...ranges: Array<[string, string]>) => ({ ...anOpeningHoursBody(), weekly: { ...anOpeningHoursBody().weekly, mon: ranges.map(([from, until]) => ({ from, until })) } });

  it('reads times as people type them, and gives them back in one form', async () => {
    const answer = await put(monday(['13.00', '๑๖.๓๐'], ['8.30', '12:00 น.']));
    expect([answer.status, answer.json]).toEqual([200, expect.objectContaining({ version: 1, weekly: expect.objectContaining({ mon: [{ from: '08:30', until: '12:00' }, { from: '13:00', until: '16:30' }], sun: [] }) })]);
  });

  it.each([
    ['unreadable', monday(['25.00', '26.00']), 'weekly.mon.0.from', 'อ่านเวลา “25.00” ไม่ได้'],
    ['reversed', monday(['16.30', '8.30']), 'weekly.mon.0.until', 'ต้องอยู่หลังเวลาเปิด'],
    ['overlapping', monday(['8.30', '12.00'], ['11.00', '15.00']), 'weekly.mon.1.from', 'ซ้อนกัน'],
    ['too many', monday(['1', '2'], ['3', '4'], ['5', '6'], ['7', '8']), 'weekly.mon', 'ไม่เกิน 3 ช่วง'],
    ['no such day', { ...anOpeningHoursBody(), days: [{ day: '2026-02-30', hours: [], words: null }] }, 'days.0.day', 'ไม่มีวันที่นี้'],
    ['twice the same day', { ...anOpeningHoursBody(), days: [{ day: '2026-12-31', hours: [], words: null }, { day: '2026-12-31', hours: [], words: null }] }, 'days.1.day', 'ลงวันนี้ไว้แล้ว'],
    ['a hint too long', { ...anOpeningHoursBody(), hints: ['x'.repeat(121)] }, 'hints.0', 'ยาวเกิน'],
    ['a missing weekday', { ...anOpeningHoursBody(), weekly: {} }, 'weekly.sun', 'ช่วงเวลา'],
  ])('tells what is wrong at its field: %s', async (_, body, field, text) => {
    const answer = await put(body);
    expect([answer.status, (answer.json as Wrong).errors]).toEqual([422, expect.arrayContaining([expect.objectContaining({ path: field, text: expect.stringContaining(text) })])]);
    for (const error of (answer.json as Wrong).errors) expect(error.text).toMatch(/[\u0E00-\u0E7F]/);
  });

  it('answers a stale edit with what is there', async () => {
    const answer = await put(anOpeningHoursBody({ version: 0 }));
    expect(answer.json).toMatchObject({ status: 409, code: 'STALE', current: { version: 1 } });
  });

  it('keeps a clinic from its making to its end', async () => {
    const today = bangkokDay(server.get(BusinessClock).now());
    const made = await webMaster.post(path('clinics'), aClinicBody({ name: 'ทันตกรรม', phoneExtension: '๑๒๓' }));
    expect(made.json).toMatchObject({ version: 1, order: 1, name: 'ทันตกรรม', phoneExtension: '๑๒๓', abilities: { change: { allowed: true } } });
    const { id } = made.json as { id: string };
    expect((await webMaster.post(path('clinics'), aClinicBody({ name: 'ทันตกรรม' }))).json).toMatchObject({ status: 409, code: 'DUPLICATE' });
    expect((await webMaster.post(path('clinics'), { ...aClinicBody(), name: ' ' })).json).toMatchObject({ status: 422, errors: [{ path: 'name', text: 'ยังไม่ได้ระบุชื่อคลินิก' }] });
    expect((await webMaster.call('PATCH', path(`clinics/${id}`), { body: { version: 1, appointment: 'ถอนฟันไม่ต้องนัด' } })).json).toMatchObject({ version: 2, appointment: 'ถอนฟันไม่ต้องนัด' });
    expect((await webMaster.post(path(`clinics/${id}/days`), { day: today, hours: [], words: 'แพทย์ประชุม' })).json).toMatchObject({ days: [{ day: today, hours: [], words: 'แพทย์ประชุม' }] });
    expect((await webMaster.post(path(`clinics/${id}/days`), { day: addDays(today, -1), hours: [] })).json).toMatchObject({ status: 422, errors: [{ path: 'day' }] });
    expect((await webMaster.get(path('clinics'))).json).toMatchObject({ items: [{ id, days: [{ day: today }], editedBy: { name: unit.people.webMaster1.name } }], nextCursor: null });
    expect((await webMaster.call('DELETE', path(`clinics/${id}/days/${today}`))).json).toMatchObject({ days: [] });
    expect((await webMaster.call('DELETE', path(`clinics/${id}/days/yesterday`))).status).toBe(404);
    expect((await webMaster.call('DELETE', path(`clinics/${id}`))).status).toBe(204);
    expect((await webMaster.call('DELETE', path(`clinics/${id}`))).status).toBe(404);
  });
});
