/**
 * What is done with each class of file: the one declared table of SPEC 7 and 18, served at `/api/v1/policies/files`.
 * `judgeFile` names a class and takes the outcome, the code and the message from here, so table and deed agree.
 */

/** The nine types of the frameworks (documents 000, 001: .pdf .xls .xlsx .doc .docx .jpg .png .zip .rar). */
export const allowedTypes = {
  pdf: { label: 'เอกสาร PDF', mediaType: 'application/pdf' },
  xls: { label: 'ตาราง Excel (.xls)', mediaType: 'application/vnd.ms-excel' },
  xlsx: { label: 'ตาราง Excel (.xlsx)', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  doc: { label: 'เอกสาร Word (.doc)', mediaType: 'application/msword' },
  docx: { label: 'เอกสาร Word (.docx)', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  jpg: { label: 'ภาพ JPG', mediaType: 'image/jpeg' },
  png: { label: 'ภาพ PNG', mediaType: 'image/png' },
  zip: { label: 'ไฟล์บีบอัด ZIP', mediaType: 'application/zip' },
  rar: { label: 'ไฟล์บีบอัด RAR', mediaType: 'application/vnd.rar' },
} as const;

/** One of the nine, written as its extension without the dot. */
export type AllowedType = keyof typeof allowedTypes;

/** 4 MB each (documents 000, 001); a tenant's setting may differ, up to the network's limit. */
export const defaultMaxBytes = 4 * 1_048_576;

/** What an archive may hold and expand to. A Word or Excel file of the new kind is an archive too. */
export const archiveLimits = {
  entries: 2000,
  /** All entries together, expanded, nested archives included. */
  totalBytes: 200 * 1_048_576,
  /** Expanded size through compressed size, for entries that expand to more than `ratioFromBytes`. */
  ratio: 100,
  ratioFromBytes: 8 * 1_048_576,
  /** A nested archive or document is opened when it expands to no more than this. */
  nestedBytes: 32 * 1_048_576,
} as const;

/** Most pixels of a picture, width by height: as many as a good telephone makes, and what fits in memory when turned. */
export const mostPixels = 40_000_000;

const printAgain = 'พิมพ์เป็น PDF ใหม่แล้วแนบ';
const messages = {
  'file.empty': '“{ชื่อไฟล์}” ไม่มีข้อมูล บันทึกไฟล์ใหม่แล้วแนบอีกครั้ง',
  'file.too_large': '“{ชื่อไฟล์}” ใหญ่ {ขนาด}\u00a0MB เกิน {สูงสุด}\u00a0MB ลดขนาดหรือแบ่งไฟล์แล้วแนบใหม่',
  'file.image_too_large': 'ภาพ “{ชื่อไฟล์}” ใหญ่ {ขนาด}\u00a0MB เกิน {สูงสุด}\u00a0MB เลือก “ย่อให้อัตโนมัติ” หรือแนบภาพใหม่',
  'file.type_not_allowed': '“{ชื่อไฟล์}” เป็นไฟล์ชนิดที่ไม่อนุญาต ใช้ .pdf .xls .xlsx .doc .docx .jpg .png .zip หรือ .rar',
  'file.type_mismatch': '“{ชื่อไฟล์}” ลงท้าย {นามสกุล} แต่เนื้อไฟล์เป็น {ชนิดจริง} บันทึกให้ตรงชนิดแล้วแนบใหม่',
  'file.password': '“{ชื่อไฟล์}” ตั้งรหัสผ่านไว้ ประชาชนเปิดไม่ได้ ปลดรหัสผ่านแล้วแนบใหม่',
  'file.macro': '“{ชื่อไฟล์}” มีชุดคำสั่ง (มาโคร) บันทึกเป็น .pdf หรือไฟล์ที่ไม่มีชุดคำสั่ง',
  'file.office_linked': '“{ชื่อไฟล์}” ดึงข้อมูลจากไฟล์หรือเว็บอื่น ตัดการเชื่อมโยงหรือบันทึกเป็น .pdf แล้วแนบใหม่',
  'file.office_embedded': '“{ชื่อไฟล์}” มีวัตถุจากโปรแกรมอื่นฝังอยู่ แปลงเป็นภาพหรือบันทึกเป็น .pdf แล้วแนบใหม่',
  'file.pdf_active': `“{ชื่อไฟล์}” มีคำสั่งหรือโปรแกรมฝังอยู่ ${printAgain}`,
  'file.pdf_embedded': `“{ชื่อไฟล์}” มีไฟล์แนบที่ไม่อนุญาตอยู่ข้างใน ${printAgain}`,
  'file.pdf_too_heavy': `เปิดตรวจ “{ชื่อไฟล์}” ไม่ได้ เพราะคลายออกแล้วใหญ่เกินกำหนด ${printAgain}`,
  'file.image_pixels': 'ภาพ “{ชื่อไฟล์}” ละเอียดเกิน {สูงสุด} ล้านจุด ย่อภาพแล้วแนบใหม่',
  'file.archive_content': '“{ชื่อไฟล์}” มี “{ไฟล์ภายใน}” ซึ่งไม่อนุญาต นำออกแล้วบีบอัดใหม่',
  'file.archive_nested': '“{ชื่อไฟล์}” มีไฟล์บีบอัดซ้อนหลายชั้น แตกออกให้เหลือชั้นเดียวแล้วแนบใหม่',
  'file.archive_too_big': '“{ชื่อไฟล์}” แตกออกแล้วใหญ่เกินกำหนด แบ่งเป็นหลายไฟล์',
  'file.damaged': 'เปิด “{ชื่อไฟล์}” ไม่ได้ ไฟล์อาจเสียหาย เปิดดูในเครื่องของท่านแล้วแนบใหม่',
  'file.virus': '“{ชื่อไฟล์}” ไม่ผ่านการตรวจไวรัส จึงไม่รับไว้ แจ้งผู้ดูแลเครื่องของท่าน',
} as const;

/** Stable key of a refusal: the rows of messages section 2. */
export type FileRefusalCode = keyof typeof messages;

/** `accepted`: kept, and offered as what it is. `refused`: not kept; the message says why and what to do. */
export type FileOutcome = 'accepted' | 'refused';

interface Row {
  outcome: FileOutcome;
  /** The class in Thai. */
  title: string;
  /** What is done with it and why, in Thai. */
  sentence: string;
  code?: FileRefusalCode;
}

const kept = (title: string, sentence: string) => ({ outcome: 'accepted', title, sentence }) as const;
const refused = <C extends FileRefusalCode>(code: C, title: string, why: string) => ({ outcome: 'refused', title, sentence: `ไม่รับ ${why}`, code }) as const;

const rows = {
  pdf: kept('เอกสาร PDF', 'รับไว้ตามต้นฉบับ ประชาชนเปิดอ่านหรือดาวน์โหลดได้ ไฟล์แนบข้างในต้องเป็นชนิดที่อนุญาต หรือข้อมูลที่เป็นข้อความ (เช่น .xml .csv) และผ่านการตรวจเช่นเดียวกัน'),
  image: kept('ภาพ .jpg .jpeg .png', 'บันทึกภาพใหม่ให้ตั้งตรงและไม่มีข้อมูลพิกัดหรือข้อมูลกล้อง แสดงในหน้าเว็บและดาวน์โหลดได้'),
  office: kept('เอกสาร Word และตาราง Excel ที่ไม่มีชุดคำสั่ง', 'รับไว้ตามต้นฉบับ ให้ดาวน์โหลดเท่านั้น ไม่เปิดในหน้าเว็บ ลิงก์ธรรมดาและกราฟใช้ได้'),
  archive: kept('ไฟล์ .zip และ .rar ที่เปิดตรวจทุกไฟล์ข้างในแล้ว', 'รับไว้ตามต้นฉบับ ให้ดาวน์โหลดเท่านั้น ทุกไฟล์ข้างในต้องเป็นชนิดที่อนุญาตและผ่านการตรวจเช่นเดียวกัน มีไฟล์บีบอัดซ้อนได้หนึ่งชั้น'),
  empty: refused('file.empty', 'ไฟล์ที่ไม่มีข้อมูล', 'เพราะไม่มีสิ่งใดให้อ่าน'),
  too_large: refused('file.too_large', 'ไฟล์ที่ใหญ่เกินกำหนดของหน่วยงาน', 'และไม่อ่านส่วนที่เกิน'),
  image_too_large: refused('file.image_too_large', 'ภาพที่ใหญ่เกินกำหนดของหน่วยงาน', 'แต่ย่อภาพในหน้าแนบไฟล์ได้'),
  html: refused('file.type_not_allowed', 'หน้าเว็บ (HTML)', 'แม้เปลี่ยนชื่อเป็นชนิดอื่น เพราะมีคำสั่งได้'),
  svg: refused('file.type_not_allowed', 'ภาพ SVG', 'เพราะฝังคำสั่งได้'),
  script: refused('file.type_not_allowed', 'ชุดคำสั่ง (สคริปต์)', 'แม้เปลี่ยนชื่อเป็นชนิดอื่น เพราะเป็นคำสั่งที่เครื่องทำตามได้'),
  program: refused('file.type_not_allowed', 'โปรแกรม', 'แม้เปลี่ยนชื่อเป็นชนิดอื่น เพราะเป็นอันตรายต่อเครื่องของประชาชนได้'),
  text: refused('file.type_not_allowed', 'ข้อความธรรมดา', 'เพราะไม่ใช่ชนิดที่กรอบกำหนด'),
  other_type: refused('file.type_not_allowed', 'ไฟล์ชนิดอื่นทุกชนิด', 'เพราะไม่ใช่ชนิดที่กรอบกำหนด'),
  mismatch: refused('file.type_mismatch', 'ไฟล์ที่นามสกุลไม่ตรงกับเนื้อไฟล์', 'เพราะตัดสินชนิดจากเนื้อไฟล์ ไม่ใช่จากชื่อ'),
  damaged: refused('file.damaged', 'ไฟล์ที่เปิดไม่ได้หรือไม่ครบ', 'เพราะประชาชนเปิดไม่ได้และตรวจไม่ได้'),
  pdf_password: refused('file.password', 'เอกสาร PDF ที่เข้ารหัส', 'เพราะประชาชนเปิดไม่ได้และตรวจไม่ได้'),
  office_password: refused('file.password', 'เอกสาร Word หรือตาราง Excel ที่เข้ารหัส', 'เพราะประชาชนเปิดไม่ได้และตรวจไม่ได้'),
  archive_password: refused('file.password', 'ไฟล์ .zip หรือ .rar ที่เข้ารหัส', 'เพราะประชาชนเปิดไม่ได้และตรวจไม่ได้'),
  macro: refused('file.macro', 'เอกสาร Word หรือตาราง Excel ที่มีชุดคำสั่ง (มาโคร)', 'เพราะเป็นคำสั่งที่เครื่องทำตามได้'),
  office_linked: refused('file.office_linked', 'เอกสาร Word หรือตาราง Excel ที่ดึงข้อมูลจากภายนอก (แม่แบบ ภาพ ตาราง ฐานข้อมูล หรือ DDE)', 'เพราะเครื่องของผู้อ่านจะไปเปิดสิ่งที่ไม่ได้ตรวจ'),
  office_embedded: refused('file.office_embedded', 'เอกสาร Word หรือตาราง Excel ที่มีวัตถุหรือโปรแกรมฝังอยู่', 'เพราะเปิดโปรแกรมอื่นในเครื่องของผู้อ่านได้'),
  pdf_active: refused('file.pdf_active', 'เอกสาร PDF ที่มีคำสั่ง (JavaScript, Launch, สื่อที่สั่งงานได้ แบบฟอร์มที่มีสคริปต์)', 'เพราะเป็นคำสั่งที่เครื่องทำตามได้'),
  pdf_embedded: refused('file.pdf_embedded', 'เอกสาร PDF ที่มีโปรแกรมหรือไฟล์ที่ไม่อนุญาตแนบอยู่ข้างใน', 'เพราะไฟล์แนบต้องผ่านการตรวจเช่นเดียวกับไฟล์อื่น'),
  pdf_too_heavy: refused('file.pdf_too_heavy', 'เอกสาร PDF ที่คลายออกแล้วใหญ่เกินกำหนด', 'เพราะตรวจให้ครบไม่ได้'),
  image_pixels: refused('file.image_pixels', 'ภาพที่มีจุดภาพมากเกินกำหนด', 'เพราะเครื่องของผู้อ่านอาจเปิดไม่ไหว'),
  archive_content: refused('file.archive_content', 'ไฟล์บีบอัดที่มีไฟล์ซึ่งไม่อนุญาตหรือไม่ผ่านการตรวจอยู่ข้างใน', 'เพราะทุกไฟล์ข้างในต้องผ่านการตรวจเช่นเดียวกับไฟล์อื่น'),
  archive_path: refused('file.archive_content', 'ไฟล์บีบอัดที่ชื่อข้างในชี้ออกนอกโฟลเดอร์ หรือเป็นทางลัดไปที่อื่น', 'เพราะเขียนทับไฟล์ในเครื่องของผู้อ่านได้'),
  archive_nested: refused('file.archive_nested', 'ไฟล์บีบอัดซ้อนกันเกินหนึ่งชั้น', 'เพราะตรวจให้ครบไม่ได้'),
  archive_bomb: refused('file.archive_too_big', 'ไฟล์บีบอัดที่แตกออกแล้วใหญ่เกินกำหนด', 'เพราะเครื่องของผู้อ่านอาจเปิดไม่ไหว'),
  virus: refused('file.virus', 'ไฟล์ที่โปรแกรมตรวจไวรัสพบไวรัส', 'และลบออกจากระบบทันที'),
} as const satisfies Record<string, Row>;

export type FileClass = keyof typeof rows;
/** Classes whose outcome is refusal. */
export type RefusedClass = { [K in FileClass]: (typeof rows)[K]['outcome'] extends 'refused' ? K : never }[FileClass];
/** Classes that are kept. */
export type KeptClass = Exclude<FileClass, RefusedClass>;

export interface FilePolicyRow extends Row {
  class: FileClass;
  /** Template of the message, for refused classes; `{…}` is filled by `refusalOf`. */
  message?: string;
}

/** The table as data, in the order in which people should read it. */
export const filePolicy: readonly FilePolicyRow[] = Object.entries<Row>(rows).map(([name, row]) => ({
  class: name as FileClass,
  ...row,
  ...(row.code ? { message: messages[row.code] } : {}),
}));

/** The refusal of a class with its Thai message, the placeholders filled from `values` (`ชื่อไฟล์`, `ขนาด` …). */
export function refusalOf(refused: RefusedClass, values: Record<string, string>): { code: FileRefusalCode; message: string } {
  const code = rows[refused].code;
  return { code, message: messages[code].replace(/\{([^}]+)\}/g, (_, name: string) => values[name] ?? '') };
}

/** What the sender of an infected file is told. */
export function virusRefusal(name: string): { code: FileRefusalCode; message: string } {
  return refusalOf('virus', { ชื่อไฟล์: name });
}

/** The class's title, as it stands in the table. */
export function titleOf(fileClass: FileClass): string {
  return rows[fileClass].title;
}
