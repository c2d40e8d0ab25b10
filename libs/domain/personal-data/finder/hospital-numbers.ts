import type { Hit } from './citizen-id';
import { digitsOf } from './readable-text';

const word = String.raw`(?:\bH\.?N\b\.?|เลข(?:ที่)?ประจำตัวผู้ป่วย(?:นอก|ใน)?|(?:หมายเลข|รหัส)ผู้ป่วย(?:นอก|ใน)?|เลขที่ผู้ป่วย(?:นอก|ใน)?|(?:เลขที่?|หมายเลข)เวชระเบียน)`;
const direct = new RegExp(String.raw`${word}(?:\s{0,3}\(\s?H\.?N\.?\s?\))?[\s.:#=|-]{0,8}(?:No\.?|เลขที่|หมายเลข|คือ)?[\s.:#=|-]{0,8}(\d[\d/-]{3,13}\d)(?![\d,.]\d)`, 'gi');
const anyWord = new RegExp(word, 'i');
const columns = /ชื่อ|สกุล|ลำดับ|เพศ|อายุ|วินิจฉัย|ที่อยู่/;
const counted = /^\s*(?:ราย|คน|ครั้ง|บาท|visit)/i;
const isDay = /^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/;
/** Lines under a table's head that are read. */
const mostRows = 500;

/** Hospital numbers (HN): right behind the words, or in the column of a list of patients that is headed so. */
export function findHospitalNumbers(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(direct)) {
    const number = match[1] as string;
    const end = match.index + match[0].length;
    if (isNumber(number) && !counted.test(text.slice(end, end + 12))) hits.push({ start: end - number.length, end });
  }
  return [...hits, ...inLists(text)].filter((hit, index, all) => all.findIndex(({ start }) => start === hit.start) === index);
}

function isNumber(written: string): boolean {
  return digitsOf(written).length >= 5 && digitsOf(written).length <= 11 && !isDay.test(written);
}

function inLists(text: string): Hit[] {
  const hits: Hit[] = [];
  let rows = 0;
  let at = 0;
  for (const line of text.split('\n')) {
    const isHead = anyWord.test(line) && columns.test(line) && !/จำนวน/.test(line) && !/\d{4}/.test(line);
    if (isHead) rows = mostRows;
    else if (rows > 0) {
      // The first long number of the row; a line without one is a second line of the row above, or the end.
      const found = /(?<![\d,./-])\d{5,9}(?:[/-]\d{2})?(?![\d,./-])/.exec(line);
      if (found && !counted.test(line.slice(found.index + found[0].length))) hits.push({ start: at + found.index, end: at + found.index + found[0].length });
      rows -= 1;
    }
    at += line.length + 1;
  }
  return hits;
}
