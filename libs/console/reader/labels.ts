import { labelsOf } from '@prongsai/console/ui';

export const label = labelsOf({
  'reader.region': ['เอกสาร', 'Document'],
  'reader.files': ['เอกสารทั้งหมด', 'All documents'],
  'reader.previous': ['หน้าก่อน', 'Previous page'],
  'reader.next': ['หน้าถัดไป', 'Next page'],
  'reader.smaller': ['ย่อ', 'Zoom out'],
  'reader.larger': ['ขยาย', 'Zoom in'],
  'reader.fit': ['พอดีจอ', 'Fit width'],
  'reader.asText': ['ข้อความ', 'Text'],
  'reader.open': ['เปิดทั้งไฟล์', 'Open the file'],
  'reader.download': ['ดาวน์โหลด', 'Download'],
  'reader.again': ['ลองอีกครั้ง', 'Try again'],
  'reader.inNewTab': ['ในแท็บใหม่', 'in a new tab'],
});
