import { toThaiDigits } from '@prongsai/kernel/thai';
import { cm, type PaperOptions, typeSize } from './paper';
import { baseLine, type Desk } from './row';

const BODY = 16;
const SMALL = 12;
const MOST_FOOT_LINES = 2;
/** In points, closer than running text. */
const FOOT_LINE = 12.5;

/** Draws what stands around the text of a page (page number, catchword, foot); none of it is text of the document. */
export function drawFurniture(desk: Desk, options: PaperOptions, bottom: number, page: { number: number; count: number; nextLead: string }): void {
  const { canvas } = desk.setter;
  const { left, right } = desk.frame;
  const write = (text: string, align: 'left' | 'center' | 'right', base: number, official: number): void => {
    const size = typeSize(official);
    const width = canvas.width(text, 'regular', size);
    const x = align === 'left' ? left : align === 'right' ? right - width : (left + right - width) / 2;
    canvas.write([{ text, weight: 'regular', size }], x, base);
  };
  canvas.artifact('Pagination', () => {
    if (page.number > 1 && (options.pageNumbers ?? 'top') === 'top') write(`- ${toThaiDigits(page.number)} -`, 'center', cm(1.7), BODY);
    if (options.catchwords && page.nextLead !== '') write(`/${page.nextLead}...`, 'right', bottom + cm(0.8), BODY);
    if (options.foot) {
      const top = bottom + 4;
      canvas.rule(left, top, right, top);
      const base = baseLine(desk, top + 2, typeSize(SMALL));
      const numbered = (text: string): string => text.replaceAll('{page}', toThaiDigits(page.number)).replaceAll('{pages}', toThaiDigits(page.count));
      const counted = numbered(options.foot.right ?? '');
      const room = right - left - canvas.width(counted, 'regular', typeSize(SMALL)) - 12;
      const lines = options.foot.left ? desk.setter.set(options.foot.left, { size: typeSize(SMALL), widthOf: () => room }) : [];
      lines.slice(0, MOST_FOOT_LINES).forEach((line, index) => desk.setter.draw(line, left, left + room, base + index * FOOT_LINE, 'left'));
      if (counted) write(counted, 'right', base, SMALL);
    }
  });
}
