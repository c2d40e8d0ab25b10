import { Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import type { ClinicView, OpeningHoursView } from '@prongsai/kernel/contracts';
import { addDays, bangkokDay, emptyWeek, type DayChange, type TimeRange, type WeekHours } from '@prongsai/kernel/thai';
import type { TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import type { PublicHours } from './answers';
import { hoursReasons } from './hours-reasons';

interface DayRow {
  day: string;
  ranges: TimeRange[];
  words: string | null;
}

interface OpeningRow {
  version: number; weekly: WeekHours; closedOnHolidays: boolean; note: string | null; keeper: string | null; hints: string[];
  editedByName: string | null; editedAt: Date; days: DayRow[] | null;
}

interface ClinicRow {
  id: string; version: number; name: string; order: number; appointment: string | null; phoneExtension: string | null; weekly: WeekHours;
  closesWithUnit: boolean; editedByName: string | null; editedAt: Date; days: DayRow[] | null;
}

interface PublicRow {
  opening: (Omit<OpeningRow, 'version' | 'editedByName' | 'editedAt'> & { editedAt: string }) | null;
  clinics: Array<Omit<ClinicRow, 'version' | 'editedByName' | 'editedAt' | 'order'>> | null;
  holidays: Record<string, string> | null;
  editedAt: Date | null;
}

const daysOfClinic = `(select jsonb_agg(jsonb_build_object('day', day, 'ranges', ranges, 'words', words) order by day)
  from clinic_day where clinic_day.tenant_id = clinic.tenant_id and clinic_day.clinic_id = clinic.id and day >= $1::date)`;
const daysOfUnit = `(select jsonb_agg(jsonb_build_object('day', day, 'ranges', ranges, 'words', words) order by day)
  from opening_day where opening_day.tenant_id = opening_hours.tenant_id and day >= $1::date)`;

/** Reads hours and clinics. Days gone by are left out, yesterday excepted: what began then may still be open. */
@Injectable()
export class HoursReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  /** As staff inside the tenant: its opening hours; empty ones with version 0 when nothing was entered. */
  async opening(actor: TenantActor): Promise<OpeningHoursView> {
    const { manager } = this.transaction;
    const [row]: OpeningRow[] = await manager.query(
      `select version, weekly, closed_on_holidays as "closedOnHolidays", note, keeper, hints, account.name as "editedByName", edited_at as "editedAt", ${daysOfUnit} as days
       from opening_hours left join account on account.id = edited_by where tenant_id = $2`,
      [this.since(), actor.tenantId],
    );
    const holidays: Array<{ day: string; name: string }> = await manager.query(
      'select day, name from holiday where network_id = (select network_id from tenant where id = $2) and day >= $1::date order by day', [this.since(), actor.tenantId],
    );
    const abilities = abilitiesOf(actor, ['change']);
    if (!row) {
      return { version: 0, weekly: mutable(emptyWeek), closedOnHolidays: true, note: null, keeper: null, hints: [], days: [], holidays, editedBy: null, editedAt: null, abilities };
    }
    const { editedByName, editedAt, days, weekly, ...rest } = row;
    return { ...rest, weekly: mutable(weekly), days: daysView(days), holidays, editedBy: editedByName === null ? null : { name: editedByName }, editedAt: editedAt.toISOString(), abilities };
  }

  /** As staff inside the tenant: its clinics in their order, or the one with this id. */
  async clinics(actor: TenantActor, id?: string): Promise<ClinicView[]> {
    const rows: ClinicRow[] = await this.transaction.manager.query(
      `select clinic.id, version, clinic.name, ord as "order", appointment, phone_extension as "phoneExtension", weekly, closes_with_unit as "closesWithUnit",
              account.name as "editedByName", edited_at as "editedAt", ${daysOfClinic} as days
       from clinic left join account on account.id = edited_by where tenant_id = $2 and ($3::uuid is null or clinic.id = $3) order by ord, clinic.id`,
      [this.since(), actor.tenantId, id ?? null],
    );
    const abilities = abilitiesOf(actor, ['change', 'remove', 'changeDay']);
    return rows.map(({ editedByName, editedAt, days, weekly, ...rest }) => ({
      ...rest, weekly: mutable(weekly), days: daysView(days), editedBy: editedByName === null ? null : { name: editedByName }, editedAt: editedAt.toISOString(), abilities,
    }));
  }

  /** As the site, inside the unit: everything that its pages say of hours, in one statement. */
  async findPublic(): Promise<PublicHours> {
    const [row]: PublicRow[] = await this.transaction.manager.query(
      `select (select jsonb_build_object('weekly', weekly, 'closedOnHolidays', closed_on_holidays, 'note', note, 'keeper', keeper, 'hints', hints, 'days', ${daysOfUnit})
               from opening_hours where tenant_id = app.tenant_id()) as opening,
              (select jsonb_agg(jsonb_build_object('id', id, 'name', name, 'appointment', appointment, 'phoneExtension', phone_extension, 'weekly', weekly,
                                                   'closesWithUnit', closes_with_unit, 'days', ${daysOfClinic}) order by ord, id)
               from clinic where tenant_id = app.tenant_id()) as clinics,
              (select jsonb_object_agg(day, name) from holiday where day >= $1::date) as holidays,
              greatest((select max(edited_at) from opening_hours where tenant_id = app.tenant_id()), (select max(edited_at) from clinic where tenant_id = app.tenant_id()),
                       (select max(edited_at) from clinic_day where tenant_id = app.tenant_id() and day >= $1::date)) as "editedAt"`,
      [this.since()],
    );
    const { opening = null, clinics = null, holidays = null, editedAt = null } = row ?? {};
    return {
      opening: opening && { ...opening, changes: changesOf(opening.days) },
      clinics: (clinics ?? []).map(({ days, ...clinic }) => ({ ...clinic, changes: changesOf(days) })),
      holidays: new Map(Object.entries(holidays ?? {})),
      editedAt,
    };
  }

  /** As the site, inside the unit: whether it has entered clinics. */
  async hasClinics(): Promise<boolean> {
    const [row]: Array<{ has: boolean }> = await this.transaction.manager.query('select exists (select from clinic where tenant_id = app.tenant_id()) as has');
    return row?.has ?? false;
  }

  private since(): string {
    return addDays(bangkokDay(this.clock.now()), -1);
  }
}

function changesOf(days: DayRow[] | null): Map<string, DayChange> {
  return new Map((days ?? []).map(({ day, ranges, words }) => [day, { ranges, words }]));
}

function daysView(days: DayRow[] | null): OpeningHoursView['days'] {
  return (days ?? []).map(({ day, ranges, words }) => ({ day, hours: ranges, words }));
}

function mutable(weekly: WeekHours): OpeningHoursView['weekly'] {
  return Object.fromEntries(Object.entries(weekly).map(([key, ranges]) => [key, [...ranges]])) as OpeningHoursView['weekly'];
}

function abilitiesOf(actor: TenantActor, acts: readonly string[]): OpeningHoursView['abilities'] {
  const reasons = hoursReasons(actor);
  return Object.fromEntries(acts.map((act) => [act, { allowed: reasons.length === 0, reasons }]));
}
