import { useEffect, useSyncExternalStore } from 'react';

/** A key that does something on this screen, and what it says under `?`. */
export interface Shortcut {
  key: string;
  text: string;
  run: () => void;
}

const storageKey = 'prongsai.shortcuts';
const listeners = new Set<() => void>();
let active: readonly Shortcut[] = [];
let isOn = read();

function read(): boolean {
  try {
    return globalThis.localStorage?.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether single keys act; a person may turn them off (WCAG 2.1.4). */
export function useShortcutsOn(): [boolean, (wanted: boolean) => void] {
  return [useSyncExternalStore(subscribe, () => isOn), (wanted) => {
    isOn = wanted;
    try {
      globalThis.localStorage?.setItem(storageKey, wanted ? 'on' : 'off');
    } catch {
      // A browser that keeps nothing forgets it at the next visit.
    }
    tell();
  }];
}

/** The keys of the screens that are open, in the order in which they were given. */
export function useShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(subscribe, () => active);
}

/** Gives single keys a meaning while this component stands. `shortcuts` must stay the same array between drawings. */
export function useShortcutKeys(shortcuts: readonly Shortcut[]): void {
  useEffect(() => {
    active = [...active, ...shortcuts];
    tell();
    return () => {
      active = active.filter((one) => !shortcuts.includes(one));
      tell();
    };
  }, [shortcuts]);
}

/**
 * Whether a key press is meant for the page: not while writing, choosing or inside a dialog, never with Ctrl, Alt or
 * Meta, and not when the key is held down, which would act again and again.
 */
export function isForPage(event: Pick<KeyboardEvent, 'ctrlKey' | 'altKey' | 'metaKey' | 'defaultPrevented' | 'repeat'>, target: { closest?: (selector: string) => unknown } | null): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || event.repeat) return false;
  return !target?.closest?.('input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]');
}

/**
 * The shortcut that a key press stands for, the last given first. On a keyboard that writes Thai the place of the key
 * counts, so that nobody must change the language to press `a`.
 */
export function shortcutOf(shortcuts: readonly Shortcut[], { key, code }: { key: string; code: string }): Shortcut | null {
  const meant = /^[\u0E00-\u0E7F]+$/.test(key) && /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key;
  return shortcuts.findLast((one) => one.key === meant) ?? null;
}

/** Listens to the keyboard for the whole console; to be used once. */
export function useKeyboard(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isOn || !isForPage(event, event.target as HTMLElement | null)) return;
      const shortcut = shortcutOf(active, event);
      if (!shortcut) return;
      event.preventDefault();
      shortcut.run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
