import { isThaiPhone, toArabicDigits } from '@prongsai/kernel/thai';

/**
 * An address that people typed, as a link may carry it; null unless it is http or https without a user name, so that
 * no `javascript:` and no look-alike host reaches a page.
 */
export function safeHref(address: string | null): string | null {
  if (!address) return null;
  try {
    const url = new URL(address.trim());
    const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
    return isWeb && url.username === '' && url.password === '' ? url.href : null;
  } catch {
    return null;
  }
}

/** A telephone number and what is said of it in brackets behind it: `0 7349 4064 (ในเวลาราชการ)`. */
export function phoneParts(phone: string): { number: string; remark: string | null } {
  const parts = /^([^()]+?)\s*(\([^()]*\))\s*$/.exec(phone);
  return { number: parts?.[1] ?? phone, remark: parts?.[2] ?? null };
}

/**
 * `tel:` of a Thai number as units write it (`0 7349 4064`, `0 7349 4064-5`, `0 7349 4064 ต่อ 12`): the number that is
 * dialled first; null for what cannot be dialled.
 */
export function telHref(phone: string | null): string | null {
  const first = phoneParts(phone ?? '').number.split(/[,;/]|ต่อ|หรือ/)[0]?.trim() ?? '';
  const dialled = [first, first.replace(/\s*[-–]\s*[\d๐-๙]{1,2}$/, '')].find(isThaiPhone);
  return dialled === undefined ? null : `tel:${toArabicDigits(dialled).replace(/[^\d+]/g, '')}`;
}

/** `mailto:` of an address; null for what is none. */
export function mailHref(email: string | null): string | null {
  return email && /^[^\s@<>?&#%"]+@[^\s@<>?&#%"]+\.[^\s@<>?&#%"]+$/.test(email) ? `mailto:${email}` : null;
}

/** The host of an address, as it is read out loud; the address itself when it has none. */
export function hostOfLink(href: string): string {
  return new URL(href).host;
}
