import type { TextPiece } from './finder/find-personal-data';

/** What of a request is looked into. Its contact is asked for by the form and stays with the unit. */
export interface RequestTexts {
  tenantId: string;
  id: string;
  title: string | null;
  details: string | null;
  sourceName: string | null;
  externalLink: string | null;
  remarks: string | null;
  credit: string | null;
  contact: { phone?: string | null } | null;
}

const fields: Array<[keyof RequestTexts & ('title' | 'details' | 'sourceName' | 'credit' | 'externalLink' | 'remarks'), string]> = [
  ['title', 'หัวข้อ'], ['details', 'รายละเอียดข้อมูล'], ['sourceName', 'เจ้าของข้อมูล'], ['credit', 'แหล่งอ้างอิง'], ['externalLink', 'ลิงก์'], ['remarks', 'หมายเหตุ'],
];

/** The words of a request, field by field. */
export function piecesOf(request: RequestTexts): TextPiece[] {
  return fields.flatMap(([field, place]) => (request[field] ? [{ place, text: request[field] }] : []));
}
