import { JudgeCompliance } from '@prongsai/domain/compliance';
import { aPublication, aReport, aTenant, type TestTenant } from '@prongsai/testing/factories';
import { openJourney, type Journey } from './journey';

jest.setTimeout(120_000);

describe('a supervisor finds who needs help, and a unit is opened', () => {
  let journey: Journey;
  let needy: TestTenant;
  let sound: TestTenant;

  beforeAll(async () => {
    journey = await openJourney();
    const { rooms } = journey;
    needy = await aTenant(rooms, { kind: 'hospital' });
    sound = await aTenant(rooms, { network: needy.network });
    for (const number of ['01', '02', '03', '04', '05', '06']) await aPublication(rooms, sound, { categoryCode: `dho.${number}` });
    await aReport(rooms, sound, 'sent');
    for (const { id } of [needy, sound]) await rooms.get(JudgeCompliance).run({ tenantId: id, reach: 'unit' });
  });
  afterAll(() => journey?.close());

  it('finds it in the table by keyboard and opens its requirements as the unit sees them', async () => {
    const page = await journey.signIn(needy.network.supervisor, `/n/${needy.network.slug}`);
    await page.getByRole('heading', { name: 'หน่วยงานและข้อกำหนด' }).waitFor();
    await page.getByText('จาก 2 หน่วยงานไม่มีข้อขาดหรือเกินกำหนด').first().waitFor();
    // The filters end before the table: one more Tab is the table's one stop.
    await page.getByLabel('อำเภอหรือชื่อ').focus();
    await page.keyboard.press('Tab');
    const named = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
    expect(await named()).toMatch(/^ทดสอบ .+ .+: (ครบ|ยังไม่มี|เกินกำหนด|ใกล้ครบกำหนด)/);
    await page.keyboard.press('ArrowUp');
    expect(await named()).toBe('ข้อมูลหน่วยงาน');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    expect(await named()).toContain('รายงาน 12 เดือน: ยังไม่ถึงกำหนด');
    await page.keyboard.press('Home');
    // The unit that needs help most stands first.
    expect(await named()).toBe(`ทดสอบ ${needy.slug.slice(-4)}`);
    await page.keyboard.press('Enter');
    await page.waitForURL(/unit=/);
    const fills = await page.evaluate(() => ['k', 's', 'l', 'm'].map((mark) => getComputedStyle(document.querySelector(`.leg .c.${mark}`) as Element).backgroundColor));
    const falls = fills.map(lightness).map((value, index, all) => (index === 0 ? 24 : (all[index - 1] as number) - value));
    // Even steps from light to dark: the table reads on a grey printer.
    for (const fall of falls) expect(Math.abs(fall - 24)).toBeLessThan(2);
    expect(await journey.barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'ดูข้อกำหนดของหน่วยงาน' }).click();
    await page.getByRole('heading', { name: 'ข้อกำหนดของหน่วยงาน' }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/t\/.+\/compliance$/);
    await page.getByText('ต้องมีอย่างน้อย 2 คน', { exact: false }).first().waitFor();
    expect(await journey.barriers(page)).toEqual([]);
    await page.context().close();
  });

  it('keeps filters in the address, one link for a unit on a phone, and one requirement across units', async () => {
    const page = await journey.signIn(needy.network.supervisor, `/n/${needy.network.slug}?kind=hospital`, { viewport: { width: 390, height: 844 } });
    const rows = page.getByRole('list', { name: 'หน่วยงานและข้อกำหนด' }).getByRole('listitem');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(1);
    await rows.first().getByRole('link').click();
    await page.getByRole('heading', { name: needy.name }).waitFor();
    await page.goto(`${journey.server.origin('console')}/n/${needy.network.slug}/requirements/data_stewards`);
    await page.getByText('1 จาก 1 หน่วยงานที่ต้องมีข้อนี้ ยังขาดหรือเกินกำหนด').waitFor();
    expect(await journey.barriers(page)).toEqual([]);
    await page.context().close();
  });

  it('accepts a report on the board', async () => {
    const page = await journey.signIn(needy.network.supervisor, `/n/${needy.network.slug}/reports`);
    await page.getByText('1 จาก 2 หน่วยงานส่งแล้ว').waitFor();
    expect(await journey.barriers(page)).toEqual([]);
    await page.getByRole('button', { name: `รับรายงาน ${sound.name}` }).click();
    await page.getByText(`รับรายงานของ${sound.name}แล้ว`).waitFor();
    await page.getByText('จังหวัดรับรายงานแล้ว').waitFor();
    await page.context().close();
  });

  it('opens a unit to its preview, leaves, and comes back to where it was', async () => {
    const page = await journey.signIn(needy.network.admin, `/n/${needy.network.slug}/open`);
    const slug = `kapho${needy.slug.replace(/[^a-z0-9]/g, '')}`;
    await page.locator('[name=place]').fill('กะพ้อ');
    await page.locator('[name=placeEn]').fill(slug);
    expect(await page.locator('[name=shortName]').inputValue()).toBe('สสอ.กะพ้อ');
    expect(await journey.barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'สร้างหน่วยงานและไปต่อ' }).click();
    await page.getByRole('heading', { name: 'ประชาชนติดต่อหน่วยงานอย่างไร' }).waitFor();
    await page.locator('[name=phone]').fill('0 7349 4064');
    await page.getByText('โทร 0 7349 4064').waitFor();
    await page.getByRole('button', { name: 'บันทึกและไปต่อ' }).click();
    await page.getByText('10 หมวด ไม่ต้องตั้งเอง', { exact: false }).waitFor();
    expect(await journey.barriers(page)).toEqual([]);
    await page.goto(`${journey.server.origin('console')}/n/${needy.network.slug}/units`);
    await page.getByRole('link', { name: 'ทำต่อ สำนักงานสาธารณสุขอำเภอกะพ้อ' }).click();
    await page.getByRole('heading', { name: 'ประชาชนติดต่อหน่วยงานอย่างไร' }).waitFor();
    await page.getByRole('link', { name: 'คนทำงาน' }).first().click();
    await page.locator('[name=name]').fill('สาธารณสุขอำเภอ ทดสอบ');
    await page.locator('[name=email]').fill(`head@${slug}.example`);
    await page.getByRole('button', { name: 'ส่งคำเชิญ' }).click();
    await page.getByText('หัวหน้าหน่วยงานหรือผู้อนุมัติรับรอง 1 จาก 1 คน').waitFor();
    expect(await journey.barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'ถัดไป' }).click();
    await page.getByText('ยังเปิดเว็บไม่ได้ มี Web Master 0 คน ต้องมีอย่างน้อย 2 คน').waitFor();
    expect(await page.getByRole('button', { name: 'เปิดเว็บไซต์ให้ประชาชน' }).count()).toBe(0);
    expect(await journey.barriers(page)).toEqual([]);
    await page.context().close();
  });

  it('no page complained', () => {
    expect(journey.complaints).toEqual([]);
  });
});

/** CIE lightness of `rgb(…)`, 0 to 100. */
function lightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map((part) => Number(part) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 116 * Math.cbrt(0.2126 * red + 0.7152 * green + 0.0722 * blue) - 16;
}
