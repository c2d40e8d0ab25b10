import type { Hit } from './citizen-id';
import { digitsOf, isInAddress } from './readable-text';

/** Words after which a number is an account's. */
const saysSo = /เลขที่\s?บัญชี|เลข\s?บัญชี|บัญชี\s?เลขที่|หมายเลข\s?บัญชี|บัญชี\s?(?:เงินฝาก|ออมทรัพย์|กระแสรายวัน|ธนาคาร)|พร้อมเพย์|promptpay|account\s*(?:no|number)|\ba\/c\b|(?:ธนาคาร|ธ\.)\s?(?:กรุงไทย|กรุงเทพ|กสิกร|ไทยพาณิชย์|ออมสิน|กรุงศรี|ทหารไทย|อาคารสงเคราะห์|อิสลาม|เพื่อการเกษตร)|ธ\.\s?ก\.\s?ส\.?/gi;
/** Words that give the number another meaning when they stand nearer to it. */
const saysOther = /โทร|แฟกซ์|มือถือ|โครงการ|สัญญา|ผู้เสียภาษี|หนังสือ|ใบเสร็จ|ประชาชน|เวชระเบียน|ผู้ป่วย|\bHN\b|ครุภัณฑ์|บาท|จำนวน/i;
const bankWords = /ธนาคาร|บัญชี|ออมทรัพย์|account/i;

const candidate = /(?<![\d.,/-])\d(?:[ -]?\d){9,14}(?![\d/]|[.,-]\d)/g;
/** As passbooks write it: branch, kind, number, check digit. */
const asOnPassbook = /^\d{3}[ -]\d[ -]\d{5}[ -]\d$/;
/** How far behind the words a number may stand, and behind a number the next of the same list. Letters. */
const [reach, listReach] = [100, 200];

/** Numbers of bank accounts: as passbooks write them where a bank is spoken of, in another form right behind words that say so. */
export function findBankAccounts(text: string): Hit[] {
  const hits: Hit[] = [];
  const speaksOfBanks = bankWords.test(text);
  if (!speaksOfBanks) return hits;
  const words = [...text.matchAll(saysSo)].map(({ index, 0: word }) => index + word.length);
  let last: (Hit & { length: number }) | null = null;
  for (const match of text.matchAll(candidate)) {
    const [written] = match;
    const start = match.index;
    const length = digitsOf(written).length;
    if (isInAddress(text, start)) continue;
    const behind = words.filter((at) => at <= start && start - at <= reach).at(-1);
    const between = behind === undefined ? null : text.slice(behind, start);
    const isNamed = between !== null && !saysOther.test(between);
    const mobile = /^0[689]\d{8}$/.test(digitsOf(written)) && !asOnPassbook.test(written);
    const isNext = last !== null && last.length === length && start - last.end <= listReach && /[\n\t]/.test(text.slice(last.end, start));
    const isMeant = asOnPassbook.test(written) ? !/โทร[^\n]{0,12}$/.test(text.slice(Math.max(0, start - 20), start)) : mobile ? isNamed && between.length <= 12 : isNamed || isNext;
    if (!isMeant) continue;
    last = { start, end: start + written.length, length };
    hits.push({ start, end: last.end });
  }
  return hits;
}
