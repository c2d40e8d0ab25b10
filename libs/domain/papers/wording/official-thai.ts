import { buddhistYearOf, bangkokDay, formatFileSize, formatThaiDate, formatThaiPhone, formatThaiTime, toThaiDigits } from '@prongsai/kernel/thai';
import type { Inline, SignatureLine } from '@prongsai/platform/pdf';
import type { PersonFacts } from '../paper-facts';

/** A place to be filled in by hand. */
export const DOTS = '……………………';
export const LONG_DOTS = '…………………………………………';

/** A day as running text of a paper has it: `๗ ตุลาคม ๒๕๖๙`. */
export function day(at: string | null): string {
  return at ? formatThaiDate(at.length > 10 ? new Date(at) : at, 'paper') : DOTS;
}

/** A day with its era: `๗ ตุลาคม พ.ศ. ๒๕๖๙`. */
export function dayOfEra(at: string | null): string {
  if (!at) return DOTS;
  const plain = at.length > 10 ? bangkokDay(new Date(at)) : at;
  const year = toThaiDigits(buddhistYearOf(plain));
  return formatThaiDate(plain, 'paper').replace(year, `พ.ศ.\u00a0${year}`);
}

/** A day in a cell of a register: `๑๒ ก.พ. ๒๕๖๙`. */
export function shortDay(at: string | null): string {
  return at ? toThaiDigits(formatThaiDate(at, 'short')) : '';
}

/** `๑๐.๔๒ น.` */
export function clock(at: string): string {
  return formatThaiTime(new Date(at), 'paper');
}

export function number(count: number): string {
  return toThaiDigits(count.toLocaleString('en-US'));
}

/** A fiscal year (B.E.): `๒๕๖๙`. */
export function year(fiscalYear: number): string {
  return toThaiDigits(fiscalYear);
}

export function phone(given: string | null): string {
  return given ? toThaiDigits(formatThaiPhone(given)) : '';
}

export function fileSize(bytes: number): string {
  return toThaiDigits(formatFileSize(bytes));
}

/** Words that somebody typed, with Thai digits, but for what is Latin: addresses, names of programs, codes. */
export function typed(text: string): string {
  return text.replace(/[A-Za-z][\w.\-/@:%?=&#+~]*|\d+/g, (piece) => (/^\d/.test(piece) ? toThaiDigits(piece) : piece));
}

/** The paragraphs of a typed text. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\n+/).map((line) => typed(line.replace(/\s+/g, ' ').trim())).filter((line) => line !== '');
}

/** The words that stand on a signature's line: the act done in the system, or a dotted place. */
export function signatureOf(person: PersonFacts, after = ''): SignatureLine[] {
  if (!person.signedAt) return [`ลงชื่อ ${LONG_DOTS}${after}`];
  const lines: SignatureLine[] = [{ text: `ลงนามอิเล็กทรอนิกส์ในระบบ เมื่อวันที่ ${day(person.signedAt)} เวลา ${clock(person.signedAt)}`, size: 14 }];
  return after ? [...lines, after.trim()] : lines;
}

/** `(นายมะนาวี ดือราแม)`; a dotted place for a name that is not known yet. */
export function nameOf(person: PersonFacts): Inline {
  return `(${person.name ?? LONG_DOTS})`;
}

/** Name, position and whom the person stands in for, under the line of a signature. */
export function underSignature(person: PersonFacts, positionWord = ''): SignatureLine[] {
  return [nameOf(person), `${positionWord}${person.position ?? DOTS}`, ...(person.standsFor ? [person.standsFor] : [])];
}

/** `ดังนี้ ก, ข และ ค` is no official way; parts stand apart by spaces. */
export function joined(parts: ReadonlyArray<string | null | undefined | false>, between = '  '): string {
  return parts.filter((part): part is string => Boolean(part)).join(between);
}
