import { isInAddress } from './readable-text';

/** A number in a text. */
export interface Hit {
  start: number;
  end: number;
}

/**
 * Whether thirteen digits are a citizen's number: the last is eleven minus the weighted sum of the others, modulo eleven
 * (Department of Provincial Administration), and the first tells the kind of person, 1 to 8. Legal persons begin with 0.
 */
export function isCitizenId(digits: string): boolean {
  if (!/^[1-8]\d{12}$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < 12; at += 1) sum += Number(digits[at]) * (13 - at);
  return (11 - (sum % 11)) % 10 === Number(digits[12]);
}

const candidate = /(?<!\d)(?<!\d[.,])\d(?:[\s.-]{0,3}\d){12}(?!\d|[.,]\d)/g;
const saysSo = /ประชาชน|ประจำตัว|บัตร|citizen|national id/i;
const saysOther = /barcode|บาร์โค้ด|isbn|ean|gtin|ครุภัณฑ์/i;

/** Citizens' numbers: plain, in the groups of the card, digit by digit; in any other groups where the words before say so. */
export function findCitizenIds(text: string): Hit[] {
  const hits: Hit[] = [];
  candidate.lastIndex = 0;
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    if (isMeant(text, start, match[0])) {
      hits.push({ start, end });
      candidate.lastIndex = end;
    } else candidate.lastIndex = start + 1;
  }
  return hits;
}

function isMeant(text: string, start: number, written: string): boolean {
  if (!isCitizenId(written.replace(/\D/g, '')) || isInAddress(text, start)) return false;
  const before = text.slice(Math.max(0, start - 60), start);
  if (saysOther.test(before.slice(-30))) return false;
  const groups = written.split(/\D+/).map(({ length }) => length).join('-');
  if (groups === '13' || groups === '1-4-5-2-1') return true;
  // One of many figures in a row is none.
  if (/^1(?:-1){12}$/.test(groups)) return !/\d\s*$/.test(before) && !/^\s*\d/.test(text.slice(start + written.length));
  return saysSo.test(before);
}
