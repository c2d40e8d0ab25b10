import type { Hit } from './citizen-id';
import { isInAddress } from './readable-text';

const candidate = /(?<![\d.,/])(?:\+?66[ .-]{0,2}(?:\(0\) ?)?|\(?0)[689](?:\)?[ .-]{0,2}\d){8}(?![\d]|[.,/]\d)/g;

/** A mobile number in ten digits, from however it is written. */
export function mobileOf(written: string): string {
  const digits = written.replace(/\D/g, '');
  return digits.startsWith('66') ? `0${digits.slice(2).replace(/^0/, '')}` : digits;
}

/** Mobile telephone numbers (06, 08, 09), which belong to persons; an office's line does not count. */
export function findMobiles(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(candidate)) {
    if (match[0].split(/\D+/).filter(Boolean).length > 4 || isInAddress(text, match.index)) continue;
    hits.push({ start: match.index, end: match.index + match[0].length });
  }
  return hits;
}
