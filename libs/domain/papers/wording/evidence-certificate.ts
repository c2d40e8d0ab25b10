import type { PaperBlock } from '@prongsai/platform/pdf';
import { toThaiDigits } from '@prongsai/kernel/thai';
import type { EvidenceCertificateFacts, PersonFacts } from '../paper-facts';
import { clock, day, dayOfEra, DOTS, fileSize, joined, number, typed, year } from './official-thai';

/** ใบรับรองหลักฐานการเผยแพร่: what went online, when, by whom, and the hashes by which each piece of evidence is known again. */
export function evidenceCertificate(facts: EvidenceCertificateFacts): PaperBlock[] {
  const { unit, snapshot } = facts;
  const until = facts.publishUntil ? `ถึงวันที่ ${day(facts.publishUntil)}` : 'ไม่มีวันครบระยะเวลา';
  const { requirements } = facts;
  const evidence = `${requirements.map(({ title }) => typed(title)).join(' และ ')} ประจำปีงบประมาณ พ.ศ. ${year(facts.fiscalYear)}`;
  const person = (who: PersonFacts): string => joined([who.name ?? DOTS, who.position, who.signedAt && `${day(who.signedAt)} ${clock(who.signedAt)}`], ' ');
  return [
    { kind: 'heading', text: ['ใบรับรองหลักฐานการเผยแพร่', unit.name], size: 18 },
    { kind: 'heading', text: `เลขที่ ${toThaiDigits(facts.number)}`, bold: false, level: 2, above: 0, rule: 5 },
    {
      kind: 'paragraph',
      text: `ขอรับรองว่า ${unit.name} จังหวัด${unit.province} ได้เผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน ตามรายละเอียดดังต่อไปนี้`,
    },
    {
      kind: 'table', ruled: 'frame', size: 14, above: 9, columns: [{ width: 4.4, bold: true }, { width: 11.6 }],
      rows: [
        ['หัวข้อ', typed(facts.title)],
        ['หมวดหมู่', facts.category],
        ['คำขอที่', facts.requestNumber ? toThaiDigits(facts.requestNumber) : DOTS],
        ['ลิงก์ถาวร', facts.link],
        ['เผยแพร่เมื่อ', `${dayOfEra(facts.publishedAt)} เวลา ${clock(facts.publishedAt)}`],
        ['ระยะเวลา', `ตั้งแต่วันที่ ${day(facts.publishFrom)} ${until}`],
        ['ผู้ให้ข้อมูล', person(facts.provider)],
        ['ผู้อนุมัติรับรอง', person(facts.approver)],
        ['ผู้นำขึ้นเผยแพร่', person(facts.publisher)],
        ...(requirements.length > 0 ? [['ใช้เป็นหลักฐาน', evidence]] : []),
        ['หน้าเว็บที่บันทึกไว้', snapshot ? `${snapshot.address} อ่านเมื่อวันที่ ${day(snapshot.readAt)} เวลา ${clock(snapshot.readAt)}` : 'ไม่ได้บันทึก เนื่องจากหน้าเว็บสิ้นสุดการเผยแพร่ก่อน'],
      ],
    },
    { kind: 'paragraph', text: 'หลักฐานแต่ละรายการมีค่าแฮช SHA-256 ดังนี้ ผู้รับตรวจได้ว่าไฟล์ที่ถืออยู่เป็นไฟล์เดียวกับที่รับรองไว้', above: 9, keepWithNext: true },
    {
      kind: 'table', size: 12, above: 6, head: ['ที่', 'รายการ', 'ขนาด', 'ค่าแฮช SHA-256'],
      columns: [{ width: 1, align: 'center' }, { width: 6.2 }, { width: 2, align: 'center' }, { width: 6.8 }],
      rows: facts.evidence.map(({ name, number: of, size, sha256 }, index) => [
        number(index + 1), joined([typed(name), of && `เลขที่ ${toThaiDigits(of)}`], ' '), fileSize(size), { lines: [sha256.slice(0, 32), sha256.slice(32)] },
      ]),
    },
    {
      kind: 'paragraph', above: 12,
      text: `ระบบออกใบรับรองนี้โดยอัตโนมัติจากข้อมูลที่บันทึกไว้ เมื่อวันที่ ${dayOfEra(facts.issuedAt)} เวลา ${clock(facts.issuedAt)}`,
    },
  ];
}
