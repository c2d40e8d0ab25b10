import type { Found } from './finder/find-personal-data';

/** One sentence per kind: what was found, where, and the way out. */
export function findingText({ kind, count, places }: Pick<Found, 'kind' | 'count' | 'places'>, where: string): string {
  const place = `“${where}”${places.length > 0 ? ` ${places.slice(0, 3).join(', ')}${places.length > 3 ? ' …' : ''}` : ''}`;
  const many = count > 1 ? ` ${count} หมายเลข` : '';
  switch (kind) {
    case 'citizen_id':
      return `พบเลขประจำตัวประชาชน${many}ใน ${place} ปิดทับแล้วแนบใหม่ หรือระบุเหตุผลที่เปิดเผยได้`;
    case 'phones':
      return `พบหมายเลขโทรศัพท์ ${count} หมายเลขใน ${place} ตรวจว่าเป็นหมายเลขของหน่วยงาน ถ้าเป็นของบุคคลให้ปิดทับ`;
    case 'bank_account':
      return `พบเลขบัญชีธนาคาร${many}ใน ${place} ปิดทับแล้วแนบใหม่ หรือระบุเหตุผลที่เปิดเผยได้`;
    case 'hospital_number':
      return `พบเลขประจำตัวผู้ป่วย (HN)${many}ใน ${place} ปิดทับแล้วแนบใหม่ หรือระบุเหตุผลที่เปิดเผยได้`;
  }
}
