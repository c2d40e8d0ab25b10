import type { Cell, Inline, PaperBlock, PaperOrder, SignatureLine } from '@prongsai/platform/pdf';
import { toThaiDigits } from '@prongsai/kernel/thai';
import type { PersonFacts, RequestFormFacts } from '../paper-facts';
import { clock, day, dayOfEra, DOTS, fileSize, joined, LONG_DOTS, number, paragraphsOf, phone, signatureOf, typed, underSignature, year } from './official-thai';

/** Letters of the details that stay on the first sheet, tried one after another until the signatures fit below them. */
const shorter = [1_200, 800, 500, 300, 150];

/** แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ of the ministry's announcement of 2561: one page, the details going on behind it. */
export function requestForm(facts: RequestFormFacts): PaperOrder['wordings'] {
  const details = paragraphsOf(facts.details);
  const whole = details.join('\n').length;
  const cuts = shorter.filter((letters) => letters < whole).map((letters) => parted(details, letters));
  return [
    { blocks: form(facts, details, [], 16), leading: 1.5 },
    { blocks: form(facts, details, [], 16), leading: 1.36 },
    { blocks: form(facts, details, [], 14), leading: 1.36 },
    ...cuts.map(([here, there]) => ({ blocks: form(facts, here, there, 14), leading: 1.36 })),
  ];
}

export function requestFormFoot(facts: RequestFormFacts): { left: string; right: string } {
  const { contact } = facts;
  const back = contact && joined([contact.name, contact.position, contact.unit, contact.phone && `โทร. ${phone(contact.phone)}`, contact.email], ' ');
  const left = joined([
    facts.number ? `คำขอที่ ${toThaiDigits(facts.number)}` : 'คำขอที่ยังไม่ได้ส่ง',
    facts.channel && `นำส่งทาง${facts.channel}`,
    back && `ผู้ติดต่อกลับ ${back}`,
  ], '   ');
  return { left, right: '{page}/{pages}' };
}

function form(facts: RequestFormFacts, details: readonly string[], goesOn: readonly string[], size: number): PaperBlock[] {
  const sheet: PaperBlock[] = [
    ...heading(facts, size + 2),
    {
      kind: 'table', ruled: 'frame', above: 6, rowHeight: 0.7, size,
      columns: [{ width: 5, bold: true }, { width: 11 }],
      rows: [
        ['ชื่อหน่วยงาน', `${facts.unit.name} จังหวัด${facts.unit.province}`],
        ['วัน/เดือน/ปี', dayOfEra(facts.requestedOn)],
        ['หัวข้อ', typed(facts.title) || LONG_DOTS],
        [{ lines: ['รายละเอียดข้อมูล', '(โดยสรุปหรือเอกสารแนบ)'] }, detailsCell(facts, details, goesOn.length > 0)],
        ['Link ภายนอก', facts.externalLink ?? 'ไม่มี'],
        ['เผยแพร่ที่', publishedCell(facts)],
        ['หมายเหตุ', remarksCell(facts)],
      ],
    },
    ...people(facts, size),
    ...outcome(facts),
  ];
  if (goesOn.length === 0) return sheet;
  return [
    ...sheet,
    { kind: 'pageBreak' },
    { kind: 'heading', text: 'รายละเอียดข้อมูล (ต่อ)', size: 18, level: 2 },
    ...goesOn.map((text): PaperBlock => ({ kind: 'paragraph', text })),
  ];
}

function heading({ formVariant, unit, announcement }: RequestFormFacts, size: number): PaperBlock[] {
  const ministry = 'สำนักงานปลัดกระทรวงสาธารณสุข';
  const regular = (text: readonly string[]): PaperBlock => ({ kind: 'heading', text, size, bold: false, above: 0, level: 2, keepWithNext: true });
  const bold = (text: readonly string[]): PaperBlock => ({ kind: 'heading', text, size, above: 0 });
  if (formVariant === 'affiliated') return [bold([`แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงานในสังกัด${ministry}`])];
  if (formVariant === 'own') {
    const announced = announcement.on ? ` พ.ศ. ${dayOfEra(announcement.on).split('\u00a0').at(-1)}` : '';
    return [
      bold([`แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของ${unit.name}`]),
      regular([`ตามประกาศ${unit.name}`, `เรื่อง แนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน${announced}`]),
    ];
  }
  const part = formVariant === 'central' ? 'ส่วนกลาง' : 'ส่วนภูมิภาค';
  return [
    bold([`แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงานในราชการบริหาร${part}`, ministry]),
    regular([
      `ตามประกาศ${ministry}`,
      `เรื่อง แนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน พ.ศ. ๒๕๖๑ สำหรับหน่วยงานในราชการบริหาร${part} ${ministry}`,
    ]),
  ];
}

function detailsCell(facts: RequestFormFacts, details: readonly string[], isCut: boolean): Cell {
  const { files } = facts;
  return {
    lines: [
      ...(details.length > 0 ? details : [LONG_DOTS]),
      ...(isCut ? ['(มีต่อในแผ่นที่ ๒)'] : []),
      ...(files.length > 0 ? [`เอกสารแนบ จำนวน ${number(files.length)} รายการ`] : []),
      ...files.map(({ name, extension, size }, index) => `${number(index + 1)}. ${typed(withoutExtension(name))} (${extension.replace('.', '').toUpperCase()} ${fileSize(size)})`),
      `แหล่งที่มาหรือเจ้าของข้อมูล ${typed(facts.sourceName) || DOTS}`,
      `ช่วงวันที่ของข้อมูลข่าวสาร ${day(facts.dataFrom)} ถึง ${day(facts.dataUntil)}`,
    ],
  };
}

function withoutExtension(name: string): string {
  return name.replace(/\.[A-Za-z0-9]{1,5}$/, '');
}

function publishedCell(facts: RequestFormFacts): Cell {
  const until = facts.publishUntil ? `ถึงวันที่ ${day(facts.publishUntil)}` : 'ไม่มีวันครบระยะเวลา';
  return { lines: [facts.link ?? LONG_DOTS, `หมวดหมู่ ${facts.category || DOTS}`, `ตั้งแต่วันที่ ${day(facts.publishFrom)} ${until}`] };
}

function remarksCell({ remarks, requirements, fiscalYear }: RequestFormFacts): Cell {
  const evidence = requirements.length > 0 ? [`ใช้เป็นหลักฐาน ${requirements.map(({ title }) => typed(title)).join(' และ ')} ประจำปีงบประมาณ พ.ศ. ${year(fiscalYear)}`] : [];
  const lines: Inline[] = [...paragraphsOf(remarks ?? ''), ...evidence];
  return { lines: lines.length > 0 ? lines : [LONG_DOTS] };
}

function people({ provider, approver, publisher }: RequestFormFacts, size: number): PaperBlock[] {
  const block = (title: string, person: PersonFacts, middle: number) => {
    const lines = [...signatureOf(person), ...underSignature(person, 'ตำแหน่ง '), `วันที่ ${day(person.signedAt)}`].map((line): SignatureLine => (typeof line === 'string' ? { text: line, size } : line));
    return { title, middle, width: 7.5, lines };
  };
  const room = (...persons: PersonFacts[]): number => (persons.every(({ signedAt }) => signedAt) ? 0.2 : 1.2);
  return [
    {
      kind: 'signatures', above: 9, room: room(provider, approver), keepWithNext: true,
      blocks: [block('ผู้รับผิดชอบการให้ข้อมูล', provider, 3.9), block('ผู้อนุมัติรับรอง', approver, 12.1)],
    },
    { kind: 'signatures', above: 9, room: room(publisher), blocks: [block('ผู้รับผิดชอบการนำข้อมูลขึ้นเผยแพร่', publisher, 8)] },
  ];
}

function outcome({ verbal, refusal }: RequestFormFacts): PaperBlock[] {
  const blocks: PaperBlock[] = [];
  const line = (lead: string, text: string): void => void blocks.push({ kind: 'paragraph', text: [{ bold: lead }, `  ${text}`], indent: 0, above: 9 });
  if (verbal) {
    const confirmed = verbal.confirmedAt ? ` และลงนามอนุญาตเป็นลายลักษณ์อักษรเมื่อวันที่ ${day(verbal.confirmedAt)}` : ` และลงนามอนุญาตเป็นลายลักษณ์อักษรเมื่อวันที่ ${DOTS}`;
    line('กรณีเร่งด่วน', `ได้รับอนุญาตด้วยวาจาจาก ${verbal.by} ตำแหน่ง ${verbal.position ?? DOTS} ทาง${verbal.channel} เมื่อวันที่ ${day(verbal.at)} เวลา ${clock(verbal.at)}${confirmed}`);
  }
  if (refusal) {
    line('ผลการพิจารณา', joined(['ไม่อนุญาต', `เหตุผล ${refusal.reason}`, refusal.comment && typed(refusal.comment)]));
    line('แจ้งกลับ', `เจ้าของข้อมูลข่าวสารเมื่อวันที่ ${day(refusal.toldOn)}${refusal.channel ? ` ทาง${refusal.channel}` : ''}`);
  }
  return blocks;
}

/** Paragraphs up to so many letters, and what is left, parted at a space where there is one. */
function parted(paragraphs: readonly string[], letters: number): [string[], string[]] {
  const here: string[] = [];
  let left = letters;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph.length <= left) {
      here.push(paragraph);
      left -= paragraph.length;
      continue;
    }
    const space = paragraph.lastIndexOf(' ', left);
    const at = space > 0 ? space : 0;
    const rest = [paragraph.slice(at).trim(), ...paragraphs.slice(index + 1)];
    return [at > 0 ? [...here, paragraph.slice(0, at)] : here, rest];
  }
  return [here, []];
}
