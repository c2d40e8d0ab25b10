import { toThaiDigits } from '@prongsai/kernel/thai';
import type { PaperBlock } from '@prongsai/platform/pdf';
import type { WithdrawalNoticeFacts } from '../paper-facts';
import { led, memoEnd, memoHead } from './memo';
import { clock, day, DOTS, typed } from './official-thai';

/** บันทึกข้อความ แจ้งการนำข้อมูลลงจากเว็บไซต์: tells the head that an item came down before its time, and why. */
export function withdrawalNotice(facts: WithdrawalNoticeFacts): PaperBlock[] {
  const by = facts.webMaster.name ?? DOTS;
  return [
    ...memoHead(facts.unit, { workGroup: facts.workGroup, on: facts.withdrawnAt, subject: 'แจ้งการนำข้อมูลลงจากเว็บไซต์ของหน่วยงาน' }),
    led('ต้นเรื่อง', `ตามที่หน่วยงานได้เผยแพร่ “${typed(facts.title)}” ในหมวดหมู่ ${facts.category} ผ่านเว็บไซต์ของหน่วยงาน ที่ ${facts.link} เมื่อวันที่ ${day(facts.publishedAt)} ตามคำขอที่ ${facts.requestNumber ? toThaiDigits(facts.requestNumber) : DOTS} นั้น`),
    led('ข้อเท็จจริง', `${by} ${facts.webMaster.position ?? ''} เจ้าหน้าที่ผู้รับผิดชอบ (Web Master) ได้นำข้อมูลดังกล่าวลงจากเว็บไซต์แล้ว เมื่อวันที่ ${day(facts.withdrawnAt)} เวลา ${clock(facts.withdrawnAt)} เนื่องจาก${typed(facts.reason)} ทั้งนี้ ลิงก์ถาวรเดิมแสดงเหตุผลที่นำลงให้ประชาชนทราบ`),
    led('ข้อเสนอ', 'จึงเรียนมาเพื่อโปรดทราบ'),
    ...memoEnd({ proposer: facts.webMaster, via: null, decider: facts.head, noted: false, allowed: false, refused: false, reason: null }),
  ];
}
