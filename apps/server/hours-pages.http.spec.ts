import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { BusinessClock } from '@prongsai/platform/config';
import { PageCache } from '@prongsai/platform/http';
import { AddClinic, ChangeClinicDay, SetOpeningHours, TakeBackClinicDay } from '@prongsai/domain/hours';
import { eventually, openServer, openTestDatabase, type ServerUnderTest, type TestDatabase } from '@prongsai/testing/db';
import { aClinicBody, anOpeningHoursBody, aTenant, aWeek, type TestTenant } from '@prongsai/testing/factories';
import { startServer } from './start-server';

jest.setTimeout(60_000);

/** What citizens read of hours: true at every minute and after every act, although pages are kept. */
describe('hours on the site', () => {
  let database: TestDatabase;
  let server: ServerUnderTest;
  let hospital: TestTenant;
  let clockFile: string;

  beforeAll(async () => {
    database = await openTestDatabase();
    clockFile = path.join(database.dataDir, `clock-hours-${process.pid}`);
    writeFileSync(clockFile, '');
    server = await openServer(startServer, { database, environment: { PRONGSAI_CLOCK_FILE: clockFile } });
    hospital = await aTenant(server, { kind: 'hospital' });
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const moveTo = async (instant: string) => {
    writeFileSync(clockFile, instant);
    await eventually(async () => Math.abs(server.get(BusinessClock).now().getTime() - Date.parse(instant)) < 60_000);
  };
  const read = async (url = '/', of = hospital) => (await server.site(of.slug).get(url)).words.replaceAll('\u00a0', ' ');
  const warm = (url = '/') => eventually(async () => {
    const before = server.get(PageCache).counts.found;
    await read(url);
    return server.get(PageCache).counts.found > before;
  });

  it('says nothing of hours until the unit has entered some', async () => {
    const page = await read();
    expect(page).not.toMatch(/เปิดอยู่|ปิดแล้ว|ปิดวันนี้|คลินิกที่เปิด|ก่อนมา/);
    expect((await server.site(hospital.slug).get('/clinics')).status).toBe(404);
  });

  it('says whether it is open, and a kept page ends when that changes', async () => {
    await moveTo('2026-11-24T11:58:00+07:00');
    const { webMaster1 } = hospital.actors;
    const lunch = aWeek([{ from: '08:30', until: '12:00' }, { from: '13:00', until: '16:30' }]);
    await server.get(SetOpeningHours).run(webMaster1, anOpeningHoursBody({ weekly: lunch }));
    expect(await read()).toContain('เปิดอยู่ ถึง 12.00 น.');
    await warm();
    expect(await read('/contact')).toContain('เปิดอยู่ ถึง 12.00 น.');
    await warm('/contact');
    await moveTo('2026-11-24T12:00:01+07:00');
    for (const url of ['/', '/contact']) expect(await read(url)).toContain('เปิด 13.00 น.');
    await moveTo('2026-11-24T16:31:00+07:00');
    expect(await read()).toContain('เปิดอีกครั้งพรุ่งนี้ 08.30 น.');
  });

  it('leads a hospital\'s home with today\'s clinics, and tells at once that one is cancelled', async () => {
    await moveTo('2026-11-25T09:00:00+07:00');
    const { webMaster1 } = hospital.actors;
    const id = await server.get(AddClinic).run(webMaster1, aClinicBody({ name: 'แพทย์แผนไทย', weekly: aWeek([{ from: '08:30', until: '12:00' }]) }));
    expect(await read()).toMatch(/วันพุธที่ 25 พฤศจิกายน 2569.*คลินิกที่เปิดวันนี้.*แพทย์แผนไทย.*เปิดอยู่/);
    await warm();
    await server.get(ChangeClinicDay).run(webMaster1, id, { day: '2026-11-25', hours: [], words: 'แพทย์ประชุม' });
    expect(await read()).toMatch(/วันนี้ไม่มีคลินิก.*แพทย์ประชุม.*งดวันนี้/);
    expect(await read('/?day=2026-11-26')).toMatch(/คลินิกพรุ่งนี้.*แพทย์แผนไทย/);
    await warm('/?day=2026-11-26');
    expect(await read('/clinics')).toMatch(/ตารางคลินิก.*แพทย์แผนไทย.*งด/);
    await server.get(TakeBackClinicDay).run(webMaster1, id, '2026-11-25');
    expect(await read()).toContain('คลินิกที่เปิดวันนี้');
  });

  it('shows today when asked for a day that is not offered', async () => {
    for (const url of ['/?day=2026-11-24', '/?day=2027-01-01', '/?day=x', '/?day=']) expect(await read(url)).toContain('คลินิกที่เปิดวันนี้');
  });

  it('shows one unit\'s hours on its own site only', async () => {
    const other = await aTenant(server, { kind: 'hospital' });
    expect(await read('/', other)).not.toMatch(/แพทย์แผนไทย|เปิดอยู่/);
    expect((await server.site(other.slug).get('/clinics')).status).toBe(404);
  });
});
