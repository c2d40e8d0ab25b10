import type { AuditLine } from '@prongsai/kernel/contracts';
import { formatFileSize, formatThaiDate, isCalendarDay } from '@prongsai/kernel/thai';
import { refusalReasons, roleWords, type RefusalReason, type Role } from '@prongsai/kernel/workflow';

const fieldWords: Record<string, string> = {
  title: 'หัวข้อ', details: 'รายละเอียดข้อมูล', externalLink: 'Link ภายนอก', remarks: 'หมายเหตุ', categoryCode: 'หมวดหมู่', subItemCode: 'หัวข้อย่อย', sourceName: 'แหล่งที่มาหรือเจ้าของข้อมูล',
  dataFrom: 'ข้อมูลตั้งแต่วันที่', dataUntil: 'ข้อมูลถึงวันที่', publishFrom: 'วันที่เผยแพร่', publishUntil: 'วันครบระยะเวลา', credit: 'แหล่งอ้างอิง', contact: 'ข้อมูลการติดต่อกลับ',
  intakeChannel: 'ช่องทางที่นำส่ง', workGroupId: 'กลุ่มงาน', requirementCodes: 'หลักฐานของข้อกำหนด', fileIds: 'เอกสารแนบ',
  appointment: 'การนัด', phoneExtension: 'เบอร์ต่อ', weekly: 'เวลา', closesWithUnit: 'การหยุดตามหน่วยงาน', order: 'ลำดับ', name: 'ชื่อ',
};
const roundWords: Record<string, string> = { six_month: 'รอบ 6 เดือน', twelve_month: 'รอบ 12 เดือน', year_close: 'สรุปทั้งปีงบประมาณ' };

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** What an entry of the trail tells beyond its act, in words: reasons, names, numbers. Ids stay out; empty when nothing is left. */
export function auditWords(detail: AuditLine['detail']): string[] {
  const { reason, comment, number, fiscalYear, fields, name, size, role, roles, round, code, categoryCode, slug, late, day, cancelled } = detail;
  const year = text(fiscalYear);
  return [
    text(number) && `คำขอ ${[text(number), year].filter(Boolean).join('/')}`,
    text(reason) && `เหตุผล: ${refusalReasons[text(reason) as RefusalReason] ?? text(reason)}`,
    text(comment),
    texts(fields).length > 0 && `แก้ไข: ${texts(fields).map((field) => fieldWords[field] ?? field).join(' ')}`,
    text(name) && [text(name), typeof size === 'number' ? formatFileSize(size) : null].filter(Boolean).join(' '),
    text(role) && (roleWords[text(role) as Role] ?? text(role)),
    texts(roles).length > 0 && texts(roles).map((one) => roleWords[one as Role] ?? one).join(' '),
    text(round) && `${roundWords[text(round) ?? ''] ?? text(round)} ปีงบประมาณ ${year ?? ''}`,
    isCalendarDay(text(day) ?? '') && `${formatThaiDate(text(day) ?? '', 'short')}${cancelled === true ? ' งด' : ''}`,
    late === true && 'เกินกำหนด',
    text(code) && text(categoryCode) && `ลิงก์ถาวร /p/${text(code)}`,
    text(slug),
  ].filter((words): words is string => Boolean(words));
}
