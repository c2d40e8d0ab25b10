import type { ClinicView, OpeningHoursView } from '@prongsai/kernel/contracts';
import { bangkokDay, formatDayHours, thaiWeekdaysShort, weekdayKeys, weekdayName, weekFromMonday, weekSentence, writeDayHours } from '@prongsai/kernel/thai';
import { callApi, can, dayText, Empty, momentText, PlainButton, ProblemNote, tenantPath, Words, type ApiProblem } from '@prongsai/console/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ClinicSheet } from './clinic-sheet';
import { DaySheet } from './day-sheet';
import { label } from './labels';
import { RestoreButton } from './restore-button';
import { clinicScheduleOf } from './use-hours';

type Open = { kind: 'edit'; clinic: ClinicView | null } | { kind: 'day'; clinic: ClinicView } | null;

/** The unit's clinics as one week, in their order, with the days that differ below each. */
export function ClinicTable({ slug, opening, clinics, now, onDone }: { slug: string; opening: OpeningHoursView; clinics: readonly ClinicView[]; now: Date; onDone: (text: string) => void }) {
  const [open, setOpen] = useState<Open>(null);
  const mayChange = can(opening.abilities, 'change');
  const move = useMutation<unknown, ApiProblem, { clinic: ClinicView; order: number }>({
    mutationFn: ({ clinic, order }) => callApi('PATCH', tenantPath(slug, 'clinics', clinic.id), { version: clinic.version, order }), onSuccess: (_, { clinic }) => onDone(`ย้ายลำดับ ${clinic.name} แล้ว`),
  });
  const done = (text: string) => { setOpen(null); onDone(text); };
  const add = mayChange ? <PlainButton tone="sec" onClick={() => setOpen({ kind: 'edit', clinic: null })}>{label('clinics.add')}</PlainButton> : null;
  const today = bangkokDay(now);
  return (
    <section className="stack-s" aria-labelledby="clinic-table">
      <div className="row between"><div><h2 id="clinic-table">{label('clinics.title')}</h2><LastEdit clinics={clinics} /></div>{clinics.length > 0 && add}</div>
      {move.error && <ProblemNote error={move.error} />}
      {clinics.length === 0 ? <Empty action={add}>ยังไม่มีคลินิก เมื่อเพิ่มแล้ว หน้าแรกของเว็บไซต์จะบอกประชาชนว่าวันนี้คลินิกใดเปิด ถ้าหน่วยงานไม่มีคลินิก ไม่ต้องทำอะไร</Empty> : (
        <div className="scroll">
          <table className="t list fold clinics">
            <thead>
              <tr>
                <th scope="col">{label('clinics.clinic')}</th>
                {weekFromMonday.map((key) => <th scope="col" key={key}><abbr title={weekdayName(key)}>{thaiWeekdaysShort[weekdayKeys.indexOf(key)]}</abbr></th>)}
                {mayChange && <th scope="col"><span className="vh">{label('clinics.acts')}</span></th>}
              </tr>
            </thead>
            <tbody>
              {clinics.map((clinic, index) => (
                <tr key={clinic.id}>
                  <th scope="row">
                    <b><Words>{clinic.name}</Words></b>
                    <span className="sm muted block"><Words>{[clinic.appointment, clinic.phoneExtension && `ต่อ ${clinic.phoneExtension}`].filter(Boolean).join(' · ')}</Words></span>
                    {clinic.days.filter(({ day }) => day >= today).map(({ day, hours, words }) => (
                      <span className="sm row tight" key={day}>
                        <span><Words>{`${dayText(day)} ${hours.length > 0 ? formatDayHours(hours) : 'งด'}${words ? ` ${words}` : ''}`}</Words></span>
                        {mayChange && <RestoreButton slug={slug} clinic={clinic} day={day} onDone={() => onDone(`${clinic.name} ${dayText(day)} เปิดตามปกติแล้ว`)} />}
                      </span>
                    ))}
                    <span className="sm block on-phone"><Words>{weekSentence(clinic.weekly, null)}</Words></span>
                  </th>
                  {weekFromMonday.map((key) => <td key={key} className="times">{clinic.weekly[key].map((range) => <span className="nb block" key={range.from}>{writeDayHours([range])}</span>)}</td>)}
                  {mayChange && (
                    <td><div className="row tight acts">
                      <PlainButton tone="sec" size="small" onClick={() => setOpen({ kind: 'edit', clinic })}>{label('clinics.edit')}<span className="vh"> {clinic.name}</span></PlainButton>
                      <PlainButton tone="quiet" size="small" onClick={() => setOpen({ kind: 'day', clinic })}>{label('today.change')}<span className="vh"> {clinic.name}</span></PlainButton>
                      {index > 0 && <PlainButton tone="quiet" size="small" busy={move.isPending} onClick={() => move.mutate({ clinic, order: index })}>{label('clinics.up')}<span className="vh"> {clinic.name}</span></PlainButton>}
                      {index < clinics.length - 1 && <PlainButton tone="quiet" size="small" busy={move.isPending} onClick={() => move.mutate({ clinic, order: index + 2 })}>{label('clinics.down')}<span className="vh"> {clinic.name}</span></PlainButton>}
                    </div></td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {open?.kind === 'edit' && <ClinicSheet slug={slug} clinic={open.clinic} onClose={() => setOpen(null)} onDone={done} />}
      {open?.kind === 'day' && <DaySheet slug={slug} clinic={open.clinic} schedule={clinicScheduleOf(opening, open.clinic)} mode="change" onClose={() => setOpen(null)} onDone={() => done(`เปลี่ยนเวลา ${open.clinic.name} แล้ว`)} />}
    </section>
  );
}

/** Who edited the table last. */
function LastEdit({ clinics }: { clinics: readonly ClinicView[] }) {
  const [last] = [...clinics].sort((a, b) => b.editedAt.localeCompare(a.editedAt));
  return last ? <p className="sm muted"><Words>{`แก้ไขล่าสุด ${momentText(last.editedAt)}${last.editedBy ? ` โดย ${last.editedBy.name}` : ''}`}</Words></p> : null;
}
