import { baseLine, type Desk, lineHeight, noLead, type Row } from './row';
import { cm, type EmblemBlock, type MemoTitleBlock, type Picture, typeSize } from './paper';
import { lazyElement } from './text-rows';

/** The line of the title is 35 points high in an official memo, its emblem 1.5 cm. */
const MEMO_EMBLEM = 1.5;
const MEMO_TITLE = 29;
/** Top margin of the first page of a memo, in cm. */
const MEMO_TOP = 1.5;

export function memoTitleRows(desk: Desk, block: MemoTitleBlock): Row[] {
  const { setter, frame } = desk;
  const size = typeSize(MEMO_TITLE);
  const [line] = setter.set(block.text, { size, bold: true, widthOf: () => frame.right - frame.left });
  const title = lazyElement(desk, 'H1');
  return [
    {
      height: Math.max(cm(MEMO_EMBLEM), lineHeight(desk, size)) + 6,
      above: 0,
      keepWithNext: true,
      lead: noLead,
      pageTop: cm(MEMO_TOP),
      draw: (top) => {
        if (block.emblem) drawPicture(desk, block.emblem, frame.left, top, cm(MEMO_EMBLEM));
        const base = baseLine(desk, top + Math.max(0, cm(MEMO_EMBLEM) - lineHeight(desk, size)), size);
        if (line) setter.canvas.within(title(), 'H1', () => setter.draw(line, frame.left, frame.right, base, 'center'));
      },
    },
  ];
}

export function emblemRows(desk: Desk, block: EmblemBlock): Row[] {
  const height = cm(block.height ?? 3);
  const { picture } = block;
  const middle = (desk.frame.left + desk.frame.right) / 2;
  return [
    {
      height: height + 6,
      above: 0,
      keepWithNext: true,
      lead: noLead,
      draw: (top) => {
        if (picture) drawPicture(desk, picture, middle - (height * desk.setter.canvas.shapeOf(picture)) / 2, top, height);
      },
    },
  ];
}

function drawPicture(desk: Desk, picture: Picture, x: number, top: number, height: number): void {
  const figure = desk.setter.canvas.element('Figure', null, { alt: picture.alt });
  desk.setter.canvas.within(figure, 'Figure', () => desk.setter.canvas.picture(picture, x, top, height));
}
