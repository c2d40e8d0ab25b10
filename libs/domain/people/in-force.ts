/**
 * SQL that is true for an appointment in force on day `$day`. A web master's term that ends by its date leaves the
 * last ones in force: only acts end them (SPEC 4), so a past term still counts while too few others are in date.
 */
export function inForceSql(day: string): string {
  return `appointment.ended_at is null and appointment.suspended_at is null and appointment.from_on <= ${day}
    and (appointment.until_on is null or appointment.until_on >= ${day}
      or (appointment.role = 'web_master' and (
        select count(*) from appointment other
        where other.tenant_id = appointment.tenant_id and other.role = 'web_master' and other.ended_at is null and other.suspended_at is null
          and other.from_on <= ${day} and (other.until_on is null or other.until_on >= ${day})) < 2))`;
}
