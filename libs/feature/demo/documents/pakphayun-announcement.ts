import type { PaperBlock } from '@prongsai/platform/pdf';
import { announcementHead, bodyBlocks, closed, ledParagraph, memoHead } from './seed-blocks';
import type { SeedLines } from './seed-lines';

/** Room for a signature between the role and the name of a block. */
const ROOM = ['', ''];

/** Pak Phayun district health office, 7 October 2563: two memos, the request form between them, the announcement. */
export function pakphayunAnnouncement(lines: SeedLines): PaperBlock[] {
  return [
    ...publicationMemo(lines),
    { kind: 'pageBreak', newPaper: true },
    ...requestForm(lines),
    { kind: 'pageBreak', newPaper: true },
    ...announcementMemo(lines),
    { kind: 'pageBreak', newPaper: true },
    ...announcement(lines),
  ];
}

function publicationMemo(lines: SeedLines): PaperBlock[] {
  const [title = '', office = '', number = '', date = '', subject = '', to = ''] = lines.take(6);
  return [
    ...memoHead({ title, office, number, date, subject, to }),
    ...lines.take(4).map(ledParagraph),
    { kind: 'signatures', blocks: [{ lines: lines.take(4) }], room: 0.6 },
    {
      kind: 'signatures',
      blocks: [
        { lines: lines.take(3), middle: 3.6, width: 7 },
        { lines: lines.take(4), middle: 12, width: 7 },
      ],
      room: 1,
    },
  ];
}

function requestForm(lines: SeedLines): PaperBlock[] {
  const heading = lines.take(2);
  const reference = lines.until('แบบฟอร์ม');
  const title = lines.next();
  const office = lines.next();
  const date = lines.next();
  const topic = joined(lines.until('ผู้รับผิดชอบการให้ข้อมูล'));
  return [
    { kind: 'heading', text: heading, size: 18 },
    ...reference.map((text): PaperBlock => ({ kind: 'paragraph', text, align: 'center' })),
    { kind: 'heading', text: title, level: 2, above: 12 },
    {
      kind: 'table',
      columns: [{ width: 3.4, bold: true }, { width: 12.6 }],
      rows: [office, date, topic].map(labelled),
      above: 10,
    },
    {
      kind: 'signatures',
      blocks: [
        { lines: signedBlock(lines), middle: 4, width: 7.5 },
        { lines: signedBlock(lines), middle: 12, width: 7.5 },
      ],
      room: 0.8,
    },
    { kind: 'signatures', blocks: [{ lines: signedBlock(lines) }], room: 0.8 },
  ];
}

function signedBlock(lines: SeedLines): string[] {
  const [role = '', name = '', position = ''] = lines.take(3);
  return [role, ...ROOM, name, position];
}

/** `ชื่อหน่วยงาน : …` as a label with its colon, and the value. */
function labelled(line: string): [string, string] {
  const colon = line.indexOf(' : ');
  return [line.slice(0, colon + 2), line.slice(colon + 3)];
}

/** The lines of one field, which the form broke in the middle of sentences; an address stays apart. */
function joined(lines: readonly string[]): string {
  return lines.reduce((text, line) => (line.startsWith('http') ? `${text} ${line}` : text + line));
}

function announcementMemo(lines: SeedLines): PaperBlock[] {
  const [title = '', office = '', numberAndDate = '', subject = '', to = ''] = lines.take(5);
  const split = numberAndDate.indexOf(' วันที่');
  return [
    ...memoHead({ title, office, number: numberAndDate.slice(0, split), date: numberAndDate.slice(split + 1), subject, to }),
    ...bodyBlocks(lines.until('(นายภานุ')),
    { kind: 'signatures', blocks: [{ lines: lines.take(2) }] },
    { kind: 'signatures', blocks: [{ lines: lines.take(4) }], room: 1 },
  ];
}

function announcement(lines: SeedLines): PaperBlock[] {
  const head = lines.take(2);
  const body = lines.until('ประกาศ ณ วันที่');
  // A turn of the page cut item ๔.๓ in two; its second half begins with the year.
  const cut = body.findIndex((line) => line.startsWith('พ.ศ.'));
  const whole = [...body.slice(0, cut - 1), `${body[cut - 1]} ${body[cut]}`, ...body.slice(cut + 1)];
  return [...announcementHead(head), ...closed(bodyBlocks(whole), lines.next(), lines.take(2))];
}
