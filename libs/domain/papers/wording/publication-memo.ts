import type { PaperBlock } from '@prongsai/platform/pdf';
import type { PublicationMemoFacts } from '../paper-facts';
import { led, memoEnd, memoHead } from './memo';
import { day, DOTS, typed, year } from './official-thai';

/** บันทึกข้อความ ขออนุญาตเผยแพร่, for one publication (variant ก of the province's papers). */
export function publicationMemo(facts: PublicationMemoFacts): PaperBlock[] {
  const { unit, announcement } = facts;
  const group = facts.workGroup ?? unit.name;
  const until = facts.publishUntil ? `ถึงวันที่ ${day(facts.publishUntil)}` : 'เป็นต้นไป';
  const moit = facts.requirements.filter(({ title }) => title.startsWith('MOIT'));
  const evidence = moit.length > 0
    ? ` ข้อมูลดังกล่าวใช้เป็นหลักฐานการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงาน (Integrity and Transparency Assessment : ITA) ${moit.map(({ title }) => typed(title)).join(' และ ')} ประจำปีงบประมาณ พ.ศ. ${year(facts.fiscalYear)}`
    : '';
  return [
    ...memoHead(unit, { workGroup: facts.workGroup, on: facts.requestedOn, subject: 'ขออนุญาตเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงาน' }),
    led('ต้นเรื่อง',
      `ตามประกาศ${unit.name} เรื่อง แนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน ลงวันที่ ${day(announcement.on)} ข้อ ${announcement.clause ?? DOTS} กำหนดให้เจ้าหน้าที่เสนอข้อมูลข่าวสารที่ประสงค์จะนำขึ้นเผยแพร่บนเว็บไซต์เพื่อพิจารณาอนุญาต ด้วยแบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงาน นั้น`),
    led('ข้อเท็จจริง',
      `${group} ขออนุญาตเผยแพร่ “${typed(facts.title)}” ซึ่งเป็นข้อมูลของ${typed(facts.sourceName)} ช่วงวันที่ ${day(facts.dataFrom)} ถึง ${day(facts.dataUntil)} ในหมวดหมู่ ${facts.category} ผ่านเว็บไซต์ของหน่วยงาน ที่ ${facts.link ?? DOTS} ตั้งแต่วันที่ ${day(facts.publishFrom)} ${until} รายละเอียดตามเอกสารและแบบฟอร์มที่แนบมาพร้อมนี้${evidence}`),
    led('ข้อพิจารณา',
      'ข้อมูลดังกล่าวเป็นปัจจุบัน ถูกต้อง และครบถ้วน ไม่ละเมิดลิขสิทธิ์ ไม่เปิดเผยข้อมูลส่วนบุคคลโดยมิชอบ และไม่ขัดต่อกฎหมายว่าด้วยการกระทำความผิดเกี่ยวกับคอมพิวเตอร์'),
    led('ข้อเสนอ',
      `จึงเรียนมาเพื่อโปรดพิจารณา หากเห็นชอบ ขอได้โปรดอนุญาตให้นำข้อมูลดังกล่าวเผยแพร่บนเว็บไซต์ของหน่วยงาน และมอบหมาย${unit.siteWorkGroup ?? 'เจ้าหน้าที่ผู้รับผิดชอบ (Web Master)'}ดำเนินการต่อไป`),
    ...memoEnd({
      proposer: facts.provider, via: facts.via, decider: facts.approver,
      noted: false, allowed: facts.outcome === 'allowed', refused: facts.outcome === 'refused', reason: facts.refusal?.reason ?? null,
    }),
  ];
}
