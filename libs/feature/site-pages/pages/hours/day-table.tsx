import { bangkokDay, dayFrom, formatTimeRange, hoursOn, nextDayWithHours, shownHours } from '@prongsai/kernel/thai';
import type { ClinicOnDay, PublicClinic } from '@prongsai/domain/hours';
import { Words } from '../parts/words';
import { clinicsOfDay, type HoursFacts } from './hours-facts';
import { StatusTag } from './open-now';

/** Where a clinic stands on the page of the whole week. */
export function clinicAnchor(facts: HoursFacts, clinic: PublicClinic): string {
  return `c${facts.hours.clinics.indexOf(clinic) + 1}`;
}

/** Whether one needs an appointment, and the extension to ask at. */
export function ClinicNeeds({ clinic: { appointment, phoneExtension } }: { clinic: PublicClinic }) {
  const needs = [appointment, phoneExtension ? `โทรต่อ\u00a0${phoneExtension}` : null].filter(Boolean).join(' · ');
  return needs ? <span class="nd"><Words text={needs} /></span> : null;
}

/** The clinics of one day: hours struck through with a word where they do not hold (DESIGN 5). */
export function DayTable({ facts, caption }: { facts: HoursFacts; caption: string }) {
  return (
    <table class="cl">
      <caption class="vh">{caption}</caption>
      <thead class="vh">
        <tr>
          <th scope="col">คลินิก</th>
          <th scope="col">เวลา</th>
          <th scope="col">สถานะ</th>
        </tr>
      </thead>
      <tbody>
        {clinicsOfDay(facts).map((row) => (
          <tr class={row.ranges.length === 0 ? 'off' : undefined}>
            <th scope="row">
              <a href={`/clinics#${clinicAnchor(facts, row.clinic)}`}><Words text={row.clinic.name} /></a>
              <ClinicNeeds clinic={row.clinic} />
            </th>
            <td class="tm"><Times row={row} facts={facts} /></td>
            <td><StatusTag status={row.status} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Times({ row, facts }: { row: ClinicOnDay; facts: HoursFacts }) {
  const { hours, struck } = shownHours(row);
  const times = hours.map((text, index) => <>{index > 0 ? ' ' : null}<span class="nb">{text}</span></>);
  return (
    <>
      {struck ? <s>{times}</s> : times}
      {row.words ? <span class="nd"><Words text={row.words} /></span> : null}
      {row.ranges.length === 0 ? <NextTime row={row} facts={facts} /> : null}
    </>
  );
}

/** When the clinic is held next, for whoever came on the wrong day. */
function NextTime({ row, facts: { now } }: { row: ClinicOnDay; facts: HoursFacts }) {
  const next = nextDayWithHours(row.schedule, row.day);
  const [first] = next ? hoursOn(row.schedule, next).ranges : [];
  if (!next || !first) return null;
  return <span class="nd">ครั้งถัดไป <span class="nb">{dayFrom(bangkokDay(now), next)}</span> <span class="nb">{formatTimeRange(first)}</span></span>;
}
