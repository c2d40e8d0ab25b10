/**
 * Official compounds that browsers break in the middle (หน่วย|งาน, เผย|แพร่). DESIGN 3: a matched term is wrapped in
 * `<span class="nb">` when interface text, titles and summaries are drawn; nothing invisible is put into the text.
 */
export const unbrokenTerms: readonly string[] = [
  'หน่วยงาน', 'กลุ่มงาน', 'เผยแพร่', 'เปิดเผย', 'จัดซื้อ', 'จัดจ้าง', 'จัดหาพัสดุ', 'จ้างเหมา', 'งบประมาณ', 'ปีงบประมาณ',
  'ร้องเรียน', 'ความพึงพอใจ', 'แบบฟอร์ม', 'บริหารทั่วไป', 'ไม่อนุญาต', 'ผู้อนุมัติ', 'ผู้อนุมัติรับรอง', 'ส่งคำขอ', 'ผู้ขอ',
  'ปฏิบัติงาน', 'ปฏิบัติการ', 'ปฏิบัติราชการ', 'หมวดหมู่', 'รอบเดือน', 'รายเดือน', 'รายไตรมาส', 'ทุกเดือน', 'คลังความรู้', 'ลงนาม',
  'ปลัดกระทรวง', 'ถึงกำหนด', 'ครบกำหนด', 'เกินกำหนด', 'กำหนดส่ง', 'รอพิจารณา', 'รอเผยแพร่', 'ผู้บริหาร', 'ผู้บังคับบัญชา',
  'ตรวจทาน', 'รับสมัครงาน', 'ประพฤติมิชอบ', 'ที่เกี่ยวข้อง', 'ข้อเสนอแนะ', 'ข้อบังคับ', 'ข้อกำหนด', 'ข้อมูลข่าวสาร', 'แต่งตั้ง',
  'เร่งด่วน', 'ต่อเนื่อง', 'ภายหลัง', 'เจ้าหน้าที่', 'มีส่วนร่วม', 'วันทำการ', 'ผลประโยชน์', 'ทับซ้อน', 'ทรัพยากรบุคคล',
  'การแพทย์', 'นำลง', 'ขยายเวลา', 'เป็นปัจจุบัน', 'สาธารณสุข', 'โรงพยาบาล', 'อำเภอกะพ้อ',
  'เครือข่าย', 'สำนักงาน', 'ระยะเวลา', 'ไปรษณีย์', 'ตัวอักษร', 'ขั้นตอน',
];

/** A stretch of the text; `keep` says that it must stay on one line. */
export interface Stretch {
  text: string;
  keep: boolean;
}

// A term followed by a mark that hangs on its last letter is the beginning of another word.
const noMarkBehind = '(?![\u0e31\u0e33-\u0e3a\u0e47-\u0e4e])';

function patternOf(terms: readonly string[]): RegExp {
  const longestFirst = [...new Set(terms)].filter((term) => term !== '').sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?:${escaped.join('|')})${noMarkBehind}`, 'g');
}

/** Patterns by place names, and stretches by text: the same few names and texts are asked for on page after page. */
const patterns = new Map<string, RegExp>();
const split = new Map<string, readonly Stretch[]>();
const mostPatterns = 2_000;
const mostSplit = 8_000;
/** Longer texts are seldom drawn twice. */
const longestKept = 300;

function patternWith(key: string, placeNames: readonly string[]): RegExp {
  const known = patterns.get(key);
  if (known) return known;
  const made = patternOf([...unbrokenTerms, ...placeNames]);
  if (patterns.size >= mostPatterns) patterns.clear();
  patterns.set(key, made);
  return made;
}

/**
 * Splits a text into stretches that must not be broken and the rest. `placeNames` adds a unit's own names
 * (`อำเภอปากพะยูน`); the longest term wins. The stretches joined give the text back unchanged.
 */
export function unbroken(text: string, placeNames: readonly string[] = []): readonly Stretch[] {
  const names = placeNames.join('\n');
  const key = `${names}\n\n${text}`;
  const known = split.get(key);
  if (known) return known;
  const stretches: Stretch[] = [];
  let at = 0;
  for (const match of text.matchAll(patternWith(names, placeNames))) {
    if (match.index > at) stretches.push({ text: text.slice(at, match.index), keep: false });
    stretches.push({ text: match[0], keep: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), keep: false });
  if (text.length <= longestKept) {
    if (split.size >= mostSplit) split.clear();
    split.set(key, stretches);
  }
  return stretches;
}
