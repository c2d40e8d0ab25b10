import { useEffect, useRef, useState } from 'react';
import { reviewActOf, shortcutsAreOn, turnShortcuts, type ReviewAct } from './shortcuts';

/** Hears single keys while they are on; nothing is heard inside a field or while a dialog is open. */
export function useShortcuts(hear: (act: ReviewAct) => void): { isOn: boolean; turn: (on: boolean) => void } {
  const [isOn, setOn] = useState(shortcutsAreOn);
  const latest = useRef(hear);
  latest.current = hear;
  useEffect(() => {
    if (!isOn) return undefined;
    const press = (event: KeyboardEvent) => {
      const isTaken = (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]') !== null) || document.querySelector('[role="dialog"], [role="menu"]') !== null;
      const act = reviewActOf({ code: event.code, key: event.key, ctrlKey: event.ctrlKey, altKey: event.altKey, metaKey: event.metaKey, shiftKey: event.shiftKey, repeat: event.repeat, isTaken });
      if (!act) return;
      event.preventDefault();
      latest.current(act);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isOn]);
  return { isOn, turn: (on) => { turnShortcuts(on); setOn(on); } };
}
