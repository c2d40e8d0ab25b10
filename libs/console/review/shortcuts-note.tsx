import { ChoiceRow, Words } from '@prongsai/console/ui';
import { label } from './labels';
import { reviewShortcuts } from './shortcuts';

/** The single keys of this screen, and the switch for those who speak to their computer or press by mistake. */
export function ShortcutsNote({ isOn, turn }: { isOn: boolean; turn: (on: boolean) => void }) {
  return (
    <details className="keys">
      <summary className="sm">{label('review.keys')}</summary>
      <div className="stack-s">
        <dl>{reviewShortcuts.map(({ key, words }) => <div key={key}><dt><kbd>{key}</kbd></dt><dd><Words>{words}</Words></dd></div>)}</dl>
        <ChoiceRow name="shortcuts" checked={isOn} onChange={turn}>{label('review.keysOn')}</ChoiceRow>
      </div>
    </details>
  );
}
