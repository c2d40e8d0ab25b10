import { toArabicDigits } from './numerals';

const collator = new Intl.Collator('th', { numeric: true });

/** Thai dictionary order (เ แ โ ไ ใ under their consonant), numbers by value; for Array.sort. */
export function compareThai(a: string, b: string): number {
  return collator.compare(a, b);
}

const invisible = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;
const saraAa = '\u0e32';
const saraAm = '\u0e33';
const nikhahit = '\u0e4d';
/** Everything that hangs on a Thai consonant: upper and lower vowels, phinthu, tones, silencer, nikhahit. */
const marks = '\u0e31\u0e34-\u0e3a\u0e47-\u0e4e';
const thaiMark = new RegExp(`[${marks}${saraAm}]`);
// Among Thai marks a dot ends an abbreviation, and an accent is a slip of the keyboard that has no stable place there.
const marksAndDots = new RegExp(`[\\p{M}${saraAa}${saraAm}.]{2,}`, 'gu');
const notThaiMark = new RegExp(`[^${marks}${saraAa}${saraAm}]`, 'gu');
const marksBeforeSaraAa = new RegExp(`[${marks}]+${saraAa}`, 'g');
const marksAndSaraAm = new RegExp(`[${marks}${saraAm}]+`, 'g');

/** Lower marks, then upper vowels, then tones, then the rest: the order in which keyboards write them; sara am ends. */
function rank(mark: string): number {
  if (mark === '\u0e3a') return 0;
  if (mark === '\u0e38' || mark === '\u0e39') return 1;
  if (mark === saraAm) return 5;
  if (mark >= '\u0e48' && mark <= '\u0e4b') return 3;
  return mark > '\u0e4b' ? 4 : 2;
}

/**
 * The text as search compares it, for what is stored and for what is asked: NFC, invisible characters out,
 * ํ + า as ำ, tone after vowel, Thai digits as Arabic, lower case, the dots of Thai abbreviations dropped
 * (พ.ร.บ. meets พรบ), เ typed twice as แ, white space single. Never shown. Applying it twice changes nothing.
 */
export function normaliseThai(text: string): string {
  const plain = text.replace(invisible, '').toLowerCase().normalize('NFC');
  return toArabicDigits(plain)
    .replace(marksAndDots, (run) => (thaiMark.test(run) ? run.replace(notThaiMark, '') : run))
    .replace(/([\u0e01-\u0e4e])\.+/g, '$1')
    .replace(/เเ/g, 'แ')
    .replace(marksBeforeSaraAa, (run) => (run.includes(nikhahit) ? run.replaceAll(nikhahit, '').slice(0, -1) + saraAm : run))
    .replace(marksAndSaraAm, (run) => [...run].sort((a, b) => rank(a) - rank(b)).join(''))
    .replace(/\s+/g, ' ')
    .trim();
}
