import { baseLine, type Desk, lineHeight, noLead, type Row, staysWithNext } from './row';
import { cm, type FieldsBlock, type HeadingBlock, type ListBlock, type ListLevel, type ParagraphBlock, typeSize } from './paper';
import { plainText, type SetLine } from './text-setter';
import type { StructElement } from './canvas';

const BODY = 16;
/** 6 official points, times the type factor. */
const BEFORE_PARAGRAPH = 5;
const FILL = { spread: 'even', center: 'balanced', left: undefined, right: undefined } as const;

/** As the announcement numbers its items: `๑.`, `๑.๑`, `๒.๑.๑`; the fourth level is the dash. */
const ANNOUNCEMENT_LEVELS: readonly ListLevel[] = [
  { label: 2.5, text: 3.3 },
  { label: 3.3, text: 4.3 },
  { label: 4.3, text: 5.8 },
  { label: 4.3, text: 4.7 },
];

export function headingRows(desk: Desk, block: HeadingBlock): Row[] {
  const { setter, frame } = desk;
  const size = typeSize(block.size ?? BODY);
  const align = block.align ?? 'center';
  const type = `H${block.level ?? 1}`;
  const width = frame.right - frame.left;
  const titles = typeof block.text === 'string' ? [block.text] : block.text;
  const lines = titles.flatMap((title) => setter.set(title, { size, bold: block.bold ?? true, widthOf: () => width, fill: align === 'center' ? 'balanced' : undefined }));
  const element = lazyElement(desk, type);
  const rows = lines.map((line, index): Row => ({
    height: lineHeight(desk, size),
    above: index === 0 ? (block.above ?? 6) : 0,
    keepWithNext: index < lines.length - 1 || block.rule !== undefined || (block.keepWithNext ?? true),
    lead: () => leadOf(desk, line),
    draw: (top) => setter.canvas.within(element(), type, () => setter.draw(line, frame.left, frame.right, baseLine(desk, top, size), align)),
  }));
  return block.rule === undefined ? rows : [...rows, ruleRow(desk, block.rule)];
}

function ruleRow({ setter, frame }: Desk, width: number): Row {
  const middle = (frame.left + frame.right) / 2;
  return {
    height: 12,
    above: 0,
    keepWithNext: true,
    lead: noLead,
    draw: (top) => setter.canvas.artifact('Layout', () => setter.canvas.rule(middle - cm(width) / 2, top + 5, middle + cm(width) / 2, top + 5)),
  };
}

export function paragraphRows(desk: Desk, block: ParagraphBlock): Row[] {
  const { setter, frame } = desk;
  const size = typeSize(block.size ?? BODY);
  const align = block.align ?? 'spread';
  const isFlush = align === 'center' || align === 'right';
  const right = block.until === undefined ? frame.right : frame.left + cm(block.until);
  const lead = plainText(block.lead ?? '');
  const leadEnd = lead === '' ? frame.left : frame.left + setter.canvas.width(`${lead}  `, 'bold', size);
  const leftOf = (index: number): number =>
    index === 0 ? Math.max(leadEnd, frame.left + cm(block.indent ?? (isFlush ? 0 : 2.5))) : frame.left + cm(block.hang ?? 0);
  const lines = setter.set(block.text, { size, bold: block.bold, widthOf: (index) => right - leftOf(index), fill: FILL[align] });
  const element = lazyElement(desk, 'P');
  return lines.map((line, index) => ({
    height: lineHeight(desk, size),
    above: index === 0 ? (block.above ?? BEFORE_PARAGRAPH) : 0,
    keepWithNext: staysWithNext(index, lines.length, block.keepWithNext ?? false),
    lead: () => (index === 0 ? leadOf(desk, line) : ''),
    draw: (top) =>
      setter.canvas.within(element(), 'P', () => {
        if (index === 0 && lead !== '') setter.canvas.write([{ text: `${lead} `, weight: 'bold', size }], frame.left, baseLine(desk, top, size));
        setter.draw(line, leftOf(index), right, baseLine(desk, top, size), align);
      }),
  }));
}

export function listRows(desk: Desk, block: ListBlock): Row[] {
  const { setter, frame } = desk;
  const { canvas } = setter;
  const size = typeSize(block.size ?? BODY);
  const levels = block.levels ?? ANNOUNCEMENT_LEVELS;
  const list = lazyElement(desk, 'L');
  return block.items.flatMap((item, itemIndex) => {
    const level = levels[Math.min(item.level, levels.length) - 1] ?? { label: 0, text: 0 };
    const isBold = /[๐-๙0-9]/.test(item.label) && (block.bold ?? true);
    const label = plainText(item.label);
    const labelLeft = frame.left + cm(level.label);
    const labelEnd = label === '' ? labelLeft : labelLeft + canvas.width(`${label} `, isBold ? 'bold' : 'regular', size);
    const textLeft = frame.left + cm(level.text);
    const leftOf = (index: number): number => {
      if (index > 0) return frame.left + cm(level.rest ?? level.text);
      return label === '' ? textLeft : Math.max(textLeft, labelEnd);
    };
    const lines = setter.set(item.text, { size, widthOf: (index) => frame.right - leftOf(index), fill: 'even' });
    const entry = lazyElement(desk, 'LI', list);
    const mark = lazyElement(desk, 'Lbl', entry);
    const body = lazyElement(desk, 'LBody', entry);
    return lines.map((line, index): Row => ({
      height: lineHeight(desk, size),
      above: index === 0 ? (itemIndex === 0 ? (block.above ?? BEFORE_PARAGRAPH) : BEFORE_PARAGRAPH) : 0,
      keepWithNext: staysWithNext(index, lines.length, itemIndex === block.items.length - 1 && (block.keepWithNext ?? false)),
      lead: () => (index === 0 ? leadOf(desk, line, label) : ''),
      draw: (top) => {
        if (index === 0 && label !== '') {
          canvas.within(mark(), 'Lbl', () => canvas.write([{ text: `${label} `, weight: isBold ? 'bold' : 'regular', size }], labelLeft, baseLine(desk, top, size)));
        }
        canvas.within(body(), 'LBody', () => setter.draw(line, leftOf(index), frame.right, baseLine(desk, top, size), block.align ?? 'spread'));
      },
    }));
  });
}

export function fieldsRows(desk: Desk, block: FieldsBlock): Row[] {
  const { setter, frame } = desk;
  const { canvas } = setter;
  const labelSize = typeSize(block.labelSize ?? 20);
  const size = typeSize(BODY);
  let left = frame.left;
  const fields = block.fields.map((field, index) => {
    const isLast = index === block.fields.length - 1;
    const fieldLeft = left;
    const fieldRight = isLast || field.width === undefined ? frame.right : fieldLeft + cm(field.width);
    left = fieldRight;
    const valueLeft = fieldLeft + canvas.width(`${field.label}  `, 'bold', labelSize);
    const lines = setter.set(field.value, { size, widthOf: () => fieldRight - valueLeft });
    return { label: plainText(field.label), lines, fieldLeft, valueLeft, fieldRight, element: lazyElement(desk, 'P') };
  });
  const count = Math.max(...fields.map((field) => field.lines.length));
  const first = lineHeight(desk, labelSize);
  return Array.from({ length: count }, (_, index) => ({
    height: index === 0 ? first : lineHeight(desk, size),
    above: index === 0 ? (block.above ?? 3) : 0,
    keepWithNext: true,
    lead: noLead,
    draw: (top) => {
      const base = index === 0 ? baseLine(desk, top, labelSize) : baseLine(desk, top, size);
      for (const field of fields) {
        const line = field.lines[index];
        canvas.within(field.element(), 'P', () => {
          if (index === 0) canvas.write([{ text: `${field.label} `, weight: 'bold', size: labelSize }], field.fieldLeft, base);
          if (line) setter.draw(line, field.valueLeft, field.fieldRight, base, 'left');
        });
        if (line) canvas.artifact('Layout', () => canvas.dottedRule(field.valueLeft, field.fieldRight - 2, base + 3));
      }
    },
  }));
}

/** An element that enters the structure tree when its first line is drawn, so that the tree follows the pages. */
export function lazyElement(desk: Desk, type: string, parent?: () => StructElement, options?: { alt?: string; scope?: string }): () => StructElement {
  let element: StructElement | null = null;
  return () => (element ??= desk.setter.canvas.element(type, parent?.() ?? null, options));
}

function leadOf(desk: Desk, line: SetLine, label = ''): string {
  const words = line.strokes.map((stroke) => stroke.text).join('');
  return desk.setter.catchword(label === '' ? words : `${label} ${words}`);
}
