import { labelsOf } from './language';

/** Names that every room uses: buttons and states. Sentences stay Thai. */
export const label = labelsOf({
  'ui.close': ['ปิด', 'Close'],
  'ui.retry': ['ลองอีกครั้ง', 'Try again'],
  'ui.more': ['แสดงเพิ่ม', 'Show more'],
  'ui.reading': ['กำลังอ่าน', 'Loading'],
  'ui.optional': ['(ถ้ามี)', '(optional)'],
  'ui.open': ['เปิดอ่าน', 'Open'],
  'ui.notScanned': ['ยังไม่ได้ตรวจไวรัส', 'not scanned for viruses'],
  'ui.newTab': ['ในแท็บใหม่', 'in a new tab'],
  'ui.item': ['ดูรายการ', 'The item'],
  'ui.home': ['กลับหน้าแรก', 'Back to start'],
  'ui.path': ['ตำแหน่งหน้า', 'You are here'],
  'ui.undo': ['เลิกทำ', 'Undo'],
  'ui.cancel': ['ไม่ทำ', 'Cancel'],
});
