import type { PaperBlock } from '@prongsai/platform/pdf';
import { bothongFramework } from './bothong-framework';
import { kaphoFramework } from './kapho-framework';
import { khemaratReport } from './khemarat-report';
import { pakphayunAnnouncement } from './pakphayun-announcement';
import { phangngaAnnouncement } from './phangnga-announcement';
import { SeedLines } from './seed-lines';

export type DocumentKey = 'kapho' | 'pakphayun' | 'phangnga' | 'khemarat' | 'bothong';

/** What is known of a document beside its text. */
export interface DocumentSource {
  key: DocumentKey;
  network: string;
  tenantSlug: string;
  title: string;
  /** As printed, with Thai digits; a memo's or letter's own number. */
  documentNumber?: string;
  /** Day on the document, `YYYY-MM-DD`. */
  datedOn?: string;
  /** Thai name for the download. */
  fileName: string;
  /** Name, without its ending, of the text and of the PDF in this folder. */
  baseName: string;
  /** Words that no line of the PDF may break. */
  wholeWords: readonly string[];
  layout: (lines: SeedLines) => PaperBlock[];
}

export const documentSources: readonly DocumentSource[] = [
  {
    key: 'kapho',
    network: 'pattani',
    tenantSlug: 'kapho',
    title: 'กรอบแนวทางการเผยแพร่ข้อมูลผ่านเว็บไซต์สำนักงานสาธารณสุขอำเภอกะพ้อ ประจำปีงบประมาณ ๒๕๖๘',
    documentNumber: 'ปน ๑๑๓๓/๔๗๒',
    datedOn: '2024-11-09',
    fileName: 'กรอบแนวทางการเผยแพร่ข้อมูลผ่านเว็บไซต์ สสอ.กะพ้อ ๒๕๖๘.pdf',
    baseName: 'kapho-framework-2568',
    wholeWords: ['โซเฟีย', 'หะแวง', 'มะยาก็', 'สมะแเอ'],
    layout: kaphoFramework,
  },
  {
    key: 'pakphayun',
    network: 'phatthalung',
    tenantSlug: 'pakphayun',
    title: 'ประกาศสำนักงานสาธารณสุขอำเภอปากพะยูน เรื่อง แนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน',
    documentNumber: 'พท ๐๔๓๒/๑๐๖๕',
    datedOn: '2020-10-07',
    fileName: 'ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะ สสอ.ปากพะยูน ๒๕๖๓.pdf',
    baseName: 'pakphayun-announcement-2563',
    wholeWords: ['ปิยฉัตร', 'ชุมโชติ', 'สมนึก', 'ชกชกณ', 'เมืองแก้ว'],
    layout: pakphayunAnnouncement,
  },
  {
    key: 'phangnga',
    network: 'phangnga',
    tenantSlug: 'phangnga',
    title: 'ประกาศจังหวัดพังงา เรื่อง แนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงานจังหวัดพังงา',
    documentNumber: 'พง ๐๐๑๗.๒/ว ๙๕๑๓',
    datedOn: '2018-04-20',
    fileName: 'ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะ จังหวัดพังงา ๒๕๖๑.pdf',
    baseName: 'phangnga-announcement-2561',
    wholeWords: ['สิทธิชัย', 'ศักดา'],
    layout: phangngaAnnouncement,
  },
  {
    key: 'khemarat',
    network: 'ubon',
    tenantSlug: 'khemarat',
    title: 'รายงานผลการติดตามการดำเนินงานเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน สำนักงานสาธารณสุขอำเภอเขมราฐ ประจำปีงบประมาณ ๒๕๖๗',
    fileName: 'รายงานผลการติดตามการเผยแพร่ข้อมูลต่อสาธารณะ สสอ.เขมราฐ ๒๕๖๗.pdf',
    baseName: 'khemarat-report-2567',
    wholeWords: ['ถนอม', 'ผิวหอม'],
    layout: khemaratReport,
  },
  {
    key: 'bothong',
    network: 'chonburi',
    tenantSlug: 'bothong-hospital',
    title: 'ประกาศโรงพยาบาลบ่อทอง เรื่อง แนวทางปฏิบัติการเผยแพร่ข้อมูลต่อสาธารณะผ่าน WEBSITE ของหน่วยงาน พ.ศ.๒๕๖๙',
    datedOn: '2026-01-08',
    fileName: 'ประกาศแนวทางปฏิบัติการเผยแพร่ข้อมูลต่อสาธารณะ โรงพยาบาลบ่อทอง ๒๕๖๙.pdf',
    baseName: 'bothong-framework-2569',
    wholeWords: ['จตุนิษฐ์', 'อัครกะปัญญาพงศ์', 'โรงพยาบาลบ่อทอง'],
    layout: bothongFramework,
  },
];

/**
 * The document laid out as the official paper it is, every line of its text once.
 *
 * @throws Error when the text and the layout do not fit each other
 */
export function documentBlocks(source: DocumentSource): PaperBlock[] {
  const lines = SeedLines.read(`${source.baseName}.txt`);
  const blocks = source.layout(lines);
  lines.checkDone();
  return blocks;
}
