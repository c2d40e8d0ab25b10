import { toThaiDigits } from '@prongsai/kernel/thai';
import type { PersonalDataKind } from '@prongsai/kernel/contracts';

/** One made-up document: its lines, as an office would write them, and what is in it. Nobody's data. */
export interface MadeDocument {
  name: string;
  lines: string[];
  /** What must be found; empty for a document that is fine. */
  holds: PersonalDataKind[];
}

/** The same numbers at every run (a linear congruence); `below` is exclusive. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
type Dice = ReturnType<typeof dice>;

const some = (roll: Dice, length: number) => Array.from({ length }, () => roll(10)).join('');

/** A made-up citizen's number with the right check digit, or, `isRight` false, with a wrong one. */
export function madeCitizenId(roll: Dice, isRight = true): string {
  const head = `${1 + roll(8)}${some(roll, 11)}`;
  const sum = [...head].reduce((all, digit, at) => all + Number(digit) * (13 - at), 0);
  return `${head}${(11 - (sum % 11) + (isRight ? 0 : 1 + roll(8))) % 10}`;
}

const grouped = (digits: string, groups: number[], by: string) => {
  let at = 0;
  return groups.map((length) => digits.slice(at, (at += length))).join(by);
};
const card = [1, 4, 5, 2, 1];
const mobile = (roll: Dice) => `0${'689'[roll(3)]}${some(roll, 8)}`;
const names = ['นายสมมติ ใจดี', 'นางสาวตัวอย่าง มีสุข', 'นางทดสอบ รักเรียน', 'นายจำลอง ตั้งใจ', 'นางสาวสมมุติ แสงทอง', 'นายลองดู พูนผล'];
const rows = (count: number, line: (at: number, name: string) => string) => Array.from({ length: count }, (_, at) => line(at + 1, names[at % names.length] as string));

type Recipe = (roll: Dice) => Omit<MadeDocument, 'name'>;

const withData: Recipe[] = [
  (roll) => ({ holds: ['citizen_id'], lines: ['ประกาศรายชื่อผู้มีสิทธิสอบคัดเลือก', ...rows(4, (at, name) => `${at} ${name} ${madeCitizenId(roll)}`)] }),
  (roll) => ({ holds: ['citizen_id'], lines: ['คำสั่งแต่งตั้งคณะกรรมการตรวจรับพัสดุ', `นายสมมติ ใจดี เลขประจำตัวประชาชน ${grouped(madeCitizenId(roll), card, '-')} เป็นประธาน`] }),
  (roll) => ({ holds: ['citizen_id'], lines: ['สำเนาทะเบียนบ้าน', `เลขประจำตัว ${grouped(madeCitizenId(roll), card, ' ')}`, 'บ้านเลขที่ 12/3 หมู่ 4'] }),
  (roll) => ({ holds: ['citizen_id'], lines: ['สัญญาจ้างเหมาบริการ', `ผู้รับจ้าง ถือบัตรประจำตัวประชาชนเลขที่ ${toThaiDigits(grouped(madeCitizenId(roll), card, '-'))} ออกให้ ณ อำเภอเมือง`] }),
  (roll) => ({ holds: ['citizen_id'], lines: ['แบบขึ้นทะเบียน อสม.', `${toThaiDigits(madeCitizenId(roll))}`, 'ตำบลตัวอย่าง'] }),
  (roll) => ({ holds: ['citizen_id'], lines: ['ใบสมัคร', `หมายเลขบัตรประชาชน ${grouped(madeCitizenId(roll), Array<number>(13).fill(1), ' ')}`, 'วันเกิด 1 มกราคม 2540'] }),
  (roll) => ({ holds: ['citizen_id'], lines: ['บัญชีรายชื่อผู้รับเบี้ยยังชีพ', `บัตรประชาชน ${grouped(madeCitizenId(roll), [3, 3, 4, 3], ' ')} หมู่ 2`] }),
  (roll) => ({ holds: ['phones'], lines: ['ทำเนียบ อสม. ตำบลตัวอย่าง', ...rows(6, (at, name) => `${at}. ${name} โทร. ${grouped(mobile(roll), [3, 3, 4], '-')}`)] }),
  (roll) => ({ holds: ['phones'], lines: ['รายชื่อผู้เข้าอบรม', ...rows(4, (at, name) => `${at} ${name} ${mobile(roll)}`)] }),
  (roll) => ({ holds: ['phones'], lines: ['ผู้ประสานงานโครงการ', ...rows(3, (at, name) => `${name} ${toThaiDigits(grouped(mobile(roll), [2, 4, 4], ' '))}`)] }),
  (roll) => ({ holds: ['phones'], lines: ['Contact persons', ...rows(5, (at, name) => `${name} +66 ${grouped(mobile(roll).slice(1), [2, 3, 4], ' ')}`)] }),
  (roll) => ({ holds: ['bank_account'], lines: ['หลักฐานการรับเงินค่าตอบแทน', `โอนเข้าบัญชีธนาคารกรุงไทย เลขที่บัญชี ${grouped(some(roll, 10), [3, 1, 5, 1], '-')}`] }),
  (roll) => ({ holds: ['bank_account'], lines: ['รายการโอนค่าป่วยการ', ...rows(4, (at, name) => `${at}\t${name}\t${grouped(`1${some(roll, 9)}`, [3, 1, 5, 1], '-')}\tธนาคารกรุงไทย\t1,000.00`)] }),
  (roll) => ({ holds: ['bank_account'], lines: [`พร้อมเพย์ ${mobile(roll)} ชื่อบัญชี นายสมมติ ใจดี`] }),
  (roll) => ({ holds: ['bank_account'], lines: ['ค่าตอบแทนวิทยากร', `บัญชีออมทรัพย์ ธนาคารออมสิน เลขบัญชี ${toThaiDigits(`02${some(roll, 10)}`)}`] }),
  (roll) => ({ holds: ['bank_account'], lines: ['ลำดับ\tชื่อ\tเลขที่บัญชี', ...rows(5, (at, name) => `${at}\t${name}\t3${some(roll, 9)}`)] }),
  (roll) => ({ holds: ['hospital_number'], lines: ['ใบส่งตัวผู้ป่วย', `HN ${some(roll, 7)} นางทดสอบ รักเรียน อายุ 64 ปี`] }),
  (roll) => ({ holds: ['hospital_number'], lines: [`ผู้ป่วย HN: ${1 + roll(9)}${some(roll, 4)}/67 เข้ารับการรักษาวันที่ 3 มีนาคม 2567`] }),
  (roll) => ({ holds: ['hospital_number'], lines: ['สรุปการเยี่ยมบ้าน', `เลขประจำตัวผู้ป่วย (HN) ${toThaiDigits(`00${some(roll, 7)}`)}`] }),
  (roll) => ({ holds: ['hospital_number'], lines: ['ลำดับ\tHN\tชื่อ-สกุล\tวินิจฉัย', ...rows(5, (at, name) => `${at}\t4${some(roll, 6)}\t${name}\tเบาหวาน`)] }),
  (roll) => ({ holds: ['citizen_id', 'hospital_number'], lines: ['ทะเบียนผู้ป่วยติดเตียง', `นายจำลอง ตั้งใจ H.N. ${some(roll, 6)} เลขบัตร ${grouped(madeCitizenId(roll), card, '-')}`] }),
];

const money = (roll: Dice) => `${1 + roll(9)},${some(roll, 3)},${some(roll, 3)}.${some(roll, 2)}`;
const withoutData: Recipe[] = [
  (roll) => ({ holds: [], lines: ['ประกาศผู้ชนะการเสนอราคา', `เลขที่โครงการ 6${some(roll, 10)} เลขคุมสัญญา 67${some(roll, 10)}`, `วงเงิน ${money(roll)} บาท`] }),
  (roll) => ({ holds: [], lines: ['แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2570', ...rows(6, (at) => `${at} กิจกรรมที่ ${at} ${money(roll)} ${money(roll)} ${money(roll)}`)] }),
  (roll) => ({ holds: [], lines: ['ใบกำกับภาษี บริษัท ตัวอย่าง จำกัด', `เลขประจำตัวผู้เสียภาษี 0${grouped(some(roll, 12), [4, 5, 2, 1], '-').replace(/^/, '-')}`] }),
  (roll) => ({ holds: [], lines: ['ติดต่อหน่วยงาน', `โทรศัพท์ 0 7349 4064 โทรสาร 0 7349 ${some(roll, 4)} สายด่วน 1669`] }),
  (roll) => ({ holds: [], lines: ['ประชาสัมพันธ์คลินิก', `สอบถามพยาบาลประจำคลินิก ${grouped(mobile(roll), [3, 3, 4], '-')} หรือ 0 7343 9999`] }),
  (roll) => ({ holds: [], lines: ['รายงานตรวจรับครุภัณฑ์', `หมายเลขครุภัณฑ์ 6515-001-0001/${some(roll, 2)} serial ${some(roll, 8)} barcode 885${some(roll, 10)}`] }),
  (roll) => ({ holds: [], lines: ['บันทึกข้อความ', `ที่ ปน ๑๑๓๓/${toThaiDigits(some(roll, 3))} ลงวันที่ ๑๒ กุมภาพันธ์ ๒๕๖๙`, `อ้างถึงหนังสือที่ สธ 0201.03/ว ${some(roll, 4)}`] }),
  (roll) => ({ holds: [], lines: ['สถิติผู้มารับบริการ', `ผู้ป่วยนอกตาม HN จำนวน ${some(roll, 2)},${some(roll, 3)} ราย`, `งานเวชระเบียนให้บริการ ${some(roll, 6)} ครั้ง ปี 2568`] }),
  (roll) => ({ holds: [], lines: ['เอกสารอ้างอิง ISBN 978-616-11-4567-8', `ดูที่ https://example.go.th/file?ts=17${some(roll, 11)}&id=${madeCitizenId(roll)}`] }),
  (roll) => ({ holds: [], lines: ['ตัวอย่างเลขที่ปิดทับแล้ว 1-1037-xxxxx-xx-x', `รหัสแบบทดสอบ ${madeCitizenId(roll, false)}`] }),
  (roll) => ({ holds: [], lines: ['ตารางคะแนน', ...rows(5, () => Array.from({ length: 16 }, () => 1 + roll(5)).join(' '))] }),
  (roll) => ({ holds: [], lines: ['พิกัดหน่วยบริการ', `6.${some(roll, 6)}, 101.${some(roll, 6)} รหัสไปรษณีย์ 94230 รหัสหน่วยบริการ 0${some(roll, 4)}`] }),
  (roll) => ({ holds: [], lines: ['รายงานการเงิน', `บัญชีเงินฝากธนาคาร ${money(roll)} บาท เงินสด ${money(roll)} บาท บัญชีแยกประเภท 1101010101`] }),
  (roll) => ({ holds: [], lines: ['ระเบียบกระทรวงการคลัง พ.ศ. 2560 ข้อ 22 วรรคสอง', `งบประมาณ ${some(roll, 7)} บาท ระยะเวลา 1/10/2569 - 30/09/2570`] }),
  (roll) => ({ holds: [], lines: ['รายชื่อคณะกรรมการ', ...rows(5, (at, name) => `${at}. ${name} นักวิชาการสาธารณสุขชำนาญการ ตำแหน่งเลขที่ ${some(roll, 5)}`)] }),
  (roll) => ({ holds: [], lines: ['เบอร์ภายใน', ...rows(6, (at) => `ห้อง ${at} โทร 0 7349 40${some(roll, 2)} ต่อ ${some(roll, 3)}`)] }),
];

/** Every recipe cooked `times` with other numbers. */
export function madeDocuments(times: number): MadeDocument[] {
  return [...withData, ...withoutData].flatMap((recipe, index) =>
    Array.from({ length: times }, (_, time) => ({ name: `${index + 1}.${time + 1}`, ...recipe(dice(7_919 * (index + 1) + 104_729 * time)) })));
}

/** Share of what had to be found and was, and of fine documents in which something was found; with what went wrong. */
export function measure(results: ReadonlyArray<{ document: MadeDocument; found: readonly PersonalDataKind[] }>): { recall: number; falseAlarms: number; wrong: string[] } {
  const wanted = results.flatMap(({ document, found }) => document.holds.map((kind) => ({ ok: found.includes(kind), what: `missed ${kind} in ${document.name}` })));
  const fine = results.filter(({ document }) => document.holds.length === 0);
  const alarms = fine.filter(({ found }) => found.length > 0);
  return {
    recall: wanted.filter(({ ok }) => ok).length / wanted.length, falseAlarms: alarms.length / fine.length,
    wrong: [...wanted.filter(({ ok }) => !ok).map(({ what }) => what), ...alarms.map(({ document, found }) => `found ${found.join()} in ${document.name}`)],
  };
}
