import { refusalReasons, type RefusalReason } from '@prongsai/kernel/workflow';
import type { ListLevel, PaperBlock } from '@prongsai/platform/pdf';
import { toThaiDigits } from '@prongsai/kernel/thai';
import type { MonitoringReportFacts } from '../paper-facts';
import { citationsOn } from './citations';
import { day, DOTS, joined, number, paragraphsOf, signatureOf, typed, underSignature, year } from './official-thai';
import layout from './report-layout.json';
import { cadenceOf, isWholeYear, roundWords, type CountedCategory } from './report-words';

/** Topics at the margin, their items at 1.2 cm, as Khemarat's report numbers. */
const levels: readonly ListLevel[] = [{ label: 0, text: 0.8 }, { label: 1.2, text: 2.4 }];
const layouts: Record<string, { list?: string; what?: string } | undefined> = layout;

/** รายงานผลการติดตามการดำเนินงานเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน: of a round or of the whole year. */
export function monitoringReport(facts: MonitoringReportFacts): PaperBlock[] {
  const { unit, head, reporter, window } = facts;
  const cite = citationsOn(window.until);
  return [
    {
      kind: 'heading', size: 18,
      text: ['รายงานผลการติดตามการดำเนินงานเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน', `${unit.name}${roundWords(facts)} ประจำปีงบประมาณ ${year(facts.fiscalYear)}`],
    },
    section('หลักการและเหตุผล'),
    paragraph(`ตาม${cite.oia} มาตรา ๗ และมาตรา ๙ กำหนดให้หน่วยงานของรัฐต้องเปิดเผยข้อมูลข่าวสารของราชการและจัดไว้ให้ประชาชนเข้าตรวจดูได้ และดำเนินงานตามมาตรฐานเว็บไซต์ภาครัฐ (Government Website Standard) เพื่อให้บริการตามภารกิจและอำนวยความสะดวกให้ประชาชนสามารถเข้าถึงข้อมูลข่าวสารได้สะดวก มีความถูกต้อง ชัดเจน และเป็นปัจจุบัน ${unit.name}จึงกำหนดแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงานขึ้น และขอรายงานผลการกำกับติดตามระหว่างวันที่ ${day(window.from)} ถึงวันที่ ${day(window.until)} ดังนี้`),
    section('หัวข้อเรื่องข้อมูล'),
    ...facts.categories.flatMap((category, index) => topic(facts, category, index + 1)),
    ...(isWholeYear(facts) ? [] : requestsPart(facts)),
    section('ขั้นตอนการเผยแพร่/ปรับปรุงข้อมูล'),
    paragraph('ดำเนินการดังนี้'),
    ...steps(facts),
    section('สรุปปัญหา และข้อเสนอแนะ'),
    ...own('ปัญหาและอุปสรรค', facts.problems), ...own('ข้อเสนอแนะ', facts.suggestions),
    { kind: 'signatures', room: reporter.signedAt ? 0.4 : 1.5, blocks: [{ lines: [...signatureOf(reporter, '  ผู้รายงาน'), ...underSignature(reporter, 'ตำแหน่ง '), `วันที่ ${day(reporter.signedAt)}`] }] },
    {
      kind: 'checks', above: 9, keepWithNext: true,
      items: [
        { label: 'ทราบ', checked: head.signedAt !== null }, { label: 'อนุมัติ/อนุญาตให้เผยแพร่', checked: head.signedAt !== null },
        { label: `ไม่อนุมัติ/ไม่อนุญาต  เนื่องจาก ${DOTS}`, checked: false },
      ],
    },
    { kind: 'signatures', room: head.signedAt ? 0.4 : 1.5, blocks: [{ lines: [...signatureOf(head), ...underSignature(head, 'ตำแหน่ง '), `วันที่ ${day(head.signedAt)}`] }] },
  ];
}

function topic(facts: MonitoringReportFacts, category: CountedCategory, at: number): PaperBlock[] {
  const { title, unit, countRule, published, cadence } = category;
  const placed = layouts[category.code];
  const hasList = countRule === 'subjects' && category.subItems.length > 0;
  const isInside = hasList && placed?.list === 'inside';
  const items = subItems(category, at);
  const isEmpty = published === 0 && title.includes('(ถ้ามี)');
  const counted = isEmpty ? 'ไม่มี' : `มี${placed?.what ?? 'ข้อมูลนำ'}เผยแพร่ผ่านเว็บไซต์ของหน่วยงาน จำนวน ${number(published)} ${unit}`;
  const checked = cadence.code === 'as_needed' ? 'โดยมีการติดตามและปรับปรุงข้อมูลที่มีการเปลี่ยนแปลงตามความเหมาะสม' : `โดยมีการติดตามและปรับปรุงข้อมูลที่มีการเปลี่ยนแปลง ${cadenceOf(category)}`;
  const monitored = (text: string): PaperBlock => ({ kind: 'paragraph', text: [{ bold: 'การกำกับติดตาม :' }, ` ${text}`], indent: 1.2, hang: 1.2 });
  return [
    { kind: 'list', levels, keepWithNext: true, items: [{ label: `${number(at)}.`, text: `${typed(title)}${hasList && !isInside ? ' ประกอบด้วย' : ''}`, level: 1 }] },
    ...(hasList && !isInside ? items : []),
    ...(isInside ? [monitored(`${counted} ประกอบด้วย`), ...items, followed(checked)] : [monitored(`${counted} ${isEmpty ? '' : checked}`.trim())]),
    ...(isWholeYear(facts) ? [] : [followed(roundFigures(category))]),
  ];
}

function subItems({ subItems: items }: CountedCategory, at: number): PaperBlock[] {
  return [{ kind: 'list', levels, bold: false, items: items.map(({ title }, index) => ({ label: `${number(at)}.${number(index + 1)}`, text: typed(title), level: 2 })) }];
}

function roundFigures({ updated, takenDownOnTime, takenDownLate, cadence }: CountedCategory): string {
  const kept = cadence.kept === null ? 'ไม่มีรอบที่ต้องตรวจสอบ' : cadence.kept ? 'ตรวจสอบครบตามรอบ' : 'ตรวจสอบไม่ครบตามรอบ';
  return `ปรับปรุง ${number(updated)} เรื่อง นำลงตามกำหนด ${number(takenDownOnTime)} เรื่อง นำลงล่าช้า ${number(takenDownLate)} เรื่อง ${kept}`;
}

function requestsPart({ requests }: MonitoringReportFacts): PaperBlock[] {
  const { submitted, approved, refused, returned, refusals, medianDaysToPublish } = requests;
  const pending = Math.max(0, submitted - approved - refused);
  const reasons = refusals.map(({ reason, count }) => `${refusalReasons[reason as RefusalReason] ?? reason} ${number(count)} เรื่อง`).join(' ');
  const median = medianDaysToPublish === null ? '' : ` ระยะเวลาตั้งแต่ส่งคำขอถึงเผยแพร่ (ค่ามัธยฐาน) ${toThaiDigits(medianDaysToPublish)} วัน`;
  return [
    section('ผลการดำเนินการตามคำขอ'),
    paragraph(`มีคำขอเผยแพร่ ${number(submitted)} เรื่อง อนุญาต ${number(approved)} เรื่อง ไม่อนุญาต ${number(refused)} เรื่อง${reasons ? ` เนื่องจาก${reasons}` : ''} ส่งกลับแก้ไข ${number(returned)} เรื่อง อยู่ระหว่างพิจารณา ${number(pending)} เรื่อง${median}`),
  ];
}

function steps(facts: MonitoringReportFacts): PaperBlock[] {
  const { unit, webMasters, decider } = facts;
  const group = unit.siteWorkGroup ?? 'กลุ่มงานที่ได้รับมอบหมาย';
  const orders = [...new Set(webMasters.flatMap(({ orderNumber }) => orderNumber ?? []))];
  const order = orders.length > 0 ? `ตามคำสั่งที่ ${orders.map(toThaiDigits).join(' และที่ ')}` : `ตามคำสั่งที่ ${DOTS}`;
  const people = webMasters.map(({ name, position }) => joined([name, position], ' ')).join(' ');
  const texts: Array<[string, string]> = [
    ['๑.', `${unit.headTitle ?? 'หัวหน้าหน่วยงาน'}แต่งตั้งเจ้าหน้าที่ ${order} และมอบหมาย${group}เป็นผู้รับผิดชอบดำเนินการจัดการเว็บไซต์ของหน่วยงาน`],
    ['๒.', 'การนำเข้าข้อมูลข่าวสาร ต้องเป็นปัจจุบัน ถูกต้อง และครบถ้วน ระบุแหล่งที่มาหรือเจ้าของข้อมูล ช่วงวันที่ของข้อมูลข่าวสาร วันที่เผยแพร่ ประเภท (นามสกุล) ไฟล์ ขนาดไฟล์ โดยมีลำดับการปฏิบัติอย่างน้อย ดังนี้'],
    ['๒.๑', `เจ้าหน้าที่เสนอข้อมูลข่าวสารที่ประสงค์จะนำขึ้นเผยแพร่บนเว็บไซต์ ต่อ${decider} ด้วยแบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงาน`],
    ['๒.๒', `กรณีอนุญาต ${decider}มอบหมายเจ้าหน้าที่ผู้รับผิดชอบ (Web Master) ซึ่งได้รับสิทธิ (Username และ Password) เข้าสู่ระบบบริหารจัดการ นำข้อมูลข่าวสารขึ้นเว็บไซต์ในหมวดหมู่ที่ถูกต้อง และประสานแจ้งกลับไปยังเจ้าของข้อมูลข่าวสารนั้น`],
    ['๒.๓', `กรณีไม่อนุญาต ${decider}มอบหมายเจ้าหน้าที่ประสานแจ้งกลับไปยังเจ้าของข้อมูลข่าวสารนั้น พร้อมชี้แจงเหตุผล เช่น ไม่ตรงหรือไม่เกี่ยวข้องกับภารกิจของหน่วยงาน ไม่ถูกต้องตามรูปแบบไฟล์ข้อมูลที่อนุญาต`],
    ['๓.', 'กลไกการตรวจสอบ กำกับติดตามอย่างต่อเนื่อง'],
    ['๓.๑', `มีคำสั่งปฏิบัติหน้าที่ผู้ดูแลและบริหารจัดการเว็บไซต์ จำนวน ${number(webMasters.length)} คน${people ? ` ได้แก่ ${people}` : ''}`],
    ['๓.๒', 'เจ้าหน้าที่ Web Master มีหน้าที่ตรวจสอบความเป็นปัจจุบันของข้อมูล หากครบระยะเวลาการเผยแพร่ให้นำรายการนั้นลงจากเว็บไซต์'],
    ['๓.๓', 'เจ้าหน้าที่ Web Master มีหน้าที่ตรวจสอบความครบถ้วนของรายการข้อมูลข่าวสารตามมาตรฐานเว็บไซต์ภาครัฐ'],
    ['๓.๔', `เจ้าหน้าที่ Web Master มีหน้าที่ปฏิบัติตาม${citationsOn(facts.window.until).cca} อย่างเคร่งครัด เพื่อป้องกันไม่ให้เกิดความเสียหายและลดโอกาสที่จะเกิดความเสียหาย`],
    ['๓.๕', 'ส่งเสริมการเพิ่มพูนความรู้และทักษะการบริหารจัดการเว็บไซต์ และการรักษาความมั่นคงปลอดภัยสารสนเทศ (Cyber Security) ให้แก่เจ้าหน้าที่อย่างต่อเนื่อง ทั้งการฝึกอบรม (Training) และการแลกเปลี่ยนเรียนรู้ระหว่างผู้ปฏิบัติงาน (Knowledge Management)'],
  ];
  return [{ kind: 'list', levels, items: texts.map(([label, text]) => ({ label, text, level: label.includes('.') && !label.endsWith('.') ? 2 : 1 })) }];
}

function own(lead: string, text: string | null): PaperBlock[] {
  const [first = 'ไม่มี', ...rest] = paragraphsOf(text ?? '');
  return [{ kind: 'paragraph', text: [{ bold: lead }, `  ${first}`] }, ...rest.map(paragraph)];
}

function section(text: string): PaperBlock {
  return { kind: 'heading', text, level: 2, align: 'left', above: 12 };
}

function paragraph(text: string): PaperBlock {
  return { kind: 'paragraph', text };
}

function followed(text: string): PaperBlock {
  return { kind: 'paragraph', text, indent: 1.2, hang: 1.2, above: 0 };
}
