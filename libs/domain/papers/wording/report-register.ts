import type { PaperBlock } from '@prongsai/platform/pdf';
import type { ReportRegisterFacts } from '../paper-facts';
import { clock, day, number, shortDay, signatureOf, typed, underSignature, year } from './official-thai';
import { isWholeYear, roundWords } from './report-words';

const allGroups = 'ทุกกลุ่มงาน';

/** บันทึกรายงานผลการเผยแพร่ข้อมูลผ่านเว็บไซต์: one register for each work group, sideways, each beginning a page; an empty one says so. */
export function reportRegister(facts: ReportRegisterFacts): PaperBlock[] {
  const groups = [...new Set(facts.register.map(({ workGroup }) => workGroup))];
  return (groups.length > 0 ? groups : [allGroups]).flatMap((group, index) => [...(index > 0 ? [{ kind: 'pageBreak' } as const] : []), ...registerOf(facts, group)]);
}

export function registerFoot({ printedAt }: ReportRegisterFacts): { left: string; right: string } {
  return { left: `พิมพ์จากระบบ เมื่อวันที่ ${day(printedAt)} เวลา ${clock(printedAt)}`, right: 'หน้า {page}/{pages}' };
}

function registerOf(facts: ReportRegisterFacts, group: string): PaperBlock[] {
  const { unit, window, reporter, head } = facts;
  const rows = facts.register.filter(({ workGroup }) => workGroup === group);
  const period = isWholeYear(facts) ? [] : [`${roundWords(facts).trim()}  ระหว่างวันที่ ${day(window.from)} ถึงวันที่ ${day(window.until)}`];
  const columns = [{ width: 3, align: 'center' as const }, { width: 7.2 }, { width: 7.5 }, { width: 3.5, align: 'center' as const }, { width: 4.5 }];
  return [
    { kind: 'heading', size: 18, text: [`บันทึกรายงานผลการเผยแพร่ข้อมูลผ่านเว็บไซต์${unit.name}`, ...period] },
    { kind: 'fields', labelSize: 16, fields: [{ label: 'ชื่อกลุ่มงาน', value: group, width: 16 }, { label: 'ประจำปีงบประมาณ', value: year(facts.fiscalYear) }] },
    {
      kind: 'table', size: 14, above: 6, columns,
      head: ['วัน/เดือน/ปี', 'หัวข้อ', 'รายละเอียดโดยสรุปหรือเอกสารแนบ', 'เผยแพร่บนเว็บไซต์ วัน/เดือน/ปี', 'ผู้บริหารรับทราบ'],
      rows: rows.map((row) => [
        shortDay(row.date), typed(row.topic), typed(row.summary), shortDay(row.publishedOn),
        row.acknowledgedBy ? { lines: [row.acknowledgedBy, shortDay(row.acknowledgedOn)] } : '………………………',
      ]),
    },
    ...(rows.length === 0 ? [{ kind: 'paragraph', text: 'ไม่มีข้อมูลเผยแพร่ในช่วงที่รายงาน', align: 'center' } as const] : []),
    { kind: 'paragraph', text: `รวม ${number(rows.length)} เรื่อง`, indent: 0, above: 6, keepWithNext: true },
    {
      kind: 'signatures', room: 0.8,
      blocks: [
        { middle: 6, lines: [...signatureOf(reporter, '  ผู้จัดทำ'), ...underSignature(reporter, 'ตำแหน่ง '), `วันที่ ${day(reporter.signedAt)}`] },
        { middle: 19, lines: [...signatureOf(head, '  ผู้บริหารรับทราบ'), ...underSignature(head, 'ตำแหน่ง '), `วันที่ ${day(head.signedAt)}`] },
      ],
    },
  ];
}
