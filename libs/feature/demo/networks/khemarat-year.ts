import { addDays, buddhistYearOf, fiscalYearWindow } from '@prongsai/kernel/thai';
import { madeUpNote, monthWords } from '../contents/about';
import type { Stocking } from '../contents/shelves';
import type { ItemStory } from '../story';
import { monthOf, workdayFrom } from '../story-days';

/** The fiscal year (B.E.) of the report that seed 003 is. */
export const khemaratYear = 2567;

/** What the report lists by name, with the day on which the demo puts it online; sub-items stand in the report's order. */
const named: ReadonlyArray<readonly [on: string, subItemCode: string, title: string]> = [
  ['2023-10-09', 'khemarat.01.01', 'ข้อมูลผู้บริหาร'],
  ['2023-10-10', 'khemarat.01.02', 'นโยบายผู้บริหาร'],
  ['2023-10-11', 'khemarat.01.03', 'โครงสร้างหน่วยงาน'],
  ['2023-10-12', 'khemarat.01.04', 'หน้าที่และอำนาจของหน่วยงานตามกฎหมาย'],
  ['2023-10-16', 'khemarat.01.05', 'กฎหมายที่เกี่ยวข้องกับการดำเนินงาน'],
  ['2023-10-17', 'khemarat.01.06', 'ข่าวประชาสัมพันธ์'],
  ['2023-10-18', 'khemarat.01.07', 'ข้อมูลการติดต่อหน่วยงาน'],
  ['2023-10-19', 'khemarat.01.08', 'ช่องทางการรับฟังความคิดเห็น'],
  ['2023-10-30', 'khemarat.02.01', 'แผนปฏิบัติงาน (Action Plan) ประจำปี 2567'],
  ['2023-10-31', 'khemarat.02.02', 'แผนการใช้จ่ายเงินงบประมาณ ประจำปี 2567'],
  ['2023-12-04', 'khemarat.03.01', 'คู่มือการปฏิบัติงานการร้องเรียนการปฏิบัติงานของเจ้าหน้าที่'],
  ['2023-12-06', 'khemarat.03.02', 'คู่มือการปฏิบัติงานการร้องเรียนเรื่องการทุจริตและประพฤติมิชอบ'],
  ['2023-12-12', 'khemarat.03.03', 'คู่มือการปฏิบัติงานตามภารกิจหลักและภารกิจสนับสนุนของหน่วยงาน'],
  ['2023-12-14', 'khemarat.03.04', 'คู่มือขั้นตอนการให้บริการ'],
];

/** Procurement, twice a quarter: the quarter's report, and the summary of what was bought. */
const procurement: ReadonlyArray<readonly [on: string, subItemCode: string, title: string]> = [
  ['2023-12-20', 'khemarat.04.01', 'รายงานการจัดซื้อจัดจ้าง ไตรมาสที่ 1 ปีงบประมาณ 2567'],
  ['2023-12-21', 'khemarat.04.02', 'แบบสรุปการจัดหาพัสดุ ไตรมาสที่ 1 ปีงบประมาณ 2567'],
  ['2024-03-20', 'khemarat.04.01', 'รายงานการจัดซื้อจัดจ้าง ไตรมาสที่ 2 ปีงบประมาณ 2567'],
  ['2024-03-21', 'khemarat.04.02', 'แบบสรุปการจัดหาพัสดุ ไตรมาสที่ 2 ปีงบประมาณ 2567'],
  ['2024-06-19', 'khemarat.04.01', 'รายงานการจัดซื้อจัดจ้าง ไตรมาสที่ 3 ปีงบประมาณ 2567'],
  ['2024-06-20', 'khemarat.04.02', 'แบบสรุปการจัดหาพัสดุ ไตรมาสที่ 3 ปีงบประมาณ 2567'],
  ['2024-09-18', 'khemarat.04.01', 'รายงานการจัดซื้อจัดจ้าง ไตรมาสที่ 4 ปีงบประมาณ 2567'],
  ['2024-09-19', 'khemarat.04.02', 'แบบสรุปการจัดหาพัสดุ ไตรมาสที่ 4 ปีงบประมาณ 2567'],
];

/** News of every month, by the day of the month after which they came. */
const monthlyNews: ReadonlyArray<readonly [after: number, subItemCode: string, title: string]> = [
  [3, 'khemarat.05.04', 'ประชุมประจำเดือนหัวหน้าหน่วยงานในสังกัด'],
  [8, 'khemarat.05.01', 'ภาพข่าวกิจกรรมออกหน่วยบริการสุขภาพเคลื่อนที่'],
  [13, 'khemarat.05.02', 'แจ้งเตือนโรคที่ต้องเฝ้าระวัง'],
  [18, 'khemarat.05.04', 'ติดตามงานโรงพยาบาลส่งเสริมสุขภาพตำบล'],
  [23, 'khemarat.05.03', 'ข่าวประกาศของหน่วยงาน'],
];

/** News that came once. */
const singleNews: ReadonlyArray<readonly [on: string, subItemCode: string, title: string]> = [
  ['2023-11-15', 'khemarat.05.03', 'ประกาศรับสมัครลูกจ้างชั่วคราว ตำแหน่งพนักงานบริการ'],
  ['2024-01-11', 'khemarat.05.01', 'กิจกรรมวันเด็กแห่งชาติ มอบของขวัญและตรวจสุขภาพช่องปาก'],
  ['2024-03-22', 'khemarat.05.01', 'กิจกรรมวันอาสาสมัครสาธารณสุขแห่งชาติ'],
  ['2024-06-14', 'khemarat.05.04', 'โครงการรณรงค์ป้องกันโรคไข้เลือดออก'],
  ['2024-08-15', 'khemarat.05.04', 'โครงการพัฒนาศักยภาพผู้ดูแลเว็บไซต์ของหน่วยงาน'],
];

/** Everything that Khemarat published in the year: what the report names, and news and procurement in the numbers it tells. */
export function khemaratYearItems(stocking: Stocking): ItemStory[] {
  return [
    ...named.map(([on, code, title]) => item(stocking, on, code, title, 'year')),
    ...procurement.map(([on, code, title]) => item(stocking, on, code, title, 'month')),
    ...monthsOfYear().flatMap(({ first, words }) =>
      monthlyNews.map(([after, code, title]) => item(stocking, workdayFrom(addDays(first, after - 1)), code, `${title} เดือน${words}`, 'day')),
    ),
    ...singleNews.map(([on, code, title]) => item(stocking, on, code, `${title} ปี ${buddhistYearOf(on)}`, 'day')),
  ];
}

function monthsOfYear(): Array<{ first: string; words: string }> {
  const months: Array<{ first: string; words: string }> = [];
  const { from, until } = fiscalYearWindow(khemaratYear);
  for (let first = from; first <= until; first = addDays(monthOf(first).until, 1)) {
    months.push({ first, words: monthWords(first) });
  }
  return months;
}

function item({ unit }: Stocking, on: string, subItemCode: string, title: string, covers: 'year' | 'month' | 'day'): ItemStory {
  const covered = covers === 'year' ? fiscalYearWindow(khemaratYear) : covers === 'month' ? monthOf(on) : { from: on, until: on };
  return {
    kind: 'item', on, title, paragraphs: [`${title} ${unit.name}`, madeUpNote], categoryCode: subItemCode.slice(0, subItemCode.lastIndexOf('.')), subItemCode,
    sourceName: unit.siteWorkGroup, dataFrom: covered.from, dataUntil: covered.until, outcome: { state: 'published' },
  };
}
