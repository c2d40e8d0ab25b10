import { useSyncExternalStore } from 'react';

/** Thai is complete; English has the labels, so that whoever reads no Thai still finds the way. */
export type Language = 'th' | 'en';

const storageKey = 'prongsai.language';
const listeners = new Set<() => void>();
let current: Language = read();

function read(): Language {
  try {
    return globalThis.localStorage?.getItem(storageKey) === 'en' ? 'en' : 'th';
  } catch {
    return 'th';
  }
}

/** The language of labels in this browser. */
export function language(): Language {
  return current;
}

/** The same for a component, which is drawn again when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, language, language);
}

/** Changes the language of labels, here and at the next visit. */
export function chooseLanguage(wanted: Language): void {
  current = wanted;
  try {
    globalThis.localStorage?.setItem(storageKey, wanted);
  } catch {
    // A browser that keeps nothing forgets it at the next visit.
  }
  for (const listener of listeners) listener();
}

/**
 * The labels of a room by key, Thai first: `const label = labelsOf({ 'work.title': ['งานของฉัน', 'My work'] })`, then
 * `label('work.title')` while drawing. Labels are names of places, parts, fields, acts and states; sentences stay Thai.
 */
export function labelsOf<K extends string>(labels: Record<K, readonly [th: string, en: string]>): (key: K) => string {
  return (key) => labels[key][current === 'en' ? 1 : 0];
}
