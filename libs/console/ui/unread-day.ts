import type { ParsedDate } from '@prongsai/kernel/thai';

/** The sentence for a text that is no day (messages `field.date.*`). */
export function unreadDayText(reason: Extract<ParsedDate, { ok: false }>['reason'], text: string): string {
  const shown = text.trim().slice(0, 40);
  return reason === 'field.date.not_exist'
    ? `ไม่มีวันที่ ${shown} ในปฏิทิน ตรวจวันและเดือน`
    : `อ่านวันที่ “${shown}” ไม่ได้ พิมพ์เช่น 1 ต.ค. 2569 หรือ 1/10/69`;
}
