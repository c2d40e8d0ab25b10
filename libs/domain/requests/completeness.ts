import type { FieldError } from '@prongsai/kernel/core';
import { isThaiPhone } from '@prongsai/kernel/thai';
import type { PublicationRequest } from './publication-request.entity';

/** What the rule needs to know beside the request itself. */
export interface CompletenessFacts {
  files: ReadonlyArray<{ name: string; state: string }>;
  /** The categories of the unit's framework in the year of sending. */
  categories: ReadonlyArray<{ code: string; origin: string; subItems: ReadonlyArray<{ code: string }> }>;
  /** B.E., for the sentence. */
  fiscalYear: number;
  /** ISO day. */
  today: string;
}

/**
 * Everything that is missing before a request may be sent, in the order of the form (domain/request-form.json;
 * metadata: seeds 000 and 001, 2.7). Empty when it is complete.
 */
export function missingOf(request: PublicationRequest, facts: CompletenessFacts): FieldError[] {
  const errors: FieldError[] = [];
  const missing = (path: string, text: string, code = 'missing') => errors.push({ path, code, text });
  if (!request.title) missing('title', 'ยังไม่มีหัวข้อ เขียนว่าเรื่องอะไร ของใคร ช่วงเวลาใด');
  if (!request.details && facts.files.length === 0) missing('details', 'ยังไม่มีรายละเอียดหรือเอกสารแนบ ใส่อย่างน้อยหนึ่งอย่าง');
  checkCategory(request, facts, missing);
  if (!request.sourceName) missing('sourceName', 'ยังไม่ได้ระบุแหล่งที่มาหรือเจ้าของข้อมูล ระบุชื่อกลุ่มงานหรือหน่วยงาน');
  if (!request.dataFrom || !request.dataUntil) {
    missing(request.dataFrom ? 'dataUntil' : 'dataFrom', 'ยังไม่ได้ระบุช่วงวันที่ของข้อมูล ระบุวันเริ่มและวันสิ้นสุด');
  } else if (request.dataUntil < request.dataFrom) {
    missing('dataUntil', 'วันสิ้นสุดของข้อมูลอยู่ก่อนวันเริ่ม ตรวจวันที่ทั้งสองช่อง', 'reversed');
  }
  if (!request.publishFrom) missing('publishFrom', 'ยังไม่ได้ระบุวันที่เผยแพร่ โปรดระบุก่อนส่ง');
  if (request.publishUntil && request.publishUntil < facts.today) {
    missing('publishUntil', 'วันครบระยะเวลาการเผยแพร่ผ่านไปแล้ว เลือกวันใหม่ หรือเลือก “ไม่มีวันครบกำหนด”', 'past');
  } else if (request.publishFrom && request.publishUntil && request.publishUntil < request.publishFrom) {
    missing('publishUntil', 'วันครบระยะเวลาการเผยแพร่ต้องอยู่หลังวันที่เผยแพร่ แก้วันใดวันหนึ่ง', 'reversed');
  }
  checkContact(request, missing);
  for (const file of facts.files) {
    if (file.state === 'refused') missing('fileIds', `“${file.name}” ไม่ผ่านการตรวจไวรัส นำออกแล้วแนบไฟล์อื่น`, 'refused');
    else if (file.state !== 'ready') missing('fileIds', `รับ “${file.name}” แล้ว กำลังตรวจ ส่งได้เมื่อตรวจเสร็จ`, 'not_ready');
  }
  return errors;
}

type Missing = (path: string, text: string, code?: string) => void;

function checkCategory(request: PublicationRequest, facts: CompletenessFacts, missing: Missing): void {
  if (!request.categoryCode) return missing('categoryCode', 'ยังไม่ได้เลือกหมวดหมู่ เลือกหมวดหมู่ที่ประชาชนจะหาเรื่องนี้');
  const category = facts.categories.find((one) => one.code === request.categoryCode);
  if (!category) {
    return missing('categoryCode', `หมวดหมู่นี้ไม่อยู่ในกรอบแนวทางปีงบประมาณ ${facts.fiscalYear} ของหน่วยงาน เลือกหมวดหมู่อื่นจากรายการ`, 'not_in_profile');
  }
  if (category.origin === 'source_and_time' && !request.credit) {
    missing('credit', 'หมวดหมู่นี้ต้องบอกแหล่งที่มาพร้อมวันเวลา ระบุแหล่งอ้างอิง เช่น กรมควบคุมโรค 12 ก.พ. 2569 10.00 น.');
  }
  if (request.subItemCode && !category.subItems.some((item) => item.code === request.subItemCode)) {
    missing('subItemCode', 'หัวข้อย่อยนี้ไม่อยู่ในหมวดหมู่ที่เลือก เลือกจากรายการ', 'not_in_category');
  }
}

function checkContact(request: PublicationRequest, missing: Missing): void {
  const contact = request.contact ?? {};
  const reachable = contact.phone || contact.email;
  if (!contact.name || !contact.position || !contact.unit || !reachable) {
    const path = !contact.name ? 'contact.name' : !contact.position ? 'contact.position' : !contact.unit ? 'contact.unit' : 'contact.phone';
    missing(path, 'ยังไม่มีข้อมูลติดต่อกลับ ระบุชื่อ ตำแหน่ง หน่วยงาน และโทรศัพท์หรืออีเมล');
  }
  if (request.recorded && request.intakeChannel === 'email' && !contact.email) {
    missing('contact.email', 'เรื่องนี้มาทางไปรษณีย์อิเล็กทรอนิกส์ ระบุอีเมลของเจ้าของข้อมูล ระบบใช้ตอบผล');
  }
  if (contact.phone && !isThaiPhone(contact.phone)) {
    missing('contact.phone', `หมายเลขโทรศัพท์ “${contact.phone}” ไม่ครบ ใส่ 9 หรือ 10 หลัก เช่น 0 7349 4064`, 'bad');
  }
  if (contact.email && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(contact.email)) {
    missing('contact.email', `อีเมล “${contact.email}” ไม่ครบ ตรวจเครื่องหมาย @ และชื่อหลังเครื่องหมาย`, 'bad');
  }
}
