/** Given names, with the title that goes before them, and family names of one part of the country. */
interface Names {
  given: readonly string[];
  family: readonly string[];
}

const general: Names = {
  given: [
    'นางสาวกมลชนก', 'นายกิตติพงศ์', 'นางจันทร์เพ็ญ', 'นายชัยวัฒน์', 'นางสาวฐิติมา', 'นายณัฐพล', 'นางดวงใจ', 'นายธนากร', 'นางสาวนภัสสร', 'นายนิรันดร์', 'นางบุษบา', 'นายประเสริฐ',
    'นางสาวปาริชาติ', 'นายพิทักษ์', 'นางเพ็ญศรี', 'นายภาคภูมิ', 'นางสาวมณีรัตน์', 'นายวรวุฒิ', 'นางวิไลวรรณ', 'นายศุภชัย', 'นางสาวสุนิสา', 'นายสมพงษ์', 'นางอรทัย', 'นายอนุชา',
    'นางสาวลลิตา', 'นายเกรียงไกร', 'นางสาวขวัญฤดี', 'นายจักรกฤษณ์', 'นางชุติมา', 'นายทวีศักดิ์', 'นางสาวพรทิพย์',
  ],
  family: [
    'แก้วมณี', 'ทองสุข', 'ศรีสวัสดิ์', 'บุญเรือง', 'วงศ์สุวรรณ', 'จันทร์หอม', 'ใจซื่อ', 'รักษ์ไทย', 'สุขเกษม', 'พรหมจันทร์', 'เพชรรัตน์', 'อ่อนน้อม', 'มั่นคง', 'ชูช่วย', 'นวลละออง', 'คงทน',
    'แสงอรุณ', 'ยิ้มแย้ม', 'พูนทรัพย์',
  ],
};

const deepSouth: Names = {
  given: [
    'นางสาวอามีนา', 'นายฮาซัน', 'นางสาวรอฮานี', 'นายอับดุลเลาะ', 'นางสาวนูรีดา', 'นายมูฮัมมัด', 'นางฟาตีเมาะ', 'นายอิสมาแอ', 'นางสาวซารีนา', 'นายยูโซะ', 'นางสาวนัสรีน', 'นายไซนูเด็ง', 'นางมาเรียม',
  ],
  family: ['เจะแว', 'สาและ', 'มามะ', 'ดอเลาะ', 'บือราเฮง', 'กาเจร์', 'วาเด็ง', 'หีมมะ', 'อาแว', 'สือแม', 'แวนิ'],
};

/** A name that sounds like a person's and says that it is made up. The same number always gives the same name. */
export function madeUpName(number: number, part: 'general' | 'deepSouth' = 'general'): string {
  const names = part === 'deepSouth' && number % 2 === 1 ? deepSouth : general;
  const turn = Math.floor(number / (part === 'deepSouth' ? 2 : 1));
  const given = names.given[turn % names.given.length] as string;
  const family = names.family[(turn * 5 + Math.floor(turn / names.given.length)) % names.family.length] as string;
  return `${given} ${family} (สมมติ)`;
}
