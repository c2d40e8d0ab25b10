import type { ClinicView, OpeningHoursView } from '@prongsai/kernel/contracts';
import { bangkokDay, clinicWord, hoursOn, openSentence, openState, openWord, shownHours, weekSentence } from '@prongsai/kernel/thai';
import { StatusTag, Words } from '@prongsai/console/ui';
import { unitScheduleOf } from './draft';
import { label } from './labels';
import { clinicScheduleOf } from './use-hours';

/** What citizens see at this minute, also of what is being typed: the same rules and words as on the site. */
export function CitizenView({ opening, clinics, now, siteUrl, isEntered }: { opening: OpeningHoursView; clinics: readonly ClinicView[]; now: Date; siteUrl: string | undefined; isEntered: boolean }) {
  const schedule = unitScheduleOf(opening);
  const state = openState(schedule, now);
  const status = openWord(state, now);
  const day = bangkokDay(now);
  return (
    <section className="card stack-s" aria-labelledby="citizen-view">
      <h2 id="citizen-view">{label('view.title')}</h2>
      {isEntered ? (
        <>
          <p><StatusTag shape={status.shape}>{status.word}</StatusTag></p>
          <p className="sm"><Words>{openSentence(state, now)}</Words></p>
          <p className="sm muted"><Words>{weekSentence(opening.weekly, opening.note)}</Words></p>
        </>
      ) : <p className="sm muted"><Words>ยังไม่บอกว่าเปิดหรือปิด จนกว่าจะบันทึกเวลาทำการ</Words></p>}
      {clinics.length > 0 && (
        <ul className="plain view-clinics">
          {clinics.map((clinic) => {
            const of = clinicScheduleOf(opening, clinic);
            const { hours, struck } = shownHours(hoursOn(of, day));
            const word = clinicWord(of, day, now);
            return (
              <li key={clinic.id} className="row between top">
                <span><Words>{clinic.name}</Words><span className="xs muted block">{struck ? <s>{hours.join(' ')}</s> : hours.join(' ')}</span></span>
                <StatusTag shape={word.shape}>{word.word}</StatusTag>
              </li>
            );
          })}
        </ul>
      )}
      {siteUrl && <p className="sm"><a href={siteUrl} target="_blank" rel="noreferrer">{label('view.site')}</a></p>}
    </section>
  );
}
