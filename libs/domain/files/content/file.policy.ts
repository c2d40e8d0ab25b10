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

/** Extensions that an archive must not hold: programs, scripts, web pages, documents with macros, disk images, other archives. */
export const refusedInsideArchive: ReadonlySet<string> = new Set(
  `exe com scr pif cpl msi msp mst msix appx dll sys ocx drv bat cmd ps1 psm1 psd1 vbs vbe vb js jse mjs cjs ws wsf wsh wsc sct hta
  html htm xhtml xht shtml mht mhtml svg svgz jar class apk dex ipa app dmg pkg deb rpm appimage run sh bash zsh csh ksh py pyc pyw rb pl
  php php3 php4 php5 phtml phar asp aspx ashx jsp jspx cgi lnk url desktop scf inf reg msc gadget application chm hlp swf wasm so dylib elf
  docm dotm xlsm xltm xlam pptm potm ppam ppsm sldm iso img vhd vhdx 7z gz tgz tar bz2 xz zst lz lzh arj ace cab z`.split(/\s+/),
);

const messages = {
  'file.empty': '“{ชื่อไฟล์}” ไม่มีข้อมูล บันทึกไฟล์ใหม่แล้วแนบอีกครั้ง',
  'file.too_large': '“{ชื่อไฟล์}” ใหญ่ {ขนาด}\u00a0MB เกิน {สูงสุด}\u00a0MB ลดขนาดหรือแบ่งไฟล์แล้วแนบใหม่',
  'file.type_not_allowed': '“{ชื่อไฟล์}” เป็นไฟล์ชนิดที่ไม่อนุญาต ใช้ .pdf .xls .xlsx .doc .docx .jpg .png .zip หรือ .rar',
  'file.type_mismatch': '“{ชื่อไฟล์}” ลงท้าย {นามสกุล} แต่เนื้อไฟล์เป็น {ชนิดจริง} บันทึกให้ตรงชนิดแล้วแนบใหม่',
  'file.password': '“{ชื่อไฟล์}” ตั้งรหัสผ่านไว้ ประชาชนเปิดไม่ได้ ปลดรหัสผ่านแล้วแนบใหม่',
  'file.macro': '“{ชื่อไฟล์}” มีชุดคำสั่ง (มาโคร) บันทึกเป็น .pdf หรือไฟล์ที่ไม่มีชุดคำสั่ง',
  'file.pdf_active': '“{ชื่อไฟล์}” มีคำสั่งหรือโปรแกรมฝังอยู่ พิมพ์เป็น PDF ใหม่แล้วแนบ',
  'file.archive_content': '“{ชื่อไฟล์}” มี “{ไฟล์ภายใน}” ซึ่งไม่อนุญาต นำออกแล้วบีบอัดใหม่',
  'file.archive_nested': '“{ชื่อไฟล์}” มีไฟล์บีบอัดซ้อนหลายชั้น แตกออกให้เหลือชั้นเดียวแล้วแนบใหม่',
  'file.archive_too_big': '“{ชื่อไฟล์}” แตกออกแล้วใหญ่เกินกำหนด แบ่งเป็นหลายไฟล์',
  'file.damaged': 'เปิด “{ชื่อไฟล์}” ไม่ได้ ไฟล์อาจเสียหาย เปิดดูในเครื่องของท่านแล้วแนบใหม่',
} as const;

/** Stable key of a refusal: the rows of messages section 2. */
export type FileRefusalCode = keyof typeof messages;

/**
 * `accepted`: kept byte for byte and offered as what it is. `contained`: kept, but something in it was not opened, so it
 * is only ever handed out as a download of the type found. `refused`: not kept; the message says why and what to do.
 */
export type FileOutcome = 'accepted' | 'contained' | 'refused';

interface Row {
  outcome: FileOutcome;
  /** The class in Thai. */
  title: string;
  /** What is done with it, one Thai sentence. */
  sentence: string;
  code?: FileRefusalCode;
}

const rows = {
  pdf: { outcome: 'accepted', title: 'เอกสาร PDF', sentence: 'รับไว้ตามต้นฉบับ ประชาชนเปิดอ่านหรือดาวน์โหลดได้' },
  image: { outcome: 'accepted', title: 'ภาพ .jpg .jpeg .png', sentence: 'รับไว้ตามต้นฉบับ แสดงในหน้าเว็บและดาวน์โหลดได้' },
  office: { outcome: 'accepted', title: 'เอกสาร Word และตาราง Excel ที่ไม่มีชุดคำสั่ง', sentence: 'รับไว้ตามต้นฉบับ ให้ดาวน์โหลดเท่านั้น ไม่เปิดในหน้าเว็บ' },
  zip: { outcome: 'accepted', title: 'ไฟล์ .zip ที่ตรวจรายการข้างในแล้ว', sentence: 'รับไว้ตามต้นฉบับ ให้ดาวน์โหลดเท่านั้น ไฟล์ .zip ที่อยู่ข้างในเปิดตรวจอีกหนึ่งชั้น' },
  rar: { outcome: 'contained', title: 'ไฟล์ .rar', sentence: 'รับไว้โดยยังไม่เปิดตรวจข้างใน ให้ดาวน์โหลดเท่านั้น' },
  rar_in_zip: { outcome: 'contained', title: 'ไฟล์ .zip ที่มี .rar อยู่ข้างใน', sentence: 'รับไว้โดยยังไม่เปิดตรวจ .rar ที่อยู่ข้างใน ให้ดาวน์โหลดเท่านั้น' },
  pdf_object_streams: { outcome: 'contained', title: 'เอกสาร PDF ที่บีบอัดโครงสร้างภายใน', sentence: 'รับไว้โดยยังไม่คลายส่วนที่บีบอัดออกตรวจ ส่งให้ผู้อ่านเป็นชนิด PDF เท่านั้น' },
  empty: { outcome: 'refused', title: 'ไฟล์ที่ไม่มีข้อมูล', sentence: 'ไม่รับ', code: 'file.empty' },
  too_large: { outcome: 'refused', title: 'ไฟล์ที่ใหญ่เกินกำหนดของหน่วยงาน', sentence: 'ไม่รับ และไม่อ่านส่วนที่เกิน', code: 'file.too_large' },
  html: { outcome: 'refused', title: 'หน้าเว็บ (HTML)', sentence: 'ไม่รับ แม้เปลี่ยนชื่อเป็นชนิดอื่น', code: 'file.type_not_allowed' },
  svg: { outcome: 'refused', title: 'ภาพ SVG', sentence: 'ไม่รับ เพราะฝังคำสั่งได้', code: 'file.type_not_allowed' },
  script: { outcome: 'refused', title: 'ชุดคำสั่ง (สคริปต์)', sentence: 'ไม่รับ แม้เปลี่ยนชื่อเป็นชนิดอื่น', code: 'file.type_not_allowed' },
  program: { outcome: 'refused', title: 'โปรแกรม', sentence: 'ไม่รับ แม้เปลี่ยนชื่อเป็นชนิดอื่น', code: 'file.type_not_allowed' },
  text: { outcome: 'refused', title: 'ข้อความธรรมดา', sentence: 'ไม่รับ', code: 'file.type_not_allowed' },
  other_type: { outcome: 'refused', title: 'ไฟล์ชนิดอื่นทุกชนิด', sentence: 'ไม่รับ', code: 'file.type_not_allowed' },
  mismatch: { outcome: 'refused', title: 'ไฟล์ที่นามสกุลไม่ตรงกับเนื้อไฟล์', sentence: 'ไม่รับ ตัดสินชนิดจากเนื้อไฟล์ ไม่ใช่จากชื่อ', code: 'file.type_mismatch' },
  damaged: { outcome: 'refused', title: 'ไฟล์ที่เปิดไม่ได้หรือไม่ครบ', sentence: 'ไม่รับ', code: 'file.damaged' },
  pdf_password: { outcome: 'refused', title: 'เอกสาร PDF ที่เข้ารหัส', sentence: 'ไม่รับ', code: 'file.password' },
  office_password: { outcome: 'refused', title: 'เอกสาร Word หรือตาราง Excel ที่เข้ารหัส', sentence: 'ไม่รับ', code: 'file.password' },
  zip_password: { outcome: 'refused', title: 'ไฟล์ .zip ที่เข้ารหัส', sentence: 'ไม่รับ', code: 'file.password' },
  macro: { outcome: 'refused', title: 'เอกสาร Word หรือตาราง Excel ที่มีชุดคำสั่ง (มาโคร)', sentence: 'ไม่รับ', code: 'file.macro' },
  pdf_active: { outcome: 'refused', title: 'เอกสาร PDF ที่มีคำสั่งหรือไฟล์ฝังอยู่', sentence: 'ไม่รับ', code: 'file.pdf_active' },
  zip_content: { outcome: 'refused', title: 'ไฟล์ .zip ที่มีโปรแกรม ชุดคำสั่ง หน้าเว็บ หรือไฟล์ที่ไม่อนุญาตอยู่ข้างใน', sentence: 'ไม่รับ', code: 'file.archive_content' },
  zip_path: { outcome: 'refused', title: 'ไฟล์ .zip ที่ชื่อข้างในชี้ออกนอกโฟลเดอร์', sentence: 'ไม่รับ', code: 'file.archive_content' },
  zip_nested: { outcome: 'refused', title: 'ไฟล์บีบอัดซ้อนกันเกินหนึ่งชั้น', sentence: 'ไม่รับ', code: 'file.archive_nested' },
  zip_bomb: { outcome: 'refused', title: 'ไฟล์บีบอัดที่แตกออกแล้วใหญ่เกินกำหนด', sentence: 'ไม่รับ', code: 'file.archive_too_big' },
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

/** The class's title, as it stands in the table. */
export function titleOf(fileClass: FileClass): string {
  return rows[fileClass].title;
}
