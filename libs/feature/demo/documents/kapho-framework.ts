import type { PaperBlock } from '@prongsai/platform/pdf';
import { bodyBlocks, memoHead } from './seed-blocks';
import type { SeedLines } from './seed-lines';

/** Rows of the empty register, enough to fill the page as the printed form does. */
const EMPTY_ROWS = 14;

/** Kapho district health office: the memo of 9 November 2567, the framework of fiscal year 2568 and the register form. */
export function kaphoFramework(lines: SeedLines): PaperBlock[] {
  return [...memo(lines), { kind: 'pageBreak', newPaper: true }, ...framework(lines), { kind: 'pageBreak', newPaper: true }, ...register(lines)];
}

function memo(lines: SeedLines): PaperBlock[] {
  const [title = '', office = '', number = '', date = '', subject = '', to = ''] = lines.take(6);
  const background: PaperBlock = { kind: 'paragraph', lead: lines.next(), text: lines.next(), above: 6 };
  const proposal: PaperBlock = { kind: 'paragraph', lead: lines.next(), text: lines.next(), above: 6 };
  return [
    ...memoHead({ title, office, number, date, subject, to }),
    background,
    proposal,
    ...bodyBlocks(lines.until('(นางสาวโซเฟีย')),
    { kind: 'signatures', blocks: [{ lines: lines.take(2) }] },
    { kind: 'checks', items: [...lines.next().split(' '), lines.next()].map((label) => ({ label, checked: false })), above: 18 },
    { kind: 'signatures', blocks: [{ lines: lines.take(2) }] },
  ];
}

function framework(lines: SeedLines): PaperBlock[] {
  return [
    { kind: 'heading', text: lines.take(2), rule: 5 },
    ...bodyBlocks(lines.until('บันทึกรายงานผล'), ['ประกอบด้วย', 'เป็นระบบงาน']),
  ];
}

function register(lines: SeedLines): PaperBlock[] {
  const title = lines.next();
  const [group = '', year = ''] = lines.take(2);
  const head = lines.next().split('\t');
  return [
    { kind: 'heading', text: title, size: 18 },
    { kind: 'paragraph', text: group, indent: 0, above: 12 },
    { kind: 'paragraph', text: year, indent: 0 },
    {
      kind: 'table',
      columns: [2.6, 3.1, 4.3, 3.6, 2.4].map((width) => ({ width })),
      head,
      rows: Array.from({ length: EMPTY_ROWS }, () => head.map(() => '')),
      size: 14,
      rowHeight: 1.2,
      above: 12,
    },
  ];
}
