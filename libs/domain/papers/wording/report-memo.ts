import type { PaperBlock } from '@prongsai/platform/pdf';
import type { ReportMemoFacts } from '../paper-facts';
import { led, memoEnd, memoHead } from './memo';
import { day, DOTS, number, typed, year } from './official-thai';
import { cadenceOf, isWholeYear, roundWords } from './report-words';

const mostAtFullSize = 10;

/** บันทึกข้อความ รายงานผล: presents a monitoring report to the head, to take note and to allow its publication. */
export function reportMemo(facts: ReportMemoFacts): PaperBlock[] {
  const { unit, window, requests, categories } = facts;
  const group = unit.siteWorkGroup ?? unit.name;
  const round = roundWords(facts);
  const published = categories.reduce((sum, category) => sum + category.published, 0);
  const takenDown = categories.reduce((sum, category) => sum + category.takenDownOnTime + category.takenDownLate, 0);
  const pending = Math.max(0, requests.submitted - requests.approved - requests.refused);
  const late = facts.late ? ` ทั้งนี้ เสนอรายงานเมื่อวันที่ ${day(facts.reporter.signedAt)} หลังวันครบกำหนด เนื่องจาก ${DOTS}` : '';
  const next = isWholeYear(facts) ? ` เพื่อใช้เป็นหลักฐานการประเมินคุณธรรมและความโปร่งใส (ITA) MOIT ๑ ข้อ ๒ ประจำปีงบประมาณ พ.ศ. ${year(facts.fiscalYear + 1)}` : '';
  return [
    ...memoHead(unit, {
      workGroup: unit.siteWorkGroup, on: facts.reporter.signedAt,
      subject: `รายงานผลการกำกับติดตามการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน${round} ประจำปีงบประมาณ พ.ศ. ${year(facts.fiscalYear)} และขออนุญาตเผยแพร่`,
    }),
    led('ต้นเรื่อง', `ตามกรอบแนวทางการเผยแพร่ข้อมูลผ่านเว็บไซต์${unit.name} ประจำปีงบประมาณ พ.ศ. ${year(facts.fiscalYear)} ข้อ ๔.๕ กำหนดให้หัวหน้ากลุ่มงานกำกับติดตามการดำเนินการอย่างต่อเนื่องเป็นประจำทุกปีงบประมาณ ในรอบ ๖ เดือน และรอบ ๑๒ เดือน พร้อมทั้งรายงานผลการดำเนินการให้ผู้บังคับบัญชาทราบ ภายในวันที่ ${day(facts.dueOn)} นั้น${next}`),
    led('ข้อเท็จจริง', `${group}ได้กำกับติดตามการเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงาน ระหว่างวันที่ ${day(window.from)} ถึงวันที่ ${day(window.until)} มีคำขอเผยแพร่ ${number(requests.submitted)} เรื่อง อนุญาต ${number(requests.approved)} เรื่อง ไม่อนุญาต ${number(requests.refused)} เรื่อง อยู่ระหว่างพิจารณา ${number(pending)} เรื่อง เผยแพร่แล้ว ${number(published)} รายการ นำลงแล้ว ${number(takenDown)} เรื่อง${late} สรุปตามหมวดหมู่ ดังนี้`),
    {
      kind: 'table', above: 6, size: categories.length > mostAtFullSize ? 12 : 14, head: ['ที่', 'หมวดหมู่', 'จำนวน', 'การติดตามและปรับปรุง'],
      columns: [{ width: 1.2, align: 'center' }, { width: 8.3 }, { width: 2.5, align: 'center' }, { width: 4, align: 'center' }],
      rows: categories.map((category, index) => [number(index + 1), typed(shortened(category.title)), `${number(category.published)} ${category.unit}`, category.published === 0 ? 'ไม่มีข้อมูลเผยแพร่ในช่วงที่รายงาน' : cadenceOf(category)]),
    },
    { kind: 'paragraph', text: 'รายละเอียดปรากฏตามรายงานและบันทึกรายงานผลการเผยแพร่ข้อมูลที่แนบมาพร้อมนี้' },
    led('ข้อพิจารณาและข้อเสนอ', 'จึงเรียนมาเพื่อโปรดทราบ และพิจารณา ดังนี้'),
    {
      kind: 'list', bold: false, levels: [{ label: 2.5, text: 3.2 }],
      items: [
        { label: '๑.', text: `รับทราบและลงนามในรายงานผลการกำกับติดตาม${round}`, level: 1 },
        { label: '๒.', text: `อนุญาตให้นำรายงานดังกล่าวเผยแพร่บนเว็บไซต์ของหน่วยงาน ที่ ${facts.link ?? unit.site}`, level: 1 },
        { label: '๓.', text: 'อนุญาตให้ส่งรายงานต่อจังหวัด', level: 1 },
      ],
    },
    ...memoEnd({
      proposer: facts.reporter, via: facts.via, decider: facts.head,
      noted: facts.head.signedAt !== null, allowed: facts.head.signedAt !== null, refused: false, reason: null,
    }),
  ];
}

/** A title up to its first bracket, when it is a long one. */
function shortened(title: string): string {
  const bracket = title.indexOf(' (');
  return title.length > 60 && bracket > 20 ? title.slice(0, bracket) : title;
}
