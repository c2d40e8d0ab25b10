import { labelsOf } from '@prongsai/console/ui';

export const label = labelsOf({
  'papers.title': ['เอกสารราชการ', 'Official papers'],
  'papers.open': ['เปิด', 'Open'],
  'papers.save': ['บันทึกลงเครื่อง', 'Download'],
  'papers.waiting': ['กำลังจัดทำ', 'Being made'],
  'papers.none': ['จัดทำไม่ได้', 'Not available'],
  'papers.request_form': ['แบบฟอร์มการขอเผยแพร่ข้อมูล', 'Request form'],
  'papers.publication_memo': ['บันทึกข้อความขออนุญาตเผยแพร่', 'Memo asking leave to publish'],
  'papers.page_snapshot': ['ภาพหน้าเว็บไซต์ที่เผยแพร่', 'Snapshot of the public page'],
  'papers.evidence_certificate': ['ใบรับรองหลักฐานการเผยแพร่', 'Certificate of evidence'],
  'papers.withdrawal_notice': ['บันทึกการนำข้อมูลลงจากเว็บไซต์', 'Withdrawal notice'],
  'papers.framework_announcement': ['ประกาศแนวทางการเผยแพร่ข้อมูล', 'Announcement of the framework'],
  'papers.web_master_order': ['คำสั่งแต่งตั้งเจ้าหน้าที่ผู้ดูแลเว็บไซต์', 'Order appointing web masters'],
  'papers.report_memo': ['บันทึกข้อความรายงานผล', 'Memo presenting the report'],
  'papers.monitoring_report': ['รายงานผลการกำกับติดตาม', 'Monitoring report'],
  'papers.report_register': ['บันทึกรายงานผลการเผยแพร่ข้อมูล', 'Register of publications'],
});
