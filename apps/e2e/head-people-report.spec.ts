import { fiscalYearOf } from '@prongsai/kernel/thai';
import { aPublication, aReport, aTenant, type TestTenant } from '@prongsai/testing/factories';
import { openJourney, type Journey } from './journey';

jest.setTimeout(120_000);

describe('a head appoints people and sends the report', () => {
  let journey: Journey;
  let tenant: TestTenant;
  const year = fiscalYearOf(new Date());

  beforeAll(async () => {
    journey = await openJourney();
    tenant = await aTenant(journey.rooms);
    for (let item = 0; item < 2; item += 1) await aPublication(journey.rooms, tenant, { categoryCode: 'dho.01' });
    await aReport(journey.rooms, tenant, 'submitted');
  });
  afterAll(() => journey?.close());

  it('is told why one of two web masters cannot be ended and what to do first, appoints a third, and ends one', async () => {
    const page = await journey.signIn(tenant.people.head, `/t/${tenant.slug}/people`);
    const person = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: tenant.people.webMaster1.name }) }).first();
    await person.getByText('นำออกไม่ได้ เพราะจะเหลือ Web Master 1 คน', { exact: false }).waitFor();
    expect(await person.getByRole('button', { name: /^สิ้นสุดหน้าที่/ }).isDisabled()).toBe(true);
    expect(await journey.barriers(page)).toEqual([]);
    await person.getByRole('button', { name: 'แต่งตั้ง Web Master คนแทน' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.locator('[name=name]').fill('คนที่สาม ทดสอบ');
    await sheet.locator('[name=email]').fill(`third@${tenant.slug}.example`);
    await sheet.locator('[name="appointment.orderNumber"]').fill('2/2570');
    expect(await journey.barriers(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'เพิ่มและส่งคำเชิญ' }).click();
    await page.getByText('เพิ่ม คนที่สาม ทดสอบ แล้ว', { exact: false }).waitFor();
    await person.getByRole('button', { name: /^สิ้นสุดหน้าที่/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'สิ้นสุดหน้าที่' }).click();
    await page.getByText(`สิ้นสุดหน้าที่ Web Master ของ ${tenant.people.webMaster1.name} แล้ว`).waitFor();
    await page.getByText('นำออกไม่ได้ เพราะจะเหลือ Web Master 1 คน', { exact: false }).first().waitFor();
    await page.context().close();
  });

  it('opens the list of a figure, acknowledges, and sends with one confirmation', async () => {
    const at = `/t/${tenant.slug}/reports/${year}/six_month`;
    const page = await journey.signIn(tenant.people.head, at);
    const figure = page.getByRole('row', { name: /ข้อมูลหน่วยงาน/ }).getByRole('link', { name: /เผยแพร่/ }).first();
    await figure.waitFor();
    expect(await journey.barriers(page)).toEqual([]);
    const count = Number((await figure.textContent())?.trim().split(/\s/)[0]);
    expect(count).toBe(2);
    await figure.click();
    await page.getByRole('heading', { name: /^เผยแพร่ ข้อมูลหน่วยงาน/ }).waitFor();
    await page.locator('tbody tr').first().waitFor();
    expect(await page.locator('tbody tr').count()).toBe(count);
    expect(await journey.barriers(page)).toEqual([]);
    await page.goBack();
    await page.getByRole('button', { name: 'ลงนามรับทราบ' }).click();
    await page.getByText('รับทราบแล้ว', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'ส่งจังหวัด' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('ตัวเลขหยุดที่เวลานี้', { exact: false }).waitFor();
    await sheet.getByRole('button', { name: 'ส่งจังหวัด' }).click();
    await page.getByText('ส่งจังหวัดแล้ว ตัวเลขของรายงานไม่เปลี่ยนแปลงอีก').waitFor();
    await page.getByText('จังหวัดรับรายงาน หรือส่งกลับแก้ไข').waitFor();
    await page.context().close();
  });

  it('reads the trail narrowed to reports, and the notices', async () => {
    const page = await journey.signIn(tenant.people.head, `/t/${tenant.slug}/audit?subjectType=report`);
    await page.getByRole('cell', { name: tenant.people.head.name }).first().waitFor();
    expect(await journey.barriers(page)).toEqual([]);
    await page.goto(`${journey.server.origin('console')}/t/${tenant.slug}/notices`);
    await page.getByRole('heading', { name: 'แจ้งเตือน' }).waitFor();
    await page.getByRole('list').last().waitFor();
    expect(await journey.barriers(page)).toEqual([]);
    await page.context().close();
  });

  it('no page complained', () => {
    expect(journey.complaints).toEqual([]);
  });
});
