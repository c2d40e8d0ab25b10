import type { ClinicBody, OpeningHoursBody } from '@prongsai/kernel/contracts';
import { addDays, bangkokDay, emptyWeek, weekdayKeys, type TimeRange } from '@prongsai/kernel/thai';
import { BusinessClock } from '@prongsai/platform/config';
import { AddClinic, ChangeClinicDay, SetOpeningHours } from '@prongsai/domain/hours';
import type { Providers } from './open-domain';
import { unique } from './people';
import type { TestTenant } from './tenant';

/** A week with the same hours on the given days, Monday to Friday by default. */
export function aWeek(ranges: TimeRange[], days: readonly (typeof weekdayKeys)[number][] = ['mon', 'tue', 'wed', 'thu', 'fri']): OpeningHoursBody['weekly'] {
  return Object.fromEntries(weekdayKeys.map((key) => [key, days.includes(key) ? ranges : [...emptyWeek[key]]])) as OpeningHoursBody['weekly'];
}

/** Office hours as a body, `more` over them. */
export function anOpeningHoursBody(more: Partial<OpeningHoursBody> = {}): OpeningHoursBody {
  return {
    version: 0, weekly: aWeek([{ from: '08:30', until: '16:30' }]), closedOnHolidays: true, note: 'เว้นวันหยุดราชการ', keeper: 'งานผู้ป่วยนอก', hints: ['บัตรประชาชน หรือใบนัด'], days: [], ...more,
  };
}

/** A clinic as a body, `more` over it. */
export function aClinicBody(more: Partial<ClinicBody> = {}): ClinicBody {
  return { name: unique('คลินิก'), appointment: 'ต้องนัด', phoneExtension: null, weekly: aWeek([{ from: '08:30', until: '12:00' }]), closesWithUnit: true, ...more };
}

/** Adds a clinic to the unit; answers its id. */
export function aClinic(rooms: Providers, unit: TestTenant, more: Partial<ClinicBody> = {}): Promise<string> {
  return rooms.get(AddClinic).run(unit.actors.webMaster1, aClinicBody(more));
}

/** Opening hours with a day off of the unit's own, and a clinic that is cancelled tomorrow. */
export async function someHours(rooms: Providers, unit: TestTenant): Promise<{ clinicId: string }> {
  const { webMaster1 } = unit.actors;
  const tomorrow = addDays(bangkokDay(rooms.get(BusinessClock).now()), 1);
  await rooms.get(SetOpeningHours).run(webMaster1, anOpeningHoursBody({ days: [{ day: tomorrow, hours: [], words: 'อบรมบุคลากร' }] }));
  const clinicId = await aClinic(rooms, unit);
  await rooms.get(ChangeClinicDay).run(webMaster1, clinicId, { day: tomorrow, hours: [], words: 'แพทย์ประชุม' });
  return { clinicId };
}
