import type { ListLevel, PaperBlock } from '@prongsai/platform/pdf';
import { sectionHead, toItem } from './seed-blocks';
import type { SeedLines } from './seed-lines';

/** As the monitoring report numbers: topics at the margin, their items at 1.2 cm. */
const LEVELS: readonly ListLevel[] = [
  { label: 0, text: 0.8 },
  { label: 1.2, text: 2.4 },
];

const MONITORING = 'การกำกับติดตาม :';

/** Khemarat district health office: the monitoring report of fiscal year 2567. */
export function khemaratReport(lines: SeedLines): PaperBlock[] {
  const signed = (): string => `${lines.next()}${' '.repeat(40)}${lines.next()}`;
  return [
    { kind: 'heading', text: lines.take(2), size: 18 },
    sectionHead(lines.next()),
    ...lines.until('หัวข้อเรื่องข้อมูล').map(paragraph),
    sectionHead(lines.next()),
    ...lines.until('ขั้นตอนการเผยแพร่/').map(reportBlock),
    sectionHead(lines.next()),
    ...lines.until('สรุปปัญหา').map(reportBlock),
    sectionHead(lines.next()),
    ...lines.until('ลงชื่อ').map(paragraph),
    { kind: 'signatures', blocks: [{ lines: [signed(), ...lines.take(2)], width: 9 }] },
  ];
}

function paragraph(text: string): PaperBlock {
  return { kind: 'paragraph', text };
}

function reportBlock(line: string): PaperBlock {
  const item = toItem(line);
  if (item) return { kind: 'list', items: [item], levels: LEVELS };
  if (line.startsWith(MONITORING)) {
    return { kind: 'paragraph', text: [{ bold: MONITORING }, line.slice(MONITORING.length)], indent: 1.2, hang: 1.2 };
  }
  return line.startsWith('โดยมีการติดตาม') ? { kind: 'paragraph', text: line, indent: 1.2, hang: 1.2 } : paragraph(line);
}
