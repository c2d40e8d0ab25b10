import { AppointedActors } from '@prongsai/domain/people';
import { ReportFigures, ReportReader, Round } from '@prongsai/domain/reporting';
import { ApproveRequest, CreateRequest, PublishRequest, SubmitRequest } from '@prongsai/domain/requests';
import type { ReportCategory } from '@prongsai/kernel/contracts';
import type { TenantActor } from '@prongsai/platform/access';
import { openTestDatabase, type TestDatabase, type TestRooms } from '@prongsai/testing/db';
import { openDomain } from '@prongsai/testing/factories';
import { DemoModule } from './demo.module';
import { LoadDemo } from './load-demo.verb';

const loading = 120_000;
/** The figures that the document of seed 003 states: ๘ เรื่อง ๒ เรื่อง ๔ เรื่อง ๘ ครั้ง ๖๕ ครั้ง. */
const figuresOfTheDocument = [8, 2, 4, 8, 65];
const place = { fiscalYear: 2567, round: 'year_close' };

let database: TestDatabase;
let rooms: TestRooms;
let head: TenantActor;

beforeAll(async () => {
  database = await openTestDatabase({ alone: true });
  rooms = await openDomain([DemoModule], { database });
  await rooms.clock.during(new Date('2026-11-20T12:00:00+07:00'), () => rooms.get(LoadDemo).run(['ubon']));
  head = await actorOf('head@khemarat.example');
}, loading);
afterAll(() => rooms.close());

async function actorOf(email: string): Promise<TenantActor> {
  const [account] = await database.look('select id from account where email = $1', [email]);
  const { actor } = await rooms.get(AppointedActors).findInTenant(String(account?.['id']), 'khemarat', 'test');
  if (!actor) throw new Error(`${email} has no place in khemarat`);
  return actor;
}

/** The categories of the year-closing report: as the unit sees it, and counted anew from what is there now. */
async function figures(): Promise<{ shown: ReportCategory[]; counted: ReportCategory[] }> {
  return rooms.transaction.act(head, async () => {
    const shown = await rooms.get(ReportReader).get(head, place);
    const round = await rooms.transaction.manager.getRepository(Round).findOneByOrFail({ fiscalYear: place.fiscalYear, code: place.round });
    return { shown: shown.categories, counted: (await rooms.get(ReportFigures).ofNow(round, null)).categories };
  });
}

const published = (categories: ReportCategory[]) => categories.map((one) => one.published);

it('counts the document\'s own figures of fiscal year 2567, subjects and acts as it does', async () => {
  const { shown, counted } = await figures();
  expect(published(shown)).toEqual(figuresOfTheDocument);
  expect(published(counted)).toEqual(figuresOfTheDocument);
  expect(counted.map(({ unit }) => unit)).toEqual(['เรื่อง', 'เรื่อง', 'เรื่อง', 'ครั้ง', 'ครั้ง']);
  expect(counted.slice(0, 3).flatMap(({ subItems }) => subItems.map((item) => item.published))).toEqual(Array.from({ length: 14 }, () => 1));
  // As the document's follow-up says: monthly, or once a quarter.
  expect(counted.map(({ cadence }) => cadence.code)).toEqual(['monthly', 'quarterly', 'quarterly', 'quarterly', 'monthly']);
  expect(counted[4]?.cadence.kept).toBe(true);
});

it('says what the document says of problems, and is signed by the reporter alone, as the document is', async () => {
  const report = await rooms.transaction.act(head, () => rooms.get(ReportReader).get(head, place));
  expect(report).toMatchObject({ state: 'submitted', frozen: false });
  expect(report.problems).toContain('ยังไม่สมบูรณ์และอยู่ในห้วงที่กำลังพัฒนาองค์ประกอบที่กำหนด');
});

it('loads nothing a second time, by any clock', async () => {
  const before = await database.look('select count(*) from audit_entry');
  await rooms.get(LoadDemo).run(['ubon']);
  await rooms.clock.during(new Date('2027-03-05T09:00:00+07:00'), () => rooms.get(LoadDemo).run(['ubon']));
  expect(await database.look('select count(*) from audit_entry')).toEqual(before);
});

it('wrote history without a mail', async () => {
  expect(await database.look('select count(*)::int as mails from mail_message')).toEqual([{ mails: 0 }]);
});

it('counts one more when one more was published in the year', async () => {
  const owner = await actorOf('owner@khemarat.example');
  const approver = await actorOf('approver@khemarat.example');
  const webMaster = await actorOf('webmaster1@khemarat.example');
  await rooms.clock.during(new Date('2024-09-26T10:00:00+07:00'), async () => {
    const { id } = await rooms.get(CreateRequest).run(owner, {
      title: 'ข่าวอีกหนึ่งเรื่องของปี 2567', details: 'เพิ่มเพื่อดูว่าตัวเลขนับจริง', categoryCode: 'khemarat.05', subItemCode: 'khemarat.05.01', sourceName: 'กลุ่มงาน',
      dataFrom: '2024-09-26', dataUntil: '2024-09-26', publishFrom: '2024-09-26', contact: { name: 'เจ้าของข้อมูล', position: 'นักวิชาการ', unit: 'สสอ.เขมราฐ', phone: '045000000' },
    });
    await rooms.get(SubmitRequest).run(owner, id);
    await rooms.get(ApproveRequest).run(approver, id);
    const confirmations = { rightsCleared: true, noPersonalData: true, descriptionRight: true, lawful: true };
    await rooms.get(PublishRequest).run(webMaster, id, { confirmations });
  });
  const { shown, counted } = await figures();
  expect(published(counted)).toEqual([8, 2, 4, 8, 66]);
  expect(published(shown)).toEqual([8, 2, 4, 8, 66]);
});
