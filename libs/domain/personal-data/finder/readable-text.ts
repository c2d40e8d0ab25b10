import { toArabicDigits } from '@prongsai/kernel/thai';

/**
 * Text as the finders read it, letter for letter at its place: Arabic digits, one kind of hyphen and of blank. Only
 * what no reader sees is taken out, and a sara am that a PDF tore apart is put together again.
 */
export function readable(text: string): string {
  return toArabicDigits(text)
    .replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 48))
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/\r\n?/g, '\n')
    .replace(/\u0e4d ?\u0e32/g, '\u0e33');
}

/** The digits of what was found. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** How it may be shown to people: the first and the last two digits, an x for every other one. */
export function masked(text: string): string {
  const last = digitsOf(text).length;
  let at = 0;
  return text.replace(/\s+/g, ' ').replace(/\d/g, (digit) => {
    at += 1;
    return at === 1 || at > last - 2 ? digit : 'x';
  });
}

/** Whether the number at `at` is part of an address on the web, where numbers are names of pages. */
export function isInAddress(text: string, at: number): boolean {
  return /(?:https?:|www\.|[=&?])\S*$/i.test(text.slice(Math.max(0, at - 200), at));
}
