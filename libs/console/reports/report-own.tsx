import type { ReportView } from '@prongsai/kernel/contracts';
import { formatThaiClock } from '@prongsai/kernel/thai';
import { AreaField, Facts, fieldTexts, Icon, isOffered, reasonsOf, WhyNot, Words } from '@prongsai/console/ui';
import { useSyncExternalStore } from 'react';
import type { Autosave } from './autosave';
import { label } from './labels';

export interface OwnWords {
  problems: string;
  suggestions: string;
}

/** What the unit adds to the figures; it saves itself while it is typed. */
export function OwnPart({ report, own, saver, mayDraft, onChange }: {
  report: ReportView; own: OwnWords; saver: Autosave<OwnWords>; mayDraft: boolean; onChange: (change: Partial<OwnWords>) => void;
}) {
  const state = useSyncExternalStore(saver.subscribe, saver.snapshot);
  const texts = state.kind === 'failed' ? fieldTexts(state.problem.fields) : {};
  return (
    <section className="card stack" aria-labelledby="own">
      <div className="row between"><h2 id="own"><Words>{label('report.own')}</Words></h2>{mayDraft && <SavedLine saver={saver} />}</div>
      {mayDraft ? (
        <>
          <AreaField path="problems" label={label('report.problems')} value={own.problems} onChange={(problems) => onChange({ problems })} onBlur={() => void saver.flush()} error={texts['problems']} />
          <AreaField path="suggestions" label={label('report.suggestions')} value={own.suggestions} onChange={(suggestions) => onChange({ suggestions })} onBlur={() => void saver.flush()} error={texts['suggestions']} />
        </>
      ) : (
        <>
          <Facts narrow items={[{ label: label('report.problems'), value: <span className="pre">{report.problems ?? '–'}</span> }, { label: label('report.suggestions'), value: <span className="pre">{report.suggestions ?? '–'}</span> }]} />
          {['open', 'drafted', 'returned'].includes(report.state) && isOffered(report.abilities, 'draft') && <WhyNot reasons={reasonsOf(report.abilities, 'draft')} />}
        </>
      )}
    </section>
  );
}

/** Whether what was typed is on the server: one polite line. */
function SavedLine({ saver }: { saver: Autosave<OwnWords> }) {
  const state = useSyncExternalStore(saver.subscribe, saver.snapshot);
  return (
    <div className="row tight">
      <p className={`saved ${state.kind === 'failed' ? 'bad' : state.kind === 'saved' ? 'ok' : ''}`} role="status">
        {state.kind === 'failed' ? <Words>{state.problem.status === 0 ? 'ไม่มีสัญญาณ ยังบันทึกไม่ได้ ข้อความอยู่ในหน้านี้' : `ยังบันทึกไม่ได้ ${state.problem.title}`}</Words>
          : state.kind === 'saved' ? <><Icon name="tick" />{`บันทึกแล้ว ${formatThaiClock(state.at)}\u00a0น.`}</>
          : state.kind === 'untouched' ? 'บันทึกให้เองเมื่อพิมพ์' : 'กำลังบันทึก'}
      </p>
      {state.kind === 'failed' && <button type="button" className="btn sec small" onClick={() => void saver.flush()}>ลองอีกครั้ง</button>}
    </div>
  );
}
