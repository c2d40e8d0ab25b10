export type ReviewAct = 'next' | 'previous' | 'allow' | 'refuse';

/** Single keys of the approval queue (DESIGN 6), for whoever lists them. They can be turned off (WCAG 2.1.4). */
export const reviewShortcuts: readonly { key: string; act: ReviewAct; words: string }[] = [
  { key: 'j', act: 'next', words: 'เรื่องถัดไป' },
  { key: 'k', act: 'previous', words: 'เรื่องก่อน' },
  { key: 'a', act: 'allow', words: 'อนุญาต' },
  { key: 'r', act: 'refuse', words: 'ไม่อนุญาต: เปิดเหตุผล' },
];

interface Pressed {
  code: string;
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  repeat: boolean;
  /** Whether the key goes into a field, or a dialog is open. */
  isTaken: boolean;
}

/** What a pressed key does; null for all else. The place of the key counts too, so that a Thai keyboard need not be changed. */
export function reviewActOf({ code, key, ctrlKey, altKey, metaKey, shiftKey, repeat, isTaken }: Pressed): ReviewAct | null {
  if (isTaken || ctrlKey || altKey || metaKey || shiftKey || repeat) return null;
  const isLatin = /^[a-z]$/.test(key);
  return reviewShortcuts.find((one) => (isLatin ? key === one.key : code === `Key${one.key.toUpperCase()}`))?.act ?? null;
}

const storageKey = 'prongsai.shortcuts';

/** Whether single keys act in this browser. */
export function shortcutsAreOn(): boolean {
  try {
    return globalThis.localStorage?.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

/** Turns single keys on or off in this browser. */
export function turnShortcuts(on: boolean): void {
  try {
    globalThis.localStorage?.setItem(storageKey, on ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing asks again at the next visit.
  }
}
