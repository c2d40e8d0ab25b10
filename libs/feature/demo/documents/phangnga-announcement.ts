import type { PaperBlock } from '@prongsai/platform/pdf';
import { announcementHead, bodyBlocks, catchword, closed } from './seed-blocks';
import type { SeedLines } from './seed-lines';

/** The province of Phang Nga, 20 April 2561: the circular letter and the announcement sent with it. */
export function phangngaAnnouncement(lines: SeedLines): PaperBlock[] {
  return [...letter(lines), { kind: 'pageBreak', newPaper: true }, ...announcement(lines)];
}

function letter(lines: SeedLines): PaperBlock[] {
  const [number = '', place = '', street = '', date = ''] = lines.take(4);
  const [subject = '', to = '', reference = '', enclosed = '', copies = ''] = lines.take(5);
  const flush = (text: string, above = 3): PaperBlock => ({ kind: 'paragraph', text, indent: 0, hang: 1.2, above });
  return [
    { kind: 'emblem', height: 1 },
    { kind: 'table', columns: [{ width: 10.5 }, { width: 5.5 }], rows: [[number, place], ['', street]], ruled: false },
    { kind: 'paragraph', text: date, indent: 8 },
    flush(subject, 6),
    flush(to),
    flush(reference),
    { kind: 'table', columns: [{ width: 10.5 }, { width: 5.5 }], rows: [[enclosed, copies]], ruled: false },
    ...bodyBlocks(lines.until('ขอแสดงความนับถือ')),
    { kind: 'signatures', blocks: [{ lines: [lines.next(), '', '', ...lines.take(2)] }], room: 0.4 },
    ...lines.until('ประกาศจังหวัดพังงา').map((text, index): PaperBlock => ({ kind: 'paragraph', text, indent: 0, above: index === 0 ? 14 : 0, keepWithNext: true })),
  ];
}

function announcement(lines: SeedLines): PaperBlock[] {
  return [
    ...announcementHead(lines.take(2)),
    ...bodyBlocks(lines.until('๒.๕ เพื่อลดความเสี่ยง.../'), ['ประกอบด้วย']),
    ...catchword(lines.next()),
    ...closed(bodyBlocks(lines.until('ประกาศ ณ วันที่')), lines.next(), lines.take(2)),
  ];
}
