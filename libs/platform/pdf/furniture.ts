import { toThaiDigits } from '@prongsai/kernel/thai';
import { cm, type PaperOptions, typeSize } from './paper';
import { baseLine, type Desk } from './row';

const BODY = 16;
const SMALL = 12;

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
      const base = baseLine(top + 2, typeSize(SMALL));
      if (options.foot.left) write(options.foot.left, 'left', base, SMALL);
      if (options.foot.right) write(options.foot.right(page.number, page.count), 'right', base, SMALL);
    }
  });
}
