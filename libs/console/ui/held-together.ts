const beforeUnit = /(\d) (?=เดือน|วัน|คน|เรื่อง|ข้อ|ครั้ง|รายการ|หน่วย|แห่ง|ไฟล์|น\.)/g;

/** The text with a non-breaking space between a number and its unit (DESIGN 3): `รอบ 6 เดือน`. */
export function heldTogether(text: string): string {
  return text.replace(beforeUnit, '$1\u00a0');
}
