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

/**
 * SQL that is true for a delegation in force at instant `at`, whose giver still holds the role on the day `day`: it is no
 * more than what the giver has, and ends with it.
 */
export function delegationInForceSql(at: string, day: string): string {
  return `delegation.ended_at is null and delegation.starts_at <= ${at} and delegation.ends_at > ${at} and exists (
    select from appointment where appointment.tenant_id = delegation.tenant_id and appointment.account_id = delegation.principal_id and appointment.role = delegation.role and ${inForceSql(day)})`;
}
