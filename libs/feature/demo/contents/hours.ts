import type { ClinicBody, ClinicDayBody, OpeningHoursBody } from '@prongsai/kernel/contracts';
import { addDays, emptyWeek, weekdayKeys, type TimeRange } from '@prongsai/kernel/thai';
import type { TenantKind } from '@prongsai/kernel/workflow';
import type { ClinicDayStory, HoursStory } from '../story';
import { workdayBefore, workdayFrom } from '../story-days';

type Week = OpeningHoursBody['weekly'];
type WeekdayKey = (typeof weekdayKeys)[number];

const workdays: readonly WeekdayKey[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
const morning: TimeRange = { from: '08:30', until: '12:00' };
const afternoon = (until: string): TimeRange => ({ from: '13:00', until });

function week(ranges: TimeRange[], days: readonly WeekdayKey[] = workdays): Week {
  return Object.fromEntries(weekdayKeys.map((key) => [key, days.includes(key) ? ranges : [...emptyWeek[key]]])) as Week;
}

const clinic = (name: string, appointment: string, weekly: Week, phoneExtension: string | null = null): ClinicBody => ({ name, appointment, phoneExtension, weekly, closesWithUnit: true });

/** The clinics of a made-up outpatient department, as in the design. */
const clinics: readonly ClinicBody[] = [
  clinic('ตรวจโรคทั่วไป', 'ไม่ต้องนัด', week([morning, afternoon('16:00')]), '101'),
  clinic('เบาหวาน ความดัน', 'ต้องนัด', week([morning], ['mon', 'tue', 'wed', 'thu'])),
  clinic('ทันตกรรม', 'ถอนฟันไม่ต้องนัด', week([morning, afternoon('15:30')]), '105'),
  clinic('ฝากครรภ์', 'ฝากครั้งแรกไม่ต้องนัด', week([morning], ['tue', 'thu'])),
  clinic('วัคซีนเด็ก', 'ต้องนัด', week([afternoon('15:30')], ['tue', 'wed'])),
  clinic('แพทย์แผนไทย', 'ต้องนัด', week([morning, afternoon('16:00')])),
];

/** Hospitals of the demo that have entered their clinics, and how many of them; the others show their hours only. */
const clinicsBySlug: Record<string, number> = {
  'kapho-hospital': 6, 'bothong-hospital': 6, 'pattani-hospital': 6, 'saiburi-hospital': 5, 'yaring-hospital': 4, 'maelan-hospital': 3,
};

const madeUp = 'ตารางสมมติของระบบสาธิต';

/** When a demo unit is open: office hours, and the clinics of some hospitals with what differs around the day of telling. */
export function hoursStory({ slug, kind, asOf }: { slug: string; kind: TenantKind; asOf: string }): HoursStory {
  const held = clinics.slice(0, clinicsBySlug[slug] ?? 0);
  const isHospital = kind === 'hospital' || kind === 'subdistrict_hospital';
  return {
    opening: {
      version: 0, weekly: week([{ from: '08:30', until: '16:30' }]), closedOnHolidays: true, note: 'เว้นวันหยุดราชการ', days: [],
      keeper: held.length > 0 ? `งานผู้ป่วยนอก (${madeUp})` : null,
      hints: isHospital && held.length > 0 ? ['บัตรประชาชน หรือใบนัด', 'ยาที่กินอยู่ทุกชนิด', ...(slug.startsWith('bothong') ? [] : ['มีล่ามภาษามลายูที่จุดคัดกรอง'])] : [],
    },
    clinics: held,
    days: held.length === clinics.length ? changedDays(asOf) : [],
  };
}

function changedDays(asOf: string): ClinicDayStory[] {
  const on = workdayBefore(asOf);
  const changed = (name: string, day: string, hours: ClinicDayBody['hours'], words: string): ClinicDayStory => ({ on, clinic: name, body: { day, hours, words } });
  const soon = workdayFrom(asOf);
  return [
    changed('แพทย์แผนไทย', soon, [], 'แพทย์ไปราชการ (สมมติ)'),
    changed('ทันตกรรม', workdayFrom(addDays(soon, 1)), [morning], 'ช่วงบ่ายบำรุงเครื่องมือ (สมมติ)'),
  ];
}
