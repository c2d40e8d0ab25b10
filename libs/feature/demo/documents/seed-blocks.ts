import type { HeadingBlock, ListItem, ListLevel, PaperBlock, ParagraphBlock } from '@prongsai/platform/pdf';

const NUMBERED = /^([๐-๙]+(?:\.[๐-๙]+)+\.?|[๐-๙]+\.)\s*(.*)$/;
const DASHED = /^-\s*(.*)$/;
/** The level of dashes in a list. */
const DASH_LEVEL = 4;
/** Items open at their own place and go on at the margin, as these papers were typed. */
const LEVELS: readonly ListLevel[] = [
  { label: 2.5, text: 3.3, rest: 0 },
  { label: 3.3, text: 4.3, rest: 0 },
  { label: 4.3, text: 5.7, rest: 0 },
  { label: 4.3, text: 4.7, rest: 0 },
];

/**
 * Numbered items, dashed items and plain paragraphs, as their lines begin. A line that opens with one of `goesOn`
 * continues the item before it.
 */
export function bodyBlocks(lines: readonly string[], goesOn: readonly string[] = []): PaperBlock[] {
  const blocks: PaperBlock[] = [];
  let items: ListItem[] = [];
  const closeList = (): void => {
    if (items.length > 0) blocks.push({ kind: 'list', items, levels: LEVELS });
    items = [];
  };
  for (const line of lines) {
    const item = toItem(line);
    const last = items.at(-1);
    if (item) {
      items.push(item);
    } else if (last && goesOn.some((words) => line.startsWith(words))) {
      items.push({ label: '', text: line, level: last.level });
    } else {
      closeList();
      blocks.push({ kind: 'paragraph', text: line });
    }
  }
  closeList();
  return blocks;
}

/** A numbered or dashed line as an item of its level; null for any other. */
export function toItem(line: string): ListItem | null {
  const [, label = '', text = ''] = NUMBERED.exec(line) ?? [];
  if (label !== '') return { label, text, level: label.replace(/\.$/, '').split('.').length };
  const dashed = DASHED.exec(line);
  return dashed ? { label: '-', text: dashed[1] ?? '', level: DASH_LEVEL } : null;
}

/** The head of a memo: title, ส่วนราชการ, ที่ with วันที่, เรื่อง, เรียน. */
export function memoHead(head: { title: string; office: string; number: string; date: string; subject: string; to: string }): PaperBlock[] {
  return [
    { kind: 'memoTitle', text: head.title },
    { kind: 'fields', fields: [field(head.office)] },
    { kind: 'fields', fields: [{ ...field(head.number), width: 8 }, field(head.date)] },
    { kind: 'fields', fields: [field(head.subject)] },
    { kind: 'paragraph', text: head.to, indent: 0, above: 6 },
  ];
}

function field(line: string): { label: string; value: string } {
  const space = line.indexOf(' ');
  return { label: line.slice(0, space), value: line.slice(space + 1) };
}

/** The title of an announcement: place for the emblem, centred lines, a short rule. */
export function announcementHead(lines: readonly string[]): PaperBlock[] {
  return [{ kind: 'emblem', height: 2 }, { kind: 'heading', text: lines, rule: 5 }];
}

/** `ประกาศ ณ วันที่ …` and the signature under the text; they never stand alone on a page. */
export function closed(text: readonly PaperBlock[], date: string, signer: readonly string[]): PaperBlock[] {
  const last = text.at(-1);
  return [
    ...text.slice(0, -1),
    ...(last?.kind === 'paragraph' ? [{ ...last, keepWithNext: true }] : last ? [last] : []),
    { kind: 'paragraph', text: date, indent: 5, above: 12, keepWithNext: true },
    { kind: 'signatures', blocks: [{ lines: signer }] },
  ];
}

/** A paragraph whose first word is its lead: เรื่องเดิม, ข้อเท็จจริง … */
export function ledParagraph(line: string): ParagraphBlock {
  const { label, value } = field(line);
  return { kind: 'paragraph', lead: label, text: value, above: 6 };
}

/** The catchword that the document itself prints at the foot of a page, and the turn of the page after it. */
export function catchword(line: string): PaperBlock[] {
  return [{ kind: 'paragraph', text: line, align: 'right', above: 12 }, { kind: 'pageBreak' }];
}

/** A bold title at the left margin. */
export function sectionHead(text: string): HeadingBlock {
  return { kind: 'heading', text, level: 2, align: 'left', above: 12 };
}
