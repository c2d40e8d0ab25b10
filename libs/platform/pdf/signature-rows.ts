import { baseLine, type Desk, drawLines, lineHeight, noLead, type Row } from './row';
import { type ChecksBlock, cm, type SignaturesBlock, typeSize } from './paper';
import { plainText } from './text-setter';
import { lazyElement } from './text-rows';

const BODY = 16;
/** 11 cm from the edge of the page, as the papers say, is 8 cm from the left margin. */
const MIDDLE = 8;
const WIDTH = 8;

export function signatureRows(desk: Desk, block: SignaturesBlock): Row[] {
  const { setter, frame } = desk;
  const size = typeSize(BODY);
  const room = cm(block.room ?? 1.5);
  const columns = block.blocks.map((signature) => {
    const middle = frame.left + cm(signature.middle ?? MIDDLE);
    const half = cm(signature.width ?? WIDTH) / 2;
    const texts = signature.lines.map((text) => ({
      lines: setter.set(text, { size, widthOf: () => half * 2, fill: 'balanced' }),
      element: lazyElement(desk, 'P'),
    }));
    return { left: middle - half, right: middle + half, texts, count: texts.reduce((sum, text) => sum + text.lines.length, 0) };
  });
  return [
    {
      height: room + Math.max(...columns.map((column) => column.count)) * lineHeight(size),
      above: 0,
      keepWithNext: false,
      lead: noLead,
      draw: (top) => {
        for (const column of columns) {
          let y = top + room;
          for (const { lines, element } of column.texts) {
            setter.canvas.within(element(), 'P', () => drawLines(setter, lines, y, column.left, column.right, size, 'center'));
            y += lines.length * lineHeight(size);
          }
        }
      },
    },
  ];
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
      height: (row + 1) * lineHeight(size),
      above: block.above ?? 6,
      keepWithNext: false,
      lead: noLead,
      draw: (top) => {
        for (const item of items) {
          const base = baseLine(top + item.row * lineHeight(size), size);
          const box = canvas.element('Figure', item.element(), { alt: item.checked ? 'เลือก' : 'ไม่ได้เลือก' });
          canvas.within(box, 'Figure', () => canvas.box(item.x, base, item.checked));
          canvas.within(item.element(), 'P', () => canvas.write([{ text: item.label, weight: 'regular', size }], item.x + place, base));
        }
      },
    },
  ];
}
