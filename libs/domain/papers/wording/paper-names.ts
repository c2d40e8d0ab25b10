import type { PaperKind } from '@prongsai/kernel/contracts';

/** What each kind is called. */
export const paperNames: Record<PaperKind, string> = {
  request_form: 'แบบฟอร์มการขอเผยแพร่ข้อมูล', publication_memo: 'บันทึกข้อความขออนุญาตเผยแพร่', page_snapshot: 'ภาพหน้าเว็บไซต์ที่เผยแพร่',
  evidence_certificate: 'ใบรับรองหลักฐานการเผยแพร่', withdrawal_notice: 'บันทึกการนำข้อมูลลงจากเว็บไซต์', framework_announcement: 'ประกาศแนวทางการเผยแพร่ข้อมูล',
  web_master_order: 'คำสั่งแต่งตั้งเจ้าหน้าที่ผู้ดูแลเว็บไซต์', report_memo: 'บันทึกข้อความรายงานผล', monitoring_report: 'รายงานผลการกำกับติดตาม', report_register: 'บันทึกรายงานผลการเผยแพร่ข้อมูล',
};
