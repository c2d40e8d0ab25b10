import { baseLine, type Desk, drawLines, lineHeight, noLead, type Row } from './row';
import { type ChecksBlock, cm, type Inline, type SignatureLine, type SignaturesBlock, typeSize } from './paper';
import { plainText } from './text-setter';
import { lazyElement } from './text-rows';

const BODY = 16;
/** 11 cm from the edge of the page, as the papers say, is 8 cm from the left margin. */
const MIDDLE = 8;
const WIDTH = 8;

export function signatureRows(desk: Desk, block: SignaturesBlock): Row[] {
  const { setter, frame } = desk;
  const room = cm(block.room ?? 1.5);
  const hasTitles = block.blocks.some(({ title }) => title !== undefined);
  const titleHeight = hasTitles ? lineHeight(desk, typeSize(BODY)) : 0;
  const columns = block.blocks.map((signature) => {
    const middle = frame.left + cm(signature.middle ?? MIDDLE);
    const half = cm(signature.width ?? WIDTH) / 2;
    const set = (text: Inline, official: number, bold = false) => {
      const size = typeSize(official);
      const lines = setter.set(text, { size, bold, widthOf: () => half * 2, fill: 'balanced' });
      return { lines, size, height: lines.length * lineHeight(desk, size), element: lazyElement(desk, 'P') };
    };
    const texts = signature.lines.map((line) => (isSized(line) ? set(line.text, line.size) : set(line, BODY)));
    const title = signature.title === undefined ? null : set(signature.title, BODY, true);
    return { left: middle - half, right: middle + half, title, texts, height: texts.reduce((sum, text) => sum + text.height, 0) };
  });
  return [
    {
      height: titleHeight + room + Math.max(...columns.map((column) => column.height)),
      above: block.above ?? 0,
      keepWithNext: block.keepWithNext ?? false,
      lead: noLead,
      draw: (top) => {
        for (const { left, right, title, texts } of columns) {
          const write = ({ lines, size, element }: (typeof texts)[number], y: number) =>
            setter.canvas.within(element(), 'P', () => drawLines(desk, lines, y, left, right, size, 'center'));
          if (title) write(title, top);
          let y = top + titleHeight + room;
          for (const text of texts) {
            write(text, y);
            y += text.height;
          }
        }
      },
    },
  ];
}

function isSized(line: SignatureLine): line is { text: Inline; size: number } {
  return typeof line === 'object' && 'text' in line;
}

export function checksRows(desk: Desk, block: ChecksBlock): Row[] {
  const { setter, frame } = desk;
  const { canvas } = setter;
  const size = typeSize(BODY);
  const indent = cm(block.indent ?? 0);
  const place = cm(0.4) + 6;
  let x = frame.left + indent;
  let row = 0;
  const items = block.items.map((item) => {
    const label = plainText(item.label);
    const width = place + canvas.width(label, 'regular', size);
    if (x + width > frame.right && x > frame.left + indent) {
      x = frame.left + indent;
      row += 1;
    }
    const at = { label, checked: item.checked, x, row, element: lazyElement(desk, 'P') };
    x += width + cm(0.8);
    return at;
  });
  return [
    {
      height: (row + 1) * lineHeight(desk, size),
      above: block.above ?? 6,
      keepWithNext: block.keepWithNext ?? false,
      lead: noLead,
      draw: (top) => {
        for (const item of items) {
          const base = baseLine(desk, top + item.row * lineHeight(desk, size), size);
          const box = canvas.element('Figure', item.element(), { alt: item.checked ? 'เลือก' : 'ไม่ได้เลือก' });
          canvas.within(box, 'Figure', () => canvas.box(item.x, base, item.checked));
          canvas.within(item.element(), 'P', () => canvas.write([{ text: item.label, weight: 'regular', size }], item.x + place, base));
        }
      },
    },
  ];
}
