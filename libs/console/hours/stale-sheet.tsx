import { PlainButton, Sheet, Words } from '@prongsai/console/ui';
import { label } from './labels';

/** A field in both versions. */
export interface Versions {
  field: string;
  mine: string;
  theirs: string;
}

/** Somebody else saved meanwhile: where the two differ, and the choice. */
export function StaleSheet({ what, rows, onChoose }: { what: string; rows: readonly Versions[]; onChoose: (choice: 'mine' | 'theirs') => void }) {
  const different = rows.filter(({ mine, theirs }) => mine !== theirs);
  return (
    <Sheet title={`${what}ถูกแก้ไขไปแล้ว`} opened>
      <div className="stack">
        <p><Words>มีผู้บันทึกก่อนท่าน ตรวจทั้งสองฉบับแล้วเลือกฉบับที่จะใช้</Words></p>
        <table className="t fold">
          <thead><tr><th scope="col">{label('stale.field')}</th><th scope="col">{label('stale.mine')}</th><th scope="col">{label('stale.theirs')}</th></tr></thead>
          <tbody>
            {different.map(({ field, mine, theirs }) => (
              <tr key={field}><th scope="row"><b>{field}</b></th><td className="pre" data-label={label('stale.mine')}>{mine || '–'}</td><td className="pre" data-label={label('stale.theirs')}>{theirs || '–'}</td></tr>
            ))}
          </tbody>
        </table>
        <div className="row">
          <PlainButton onClick={() => onChoose('mine')}>{label('stale.useMine')}</PlainButton>
          <PlainButton tone="sec" onClick={() => onChoose('theirs')}>{label('stale.useTheirs')}</PlainButton>
        </div>
      </div>
    </Sheet>
  );
}
