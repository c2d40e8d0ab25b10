import type { MemberView, UnitView } from '@prongsai/kernel/contracts';
import { addDays, compareThai } from '@prongsai/kernel/thai';
import type { TenantRole } from '@prongsai/kernel/workflow';

type Appointment = MemberView['appointments'][number];

/** Roles in the order in which a unit is told: who decides, who publishes, who asks. */
export const roleOrder: readonly TenantRole[] = ['unit_head', 'approver', 'web_master', 'data_steward', 'content_owner'];

/** Days before the end of a term from which it is told. */
const endingDays = 60;
/** Data stewards that every work group of a hospital must have (seed 004, 4.1). */
const stewardsPerGroup = 2;

function rankOf({ appointments }: MemberView): number {
  return Math.min(...appointments.map(({ role }) => roleOrder.indexOf(role)), roleOrder.length);
}

/** Members who hold the role, or all: by the first of their roles, then by name. */
export function membersWanted(members: readonly MemberView[], role: string): MemberView[] {
  return members.filter(({ appointments }) => role === '' || appointments.some((one) => one.role === role)).sort((a, b) => rankOf(a) - rankOf(b) || compareThai(a.name, b.name));
}

/** Terms that are over or end within 60 days, the earliest first. `today` is an ISO day. */
export function termsEnding(members: readonly MemberView[], today: string): Array<{ member: MemberView; appointment: Appointment; until: string; isOver: boolean }> {
  const last = addDays(today, endingDays);
  return members
    .flatMap((member) => member.appointments.flatMap((appointment) => (appointment.until !== null && appointment.until <= last ? [{ member, appointment, until: appointment.until, isOver: appointment.until < today }] : [])))
    .sort((a, b) => (a.until < b.until ? -1 : 1));
}

/** The work groups with their data stewards; `missing` counts only where the unit's kind needs them. */
export function stewardsByGroup(unit: Pick<UnitView, 'kind' | 'workGroups'>, members: readonly MemberView[]): Array<{ id: string; name: string; stewards: string[]; missing: number }> {
  return unit.workGroups.map(({ id, name }) => {
    const stewards = members.filter(({ suspended, appointments }) => !suspended && appointments.some(({ role, workGroup }) => role === 'data_steward' && workGroup === name)).map((member) => member.name);
    return { id, name, stewards, missing: unit.kind === 'hospital' ? Math.max(stewardsPerGroup - stewards.length, 0) : 0 };
  });
}
