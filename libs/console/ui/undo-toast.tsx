import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { label } from './labels';
import { asProblem } from './problem';
import { Words } from './words';

/** What was done, and how it is taken back. */
export interface Undoable {
  text: string;
  undo: () => Promise<unknown>;
}

const shownMs = 10_000;
const listeners = new Set<() => void>();
let current: Undoable | null = null;

/** Tells what was done with a way back, on whatever screen comes next. */
export function tellUndo(one: Undoable | null): void {
  current = one;
  for (const listener of listeners) listener();
}

/**
 * The one toast of the console. It goes after ten seconds, but not while it is pointed at or holds focus, and not at all
 * for somebody who works by keyboard until it is dismissed or acted on (DESIGN 5).
 */
export function UndoToast() {
  const one = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => current);
  return <div className="toast-place" role="status">{one && <Toast key={one.text} one={one} />}</div>;
}

function Toast({ one }: { one: Undoable }) {
  const [failed, setFailed] = useState('');
  const [isHeld, hold] = useState(false);
  // Whoever pressed a key last is not hurried.
  const byKeyboard = useRef(document.activeElement?.matches(':focus-visible') ?? false);
  useEffect(() => {
    if (isHeld || byKeyboard.current) return undefined;
    const timer = setTimeout(() => tellUndo(null), shownMs);
    return () => clearTimeout(timer);
  }, [isHeld]);
  return (
    <div className="toast" onMouseEnter={() => hold(true)} onMouseLeave={() => hold(false)} onFocus={() => hold(true)}>
      <p><Words>{failed || one.text}</Words></p>
      <button type="button" className="btn small" onClick={() => { one.undo().then(() => tellUndo(null), (error: unknown) => setFailed(`เลิกทำไม่สำเร็จ ${asProblem(error).detail}`)); }}>{label('ui.undo')}</button>
      <button type="button" className="btn quiet small" onClick={() => tellUndo(null)}>{label('ui.close')}</button>
    </div>
  );
}
