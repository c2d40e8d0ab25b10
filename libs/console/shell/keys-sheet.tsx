import { ChoiceRow, Sheet, useKeyboard, useShortcutKeys, useShortcuts, useShortcutsOn, Words } from '@prongsai/console/ui';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { label } from './labels';

const listeners = new Set<() => void>();
let isOpen = false;

/** Opens or closes the list of keys, from wherever. */
export function showKeys(wanted: boolean): void {
  isOpen = wanted;
  for (const listener of listeners) listener();
}

/** The keys that act on this screen, under `?`; they can be turned off (WCAG 2.1.4). */
export function KeysSheet() {
  useKeyboard();
  const opened = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => isOpen);
  useShortcutKeys(useMemo(() => [{ key: '?', text: label('keys.help'), run: () => showKeys(true) }], []));
  const shortcuts = useShortcuts();
  const [isOn, turn] = useShortcutsOn();
  const [said, setSaid] = useState('');
  return (
    <Sheet title={label('keys.title')} opened={opened} onClose={() => showKeys(false)}>
      <div className="stack">
        <table className="t">
          <thead><tr><th scope="col">{label('keys.key')}</th><th scope="col">{label('keys.does')}</th></tr></thead>
          <tbody>{shortcuts.map(({ key, text }) => <tr key={`${key} ${text}`}><td><kbd>{key}</kbd></td><td><Words>{text}</Words></td></tr>)}</tbody>
        </table>
        <ChoiceRow name="keys" checked={isOn} onChange={(wanted) => { turn(wanted); setSaid(wanted ? 'เปิดคีย์ลัดแล้ว' : 'ปิดคีย์ลัดแล้ว'); }}>{label('keys.on')}</ChoiceRow>
        <p className="vh" role="status">{said}</p>
      </div>
    </Sheet>
  );
}
