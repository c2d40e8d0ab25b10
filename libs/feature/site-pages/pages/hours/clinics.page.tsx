import { bangkokDay, formatThaiDate, hoursOn, longDay, shownHours, thaiWeekdaysShort, weekday, weekSentence, type Schedule } from '@prongsai/kernel/thai';
import { clinicSchedule } from '@prongsai/domain/hours';
import { sitePage, type SiteFrame } from '../parts/site-frame';
import { PhoneLink } from '../parts/contact-facts';
import { Words } from '../parts/words';
import { Edited } from './clinic-hero';
import { clinicAnchor, ClinicNeeds } from './day-table';
import { weekFrom, type HoursFacts } from './hours-facts';
import { HoursLines, OpenTag } from './open-now';

/** Every clinic of a unit over the seven days from today on. */
export function clinicsPage(frame: SiteFrame, facts: HoursFacts): string {
  const { tenant } = frame;
  const days = weekFrom(facts);
  const today = bangkokDay(facts.now);
  return sitePage(
    frame,
    { title: 'ตารางคลินิก', path: '/clinics', above: [], description: `คลินิกของ${tenant.nameTh} เวลาและการนัดในเจ็ดวันนี้` },
    <div class="wrap page stack">
      <header class="stack-s">
        <h1>ตารางคลินิก</h1>
        <p><OpenTag facts={facts} /></p>
        <HoursLines facts={facts} />
        {tenant.phone ? <p>สอบถามโทร <PhoneLink phone={tenant.phone} /></p> : null}
      </header>
      <div class="wk-scroll" role="region" aria-label="ตารางคลินิกเจ็ดวัน" tabIndex={0}>
        <table class="wk">
          <caption class="vh">คลินิกตั้งแต่วันนี้ถึง{longDay(days.at(-1) ?? today)}</caption>
          <thead>
            <tr>
              <th scope="col">คลินิก</th>
              {days.map((day) => (
                <th scope="col">
                  <span class="nb">{day === today ? 'วันนี้' : thaiWeekdaysShort[weekday(day)]}</span> <span class="nb">{dayAndMonth(day)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {facts.hours.clinics.map((clinic) => {
              const schedule = clinicSchedule(facts.hours, clinic);
              return (
                <tr id={clinicAnchor(facts, clinic)}>
                  <th scope="row">
                    <Words text={clinic.name} />
                    <ClinicNeeds clinic={clinic} />
                    <span class="nd"><Words text={weekSentence(clinic.weekly, null)} /></span>
                  </th>
                  {days.map((day) => <td data-label={day === today ? `วันนี้ ${dayAndMonth(day)}` : `${thaiWeekdaysShort[weekday(day)]} ${dayAndMonth(day)}`}><DayCell schedule={schedule} day={day} /></td>)}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p class="sm muted"><Edited facts={facts} /></p>
    </div>,
  );
}

function dayAndMonth(day: string): string {
  return formatThaiDate(day, 'short').split('\u00a0').slice(0, 2).join('\u00a0');
}

function DayCell({ schedule, day }: { schedule: Schedule; day: string }) {
  const of = hoursOn(schedule, day);
  const { hours, struck } = shownHours(of);
  if (hours.length === 0) return <span class="muted">–</span>;
  const times = hours.map((text) => <span class="nb">{text.replace(/\u00a0น\.$/, '')} </span>);
  return (
    <span>
      {struck ? <><s>{times}</s> <b class="no-clinic">งด</b></> : times}
      {of.words ? <span class="nd"><Words text={of.words} /></span> : null}
    </span>
  );
}
