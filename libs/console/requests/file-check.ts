import { formatFileSize } from '@prongsai/kernel/thai';

/** Names of files that a request may carry (seeds 000 and 001); the server judges by the content again. */
export const allowedEndings = ['pdf', 'xls', 'xlsx', 'doc', 'docx', 'jpg', 'jpeg', 'png', 'zip', 'rar'] as const;

/**
 * What can be said before a byte is sent (messages `file.*`): a kind that is not allowed, an empty file, one over the
 * limit of `maxBytes` bytes. Null when nothing is wrong. A picture that is only too large may be made smaller here.
 */
export function wrongWithFile({ name, size }: Pick<File, 'name' | 'size'>, maxBytes: number | undefined): { text: string; mayShrink: boolean } | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (!allowedEndings.some((one) => one === ending)) {
    return { text: `“${name}” เป็นไฟล์ชนิดที่ไม่อนุญาต ใช้ .pdf .xls .xlsx .doc .docx .jpg .png .zip หรือ .rar`, mayShrink: false };
  }
  if (size === 0) return { text: `“${name}” ไม่มีข้อมูล บันทึกไฟล์ใหม่แล้วแนบอีกครั้ง`, mayShrink: false };
  if (maxBytes === undefined || size <= maxBytes) return null;
  const isPicture = ending === 'jpg' || ending === 'jpeg' || ending === 'png';
  return isPicture
    ? { text: `ภาพ “${name}” ใหญ่ ${formatFileSize(size)} เกิน ${formatFileSize(maxBytes)} เลือก “ย่อให้อัตโนมัติ” หรือแนบภาพใหม่`, mayShrink: true }
    : { text: `“${name}” ใหญ่ ${formatFileSize(size)} เกิน ${formatFileSize(maxBytes)} ลดขนาดหรือแบ่งไฟล์แล้วแนบใหม่`, mayShrink: false };
}

/** Progress as it is told aloud: at quarters only, so that a screen reader is not flooded (DESIGN 9). */
export function quarterOfPart(part: number): number {
  return Math.floor(Math.min(Math.max(part, 0), 1) * 4) * 25;
}
