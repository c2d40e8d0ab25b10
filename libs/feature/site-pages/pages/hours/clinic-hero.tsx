import type { ComponentChildren } from 'preact';
import { bangkokDay, dayFrom, formatThaiDate, formatThaiTime, longDay, thaiWeekdays, thaiWeekdaysShort, weekday } from '@prongsai/kernel/thai';
import { clinicDays } from '@prongsai/domain/hours';
import { PhoneLink } from '../parts/contact-facts';
import { Words } from '../parts/words';
import { DayTable } from './day-table';
import { clinicsOfDay, homePathOf, type HoursFacts } from './hours-facts';
import { OpenTag } from './open-now';

/** Whether the home leads with today's clinics. */
export function hasClinics({ hours }: HoursFacts): boolean {
  return hours.clinics.length > 0;
}

/** The first thing on a hospital's home: its clinics of today, or of another day of the strip; `children` stand beside them. */
export function ClinicHero({ facts, phone, children }: { facts: HoursFacts; phone: string | null; children: ComponentChildren }) {
  const { day, now } = facts;
  const isToday = day === bangkokDay(now);
  const heading = headingOf(facts, isToday);
  return (
    <div class="hero clinics">
      <div class="wrap">
        <section class="stack" aria-labelledby="clinics">
          <div>
            <p class="dt">วัน{thaiWeekdays[weekday(day)]}ที่ <time dateTime={day}>{formatThaiDate(day, 'long')}</time></p>
            <h1 id="clinics">{heading}</h1>
            {/* On a phone the card is below the table: whether it is open and whom to call stands here already. */}
            <p class="reach"><OpenTag facts={facts} />{phone ? <PhoneLink phone={phone} icon /> : null}</p>
          </div>
          <DayStrip facts={facts} />
          <DayTable facts={facts} caption={`คลินิกวัน${thaiWeekdays[weekday(day)]}ที่ ${formatThaiDate(day, 'long')}`} />
          <p class="sm dt"><Edited facts={facts} /> <a class="nb" href="/clinics">ดูตารางทั้งสัปดาห์</a></p>
        </section>
        <aside class="stack" aria-label="ติดต่อและเตรียมตัว">{children}</aside>
      </div>
    </div>
  );
}

function headingOf(facts: HoursFacts, isToday: boolean): string {
  const isHeld = clinicsOfDay(facts).some(({ ranges }) => ranges.length > 0);
  const name = dayFrom(bangkokDay(facts.now), facts.day);
  if (!isHeld) return `${name}ไม่มีคลินิก`;
  return isToday ? 'คลินิกที่เปิดวันนี้' : `คลินิก${name}`;
}

/** Days to choose from, as links: today's is the home itself. */
function DayStrip({ facts: { hours, day, now } }: { facts: HoursFacts }) {
  const today = bangkokDay(now);
  const days = clinicDays(hours, now);
  const shown = days.includes(day) ? days : [...days.slice(0, 4), day].sort();
  return (
    <nav class="days" aria-label="เลือกวัน">
      {shown.map((one) => (
        <a href={homePathOf({ day: one, now })} aria-current={one === day ? 'date' : undefined}>
          <span aria-hidden="true">{one === today ? 'วันนี้' : thaiWeekdaysShort[weekday(one)]}</span>
          <b aria-hidden="true">{Number(one.slice(8))}</b>
          <span class="vh">{one === today ? 'วันนี้ ' : ''}{longDay(one)}</span>
        </a>
      ))}
    </nav>
  );
}

/** When the table was edited last, and which section keeps it. No person is named (DESIGN 7). */
export function Edited({ facts: { hours, now } }: { facts: HoursFacts }) {
  if (!hours.editedAt) return null;
  const isToday = bangkokDay(hours.editedAt) === bangkokDay(now);
  const when = `${isToday ? 'วันนี้' : ` ${formatThaiDate(hours.editedAt, 'short')}`} ${formatThaiTime(hours.editedAt)}`;
  return <Words text={`แก้ไขล่าสุด${when}${hours.opening?.keeper ? ` โดย${hours.opening.keeper}` : ''}`} />;
}
