import { frameworkCode } from '@prongsai/domain/compliance';
import { addDays, fiscalYearWindow } from '@prongsai/kernel/thai';
import { itemOf, madeUpNote } from '../contents/about';
import type { Stocking } from '../contents/shelves';
import { topics } from '../contents/topics';
import type { ActStory, ItemOutcome, ItemStory } from '../story';
import { workdayUpTo } from '../story-days';
import { seedDocumentItem } from './seed-document-item';

/** The year of the framework that seed 000 is (B.E.). */
const frameworkYear = 2568;

/** What Kapho has beside a unit's usual items: the real framework of 2568, items that ended, and requests on every desk. */
export function kaphoActs(stocking: Stocking): ActStory[] {
  const { from, until } = fiscalYearWindow(frameworkYear);
  return [
    seedDocumentItem('kapho', {
      on: '2024-11-12', dataFrom: from, dataUntil: until, categoryCode: 'dho.05', subItemCode: 'dho.05.03', requirementCodes: [frameworkCode],
      sourceName: 'สำนักงานสาธารณสุขอำเภอกะพ้อ',
    }),
    ...endings(stocking),
    ...onTheDesks(stocking),
  ];
}

/** A notice that ran out, one that will soon, and one taken down before its time. */
function endings(stocking: Stocking): ActStory[] {
  const { asOf } = stocking;
  const opened = workdayUpTo(addDays(asOf, -75));
  const closed = addDays(opened, 30);
  const recruitment = news(stocking, opened, 'dho.08.04', 'รับสมัครลูกจ้างชั่วคราว ตำแหน่งเจ้าพนักงานธุรการ 1 อัตรา', [
    'ยื่นใบสมัครได้ที่กลุ่มงานบริหารทั่วไป ในวันและเวลาราชการ ตั้งแต่วันประกาศถึงวันครบระยะเวลาการเผยแพร่',
  ], closed);
  const alert = news(stocking, workdayUpTo(addDays(asOf, -10)), 'dho.08.03', 'แจ้งเตือนฝนตกหนักและน้ำท่วมฉับพลัน ระวังโรคที่มากับน้ำ', [
    'หลีกเลี่ยงการลุยน้ำ หากจำเป็นให้สวมรองเท้าบูต พบแพทย์ทันทีเมื่อมีไข้หลังลุยน้ำ',
  ], addDays(asOf, 5));
  const course = news(stocking, workdayUpTo(addDays(asOf, -58)), 'dho.08.07', 'เปิดรับสมัครอบรมการปฐมพยาบาลและการช่วยฟื้นคืนชีพขั้นพื้นฐาน', [
    'รับจำนวนจำกัด ผู้สนใจสมัครได้ทางโทรศัพท์หรือที่สำนักงาน',
  ], addDays(asOf, 20));
  return [
    recruitment, { kind: 'expiry', on: addDays(closed, 1) }, alert, course,
    { kind: 'withdrawal', on: workdayUpTo(addDays(asOf, -44)), title: course.title, reason: 'ปิดรับสมัครก่อนกำหนดเนื่องจากมีผู้สมัครครบจำนวนแล้ว (สมมติ)' },
  ];
}

/** One request that waits for a decision, one that waits for the web master, one sent back and one refused with its reason. */
function onTheDesks(stocking: Stocking): ItemStory[] {
  const { asOf, unit } = stocking;
  const day = (age: number) => workdayUpTo(addDays(asOf, -age));
  const plan = itemOf(topics.knowledge, unit, day(9), { categoryCode: 'dho.03', subItemCode: 'dho.03.01' });
  return [
    {
      ...plan, title: 'อินโฟกราฟิก ดูแลสุขภาพผู้สูงอายุหน้าฝน (อำเภอกะพ้อ)',
      outcome: { state: 'returned', comment: 'ยังไม่ระบุวันเวลาของแหล่งอ้างอิง และภาพประกอบยังไม่มีแหล่งที่มา โปรดเพิ่มแล้วส่งใหม่' },
    },
    desk(stocking, day(6), 'dho.08.01', 'ภาพกิจกรรมส่วนตัวในงานเลี้ยงสังสรรค์ของเจ้าหน้าที่', {
      state: 'refused', reason: 'outside_mission', comment: 'เป็นกิจกรรมส่วนบุคคล และมีภาพบุคคลที่ยังไม่ได้ให้ความยินยอม',
    }),
    desk(stocking, day(2), 'dho.08.02', 'ภาพข่าวกิจกรรมอบรมเชิงปฏิบัติการแกนนำสุขภาพประจำครอบครัว', { state: 'approved' }),
    desk(stocking, day(1), 'dho.08.06', 'ประกาศผลการจัดซื้อวัสดุสำนักงาน โดยวิธีเฉพาะเจาะจง', { state: 'submitted' }),
  ];
}

function desk(stocking: Stocking, on: string, subItemCode: string, title: string, outcome: ItemOutcome): ItemStory {
  return { ...news(stocking, on, subItemCode, title, ['รายละเอียดโดยสรุปเพื่อประกอบการพิจารณา']), outcome, intakeChannel: 'console' };
}

function news({ unit }: Stocking, on: string, subItemCode: string, title: string, paragraphs: string[], shownUntil?: string): ItemStory {
  return {
    kind: 'item', on, title: `${title} (${unit.area})`, paragraphs: [...paragraphs, madeUpNote], categoryCode: 'dho.08', subItemCode, sourceName: unit.siteWorkGroup,
    dataFrom: on, dataUntil: on, ...(shownUntil ? { shownUntil } : {}), outcome: { state: 'published' },
  };
}
