import type { ClinicView, OpeningHoursView } from '@prongsai/kernel/contracts';
import { bangkokDay, clinicWord, dayState, formatDayHours, hoursOn } from '@prongsai/kernel/thai';
import { can, PlainButton, StatusTag, Words } from '@prongsai/console/ui';
import { useState } from 'react';
import { DaySheet } from './day-sheet';
import { label } from './labels';
import { RestoreButton } from './restore-button';
import { clinicScheduleOf } from './use-hours';

/** Today's clinics, first on a phone: cancel one in two taps, give it back in one. */
export function TodayBoard({ slug, opening, clinics, now, onDone }: { slug: string; opening: OpeningHoursView; clinics: readonly ClinicView[]; now: Date; onDone: (text: string) => void }) {
  const [open, setOpen] = useState<{ clinic: ClinicView; mode: 'cancel' | 'change' } | null>(null);
  const day = bangkokDay(now);
  const rows = clinics.map((clinic) => ({ clinic, schedule: clinicScheduleOf(opening, clinic) }))
    .map((row) => ({ ...row, of: hoursOn(row.schedule, day), state: dayState(row.schedule, day, now), status: clinicWord(row.schedule, day, now) }))
    .filter(({ of }) => of.ranges.length > 0 || of.usual.length > 0);
  return (
    <section aria-labelledby="today-clinics">
      <h2 id="today-clinics">{label('today.title')}</h2>
      {rows.length === 0 ? <p className="muted"><Words>วันนี้ไม่มีคลินิกตามตาราง</Words></p> : (
        <ul className="list">
          {rows.map(({ clinic, of, state, status }) => (
            <li className="task" key={clinic.id}>
              <div>
                <StatusTag shape={status.shape}>{status.word}</StatusTag>
                <p><b><Words>{clinic.name}</Words></b></p>
                <p className="sm muted">{of.ranges.length > 0 ? formatDayHours(of.ranges) : <s>{formatDayHours(of.usual)}</s>}{of.words && <Words>{` ${of.words}`}</Words>}</p>
              </div>
              {can(clinic.abilities, 'changeDay') && (
                <div className="ta">
                  {of.why === 'change' && <RestoreButton slug={slug} clinic={clinic} day={day} onDone={() => onDone(`${clinic.name} เปิดตามปกติแล้ว`)} />}
                  {(state === 'open' || state === 'later') && <PlainButton tone="danger" size="small" onClick={() => setOpen({ clinic, mode: 'cancel' })}>{label('today.cancel')}<span className="vh"> {clinic.name}</span></PlainButton>}
                  <PlainButton tone="quiet" size="small" onClick={() => setOpen({ clinic, mode: 'change' })}>{label('today.change')}<span className="vh"> {clinic.name}</span></PlainButton>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {open && (
        <DaySheet slug={slug} clinic={open.clinic} schedule={clinicScheduleOf(opening, open.clinic)} mode={open.mode} onClose={() => setOpen(null)}
          onDone={() => { setOpen(null); onDone(open.mode === 'cancel' ? `งด${open.clinic.name}วันนี้แล้ว ประชาชนเห็นแล้ว` : `เปลี่ยนเวลา ${open.clinic.name} แล้ว`); }} />
      )}
    </section>
  );
}
