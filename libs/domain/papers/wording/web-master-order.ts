import { toThaiDigits } from '@prongsai/kernel/thai';
import type { ListItem, PaperBlock } from '@prongsai/platform/pdf';
import type { AppointedPerson, WebMasterOrderFacts } from '../paper-facts';
import { closing } from './announcement';
import { citationsOn } from './citations';
import { day, DOTS, joined, number, year } from './official-thai';

/** Above so many persons they stand in a ruled annex. */
const mostInText = 8;

/** คำสั่ง แต่งตั้งเจ้าหน้าที่ผู้ดูแลและบริหารจัดการเว็บไซต์ (Web Master), from the appointments in force. */
export function webMasterOrder(facts: WebMasterOrderFacts): PaperBlock[] {
  const { unit, announcement, webMasters, stewards, supervisor } = facts;
  const count = webMasters.length + stewards.reduce((sum, { people }) => sum + people.length, 0);
  const inAnnex = count > mostInText;
  const cite = citationsOn(facts.signedOn ?? facts.askedOn);
  return [
    { kind: 'emblem' },
    {
      kind: 'heading', rule: 5,
      text: [
        `คำสั่ง${unit.name}`, `ที่ ${facts.orderNumber ? toThaiDigits(facts.orderNumber) : `………/${year(facts.fiscalYear)}`}`,
        'เรื่อง แต่งตั้งเจ้าหน้าที่ผู้ดูแลและบริหารจัดการเว็บไซต์ (Web Master) ของหน่วยงาน', `ประจำปีงบประมาณ พ.ศ. ${year(facts.fiscalYear)}`,
      ],
    },
    {
      kind: 'paragraph',
      text: `ตามประกาศ${unit.name} เรื่อง แนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน ลงวันที่ ${day(announcement.on)} ข้อ ${announcement.on ? '๔.๑' : DOTS} กำหนดให้หน่วยงานกำหนดเจ้าหน้าที่ปฏิบัติหน้าที่ดูแลและบริหารจัดการเว็บไซต์ (Web Master) อย่างน้อย ${number(facts.minWebMasters)} คน เพื่อทำงานทดแทนกันได้ นั้น`,
    },
    {
      kind: 'paragraph',
      text: 'เพื่อให้การเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงานเป็นไปด้วยความเรียบร้อย ถูกต้อง ครบถ้วน และเป็นปัจจุบัน จึงแต่งตั้งเจ้าหน้าที่ปฏิบัติหน้าที่ ดังต่อไปนี้',
    },
    ...(supervisor ? [
      head('๑.', 'ผู้กำกับดูแล'), list([person('๑.๑', supervisor, 'หัวหน้ากลุ่มงานที่รับผิดชอบดูแลเว็บไซต์')]),
      duty('มีหน้าที่พิจารณาคำขอเผยแพร่ตามที่ได้รับมอบหมาย มอบหมายผู้นำข้อมูลขึ้นเผยแพร่ กำกับติดตาม และรายงานผลรอบ ๖ เดือน และรอบ ๑๒ เดือน'),
    ] : []),
    head(supervisor ? '๒.' : '๑.', 'เจ้าหน้าที่ผู้ดูแลและบริหารจัดการเว็บไซต์ (Web Master)'),
    ...(inAnnex ? [duty('ตามบัญชีแนบท้ายคำสั่งนี้')] : [list(webMasters.map((one, index) => person(`${supervisor ? '๒' : '๑'}.${number(index + 1)}`, one, one.workGroup ?? '')))]),
    duty('มีหน้าที่'),
    {
      kind: 'list', bold: false, levels: [{ label: 3.3, text: 4.3 }],
      items: [
        'นำข้อมูลข่าวสารที่ได้รับอนุญาตขึ้นเว็บไซต์ในหมวดหมู่ที่ถูกต้อง ระบุแหล่งที่มาหรือเจ้าของข้อมูล ช่วงวันที่ของข้อมูลข่าวสาร วันที่เผยแพร่ ประเภท (นามสกุล) ไฟล์ และขนาดไฟล์ และประสานแจ้งกลับไปยังเจ้าของข้อมูลข่าวสาร',
        'ตรวจสอบความเป็นปัจจุบันของข้อมูลทุกรายการ และนำรายการที่ครบระยะเวลาการเผยแพร่ลงจากเว็บไซต์',
        `ตรวจสอบความครบถ้วนของรายการข้อมูลข่าวสารตามมาตรฐานเว็บไซต์ภาครัฐ (Government Website Standard) และตามมาตรา ๗ มาตรา ๙ แห่ง${cite.oia}`,
        'ปฏิบัติตามกฎหมายว่าด้วยการกระทำความผิดเกี่ยวกับคอมพิวเตอร์อย่างเคร่งครัด รักษาบัญชีผู้ใช้และรหัสผ่านเป็นการเฉพาะตน ไม่ให้ผู้อื่นใช้แทน',
        'ปฏิบัติงานทดแทนกัน และส่งมอบงานเมื่อพ้นหน้าที่', 'งานอื่นตามที่ได้รับมอบหมาย',
      ].map((text, index): ListItem => ({ label: `(${number(index + 1)})`, text, level: 1 })),
    },
    ...(stewards.length > 0 ? stewardsPart(facts, supervisor ? 3 : 2, inAnnex) : []),
    { kind: 'paragraph', text: `ทั้งนี้ ${termOf(facts)}`, above: 9, keepWithNext: true },
    ...closing('สั่ง', facts.signedOn, facts.head),
    ...(inAnnex ? annex(facts) : []),
  ];
}

function stewardsPart({ stewards }: WebMasterOrderFacts, at: number, inAnnex: boolean): PaperBlock[] {
  const named = stewards.map(({ workGroup, people }, index): ListItem => ({
    label: `${number(at)}.${number(index + 1)}`, level: 2,
    text: joined([workGroup, ...people.map(({ name, position }, nth) => joined([`(${number(nth + 1)})`, name, position], ' '))]),
  }));
  return [
    head(`${number(at)}.`, 'เจ้าหน้าที่ผู้ดูแลบริหารจัดการข้อมูลของกลุ่มงาน'),
    inAnnex ? duty('ตามบัญชีแนบท้ายคำสั่งนี้') : list(named),
    duty('มีหน้าที่จัดเตรียม ตรวจสอบ และเสนอข้อมูลข่าวสารของกลุ่มงานด้วยแบบฟอร์มการขอเผยแพร่ข้อมูล และตรวจสอบความเป็นปัจจุบันของข้อมูลในความรับผิดชอบ เพื่อทำงานทดแทนกันได้'),
  ];
}

function annex({ unit, webMasters, stewards, orderNumber, fiscalYear }: WebMasterOrderFacts): PaperBlock[] {
  const all = [
    ...webMasters.map((one) => ({ ...one, duty: 'Web Master' })),
    ...stewards.flatMap(({ people, workGroup }) => people.map((one) => ({ ...one, workGroup, duty: 'ผู้ดูแลบริหารจัดการข้อมูล' }))),
  ];
  return [
    { kind: 'pageBreak' },
    { kind: 'heading', text: ['บัญชีแนบท้ายคำสั่ง', `คำสั่ง${unit.name} ที่ ${orderNumber ? toThaiDigits(orderNumber) : `………/${year(fiscalYear)}`}`] },
    {
      kind: 'table', size: 14, head: ['ที่', 'ชื่อ-สกุล', 'ตำแหน่ง', 'กลุ่มงาน', 'หน้าที่'],
      columns: [{ width: 1, align: 'center' }, { width: 4.5 }, { width: 4.5 }, { width: 3 }, { width: 3 }],
      rows: all.map((one, index) => [number(index + 1), one.name, one.position ?? '', one.workGroup ?? '', one.duty]),
    },
  ];
}

function termOf({ from, until }: WebMasterOrderFacts): string {
  if (!from) return 'ตั้งแต่บัดนี้เป็นต้นไป';
  return until ? `ตั้งแต่วันที่ ${day(from)} ถึงวันที่ ${day(until)}` : `ตั้งแต่วันที่ ${day(from)} เป็นต้นไป`;
}

const levels = [{ label: 2.5, text: 3.3 }, { label: 3.3, text: 4.3 }];

function head(label: string, text: string): PaperBlock {
  return { kind: 'list', levels, keepWithNext: true, items: [{ label, text: [{ bold: text }], level: 1 }] };
}

function list(items: readonly ListItem[]): PaperBlock {
  return { kind: 'list', levels, items };
}

function duty(text: string): PaperBlock {
  return { kind: 'paragraph', text, indent: 3.3, hang: 3.3 };
}

function person(label: string, one: AppointedPerson, role: string): ListItem {
  return { label, level: 2, text: joined([one.name, one.position ?? DOTS, role], '    ') };
}
