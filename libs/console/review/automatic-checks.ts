import type { CategoryView, FilePagesView, PersonalDataView, RequestView } from '@prongsai/kernel/contracts';
import { addDays, formatThaiDate } from '@prongsai/kernel/thai';

/** One finding: passed, or worth a look by a person. A machine never decides. */
export interface Check {
  id: string;
  state: 'pass' | 'look';
  text: string;
}

export interface CheckFacts {
  /** ISO day in Asia/Bangkok. */
  today: string;
  /** The categories of the unit's framework; undefined until they are read. */
  categories: readonly CategoryView[] | undefined;
  /** Pages by file id, as far as they are read. */
  pages: ReadonlyMap<string, FilePagesView>;
  /** What the personal-data check says; undefined until it is read. */
  personalData: PersonalDataView | undefined;
}

/** What can be said of a request before anyone reads it: files, metadata, category, dates, text for those who hear. */
export function automaticChecks(request: RequestView, facts: CheckFacts): Check[] {
  return [fileKinds(request), ...textLayers(request, facts.pages), ...personalData(facts.personalData), metadata(request), ...category(request, facts.categories), ...dates(request, facts.today)];
}

function fileKinds({ files, externalLink }: RequestView): Check {
  const id = 'files';
  if (files.length === 0) return { id, state: 'look', text: externalLink ? 'ไม่มีเอกสารแนบ มีรายละเอียดและลิงก์' : 'ไม่มีเอกสารแนบ มีเฉพาะรายละเอียด' };
  const waiting = files.filter(({ state }) => state !== 'ready').length;
  if (waiting > 0) return { id, state: 'look', text: `ยังตรวจไฟล์ไม่เสร็จ ${waiting} ไฟล์` };
  return { id, state: 'pass', text: 'ชนิดไฟล์และขนาดตามที่อนุญาต' };
}

/** A scanned page can be neither searched nor read aloud (DESIGN 9). */
function textLayers({ files }: RequestView, pages: CheckFacts['pages']): Check[] {
  const documents = files.filter(({ mediaType }) => mediaType === 'application/pdf').map((file) => ({ file, view: pages.get(file.id) }));
  if (documents.length === 0) return [];
  const worth = documents.flatMap(({ file, view }): Check[] => {
    if (view?.state === 'none') return [{ id: `text:${file.id}`, state: 'look', text: `ทำภาพหน้าของ “${file.name}” ไม่ได้ เปิดทั้งไฟล์เพื่อตรวจ` }];
    if (view?.state !== 'ready') return [];
    const scanned = view.pages.filter(({ text }) => text === '').map(({ number }) => number);
    if (scanned.length === 0) return [];
    const which = scanned.length === view.pages.length ? 'ทั้งฉบับ' : `หน้า ${scanned.slice(0, 5).join(', ')}${scanned.length > 5 ? ' …' : ''}`;
    return [{ id: `text:${file.id}`, state: 'look', text: `“${file.name}” เป็นภาพสแกน${which} ค้นหาและอ่านออกเสียงไม่ได้` }];
  });
  const isKnown = documents.every(({ view }) => view && view.state !== 'waiting');
  if (worth.length > 0 || !isKnown) return worth;
  return [{ id: 'text', state: 'pass', text: 'เอกสารมีข้อความให้ค้นหาและอ่านออกเสียงได้' }];
}

/** What was found, with the reason the owner gave; a finding is always worth a look. */
function personalData(view: PersonalDataView | undefined): Check[] {
  if (!view) return [];
  const found = view.findings.map(({ id, text, samples, clearance }): Check => ({
    id: `personal:${id}`, state: 'look', text: `${text} (${samples.join(' · ')}) ${clearance ? `เหตุผลที่ให้ไว้: ${clearance.reason} (${clearance.by})` : 'ยังไม่มีเหตุผล'}`,
  }));
  const unread = view.files.filter(({ state }) => state !== 'read').map(({ id, name, state }): Check => ({
    id: `unread:${id}`, state: 'look', text: state === 'waiting' ? `กำลังอ่านข้อความใน “${name}” เพื่อหาข้อมูลส่วนบุคคล` : `“${name}” อ่านข้อความไม่ได้ ตรวจข้อมูลส่วนบุคคลด้วยตา`,
  }));
  return found.length + unread.length > 0 ? [...found, ...unread] : [{ id: 'personal', state: 'pass', text: 'ไม่พบเลขประจำตัวประชาชนหรือข้อมูลส่วนบุคคลอื่นที่ระบบตรวจได้' }];
}

function metadata({ sourceName, dataFrom, dataUntil }: RequestView): Check {
  const missing = [sourceName ? null : 'เจ้าของข้อมูล', dataFrom && dataUntil ? null : 'ช่วงวันที่ของข้อมูล'].filter(Boolean);
  return missing.length === 0
    ? { id: 'metadata', state: 'pass', text: 'ระบุเจ้าของข้อมูลและช่วงวันที่ครบ' }
    : { id: 'metadata', state: 'look', text: `ยังไม่ได้ระบุ${missing.join('และ')}` };
}

function category({ categoryCode, credit }: RequestView, categories: CheckFacts['categories']): Check[] {
  if (!categories) return [];
  const found = categories.find(({ code }) => code === categoryCode);
  if (!found) return [{ id: 'category', state: 'look', text: 'หมวดหมู่ไม่อยู่ในกรอบแนวทางปีนี้ของหน่วยงาน' }];
  if (found.origin !== 'none' && !credit) {
    return [{ id: 'category', state: 'look', text: found.origin === 'source' ? 'หมวดนี้ต้องบอกแหล่งที่มา ยังไม่มีแหล่งอ้างอิง' : 'หมวดนี้ต้องบอกแหล่งที่มาพร้อมวันเวลา ยังไม่มีแหล่งอ้างอิง' }];
  }
  return [{ id: 'category', state: 'pass', text: 'หมวดหมู่อยู่ในกรอบแนวทางของหน่วยงาน' }];
}

/** Information whose period ended longer ago than this may be out of date. */
const oldAfterDays = 2 * 366;

function dates({ publishFrom, publishUntil, dataUntil }: RequestView, today: string): Check[] {
  const worth: Check[] = [];
  const look = (id: string, text: string) => worth.push({ id, state: 'look', text });
  if (publishUntil && publishUntil < today) look('until', `วันครบระยะเวลาการเผยแพร่ผ่านไปแล้ว (${formatThaiDate(publishUntil, 'short')})`);
  else if (publishFrom && publishFrom < today) look('from', `ขอเผยแพร่ตั้งแต่ ${formatThaiDate(publishFrom, 'short')} ซึ่งผ่านมาแล้ว จะแสดงทันทีที่นำขึ้น`);
  if (dataUntil && dataUntil < addDays(today, -oldAfterDays)) look('old', `ข้อมูลสิ้นสุดเมื่อ ${formatThaiDate(dataUntil, 'short')} ตรวจว่ายังเป็นปัจจุบัน`);
  return worth.length > 0 ? worth : [{ id: 'dates', state: 'pass', text: 'วันที่เผยแพร่และวันครบระยะเวลาใช้ได้' }];
}
