import { formatThaiDate } from '@prongsai/kernel/thai';
import { renderThaiPdf, type PaperBlock } from '@prongsai/platform/pdf';
import type { ItemStory } from '../story';
import { instantOf } from '../story-days';

/** Across every page of a paper that is no real one. */
const watermark = 'ระบบสาธิต';

/** An item of the demo as a paper of one page that says across it that it is made up. The same item gives the same bytes. */
export function madeUpPaper(item: Pick<ItemStory, 'title' | 'paragraphs' | 'on'>, unitName: string): Promise<Buffer> {
  const blocks: PaperBlock[] = [
    { kind: 'heading', text: unitName, size: 18, bold: true, level: 1 },
    { kind: 'heading', text: item.title, size: 16, bold: true, level: 2, above: 6, rule: 5 },
    ...item.paragraphs.flatMap((paragraph) => paragraph.split('\n')).map((text): PaperBlock => ({ kind: 'paragraph', text, align: 'spread', above: 6 })),
    { kind: 'paragraph', text: formatThaiDate(item.on, 'paper'), align: 'right', indent: 0, above: 18 },
  ];
  return renderThaiPdf(blocks, { title: item.title, author: unitName, createdAt: instantOf(item.on, 9), watermark });
}
