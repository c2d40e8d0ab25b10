import type { PaperBlock } from '@prongsai/platform/pdf';
import { announcementHead, bodyBlocks, catchword, closed } from './seed-blocks';
import type { SeedLines } from './seed-lines';

/** Bo Thong hospital: the announcement of 8 January 2569. */
export function bothongFramework(lines: SeedLines): PaperBlock[] {
  return [
    ...announcementHead(lines.take(3)),
    ...bodyBlocks(lines.until('/๓. ขั้นตอน'), ['โดยรายงานผล']),
    ...catchword(lines.next()),
    ...closed(bodyBlocks(lines.until('ประกาศ ณ วันที่'), ['ผู้บังคับบัญชาสั่งการ']), lines.next(), lines.take(2)),
  ];
}
