import { tenantRoles, type TenantRole } from '@prongsai/kernel/workflow';
import { DayField, SelectField, TextField, type UnitFacts } from '@prongsai/console/ui';
import { label, roleLabel } from './labels';

/** An appointment as the form holds it. */
export interface AppointmentDraft {
  role: TenantRole | '';
  workGroupId: string;
  orderNumber: string;
  from: string | null;
  until: string | null;
}

export const emptyAppointment: AppointmentDraft = { role: '', workGroupId: '', orderNumber: '', from: null, until: null };

/** The body of an appointment: what was left empty is left out. */
export function appointmentBody(draft: AppointmentDraft): Record<string, unknown> {
  return {
    ...(draft.role ? { role: draft.role } : {}), ...(draft.workGroupId ? { workGroupId: draft.workGroupId } : {}),
    ...(draft.orderNumber ? { orderNumber: draft.orderNumber } : {}), ...(draft.from ? { from: draft.from } : {}), ...(draft.until ? { until: draft.until } : {}),
  };
}

/** Role, work group, order and dates. `prefix` is where they stand in the body, for the errors beside them. */
export function AppointmentFields({ draft, onChange, onUnread, texts, prefix = '', unit }: {
  draft: AppointmentDraft; onChange: (fields: Partial<AppointmentDraft>) => void; onUnread: (path: string, text: string | null) => void;
  texts: Record<string, string>; prefix?: string; unit: UnitFacts | undefined;
}) {
  const at = (name: string) => `${prefix}${name}`;
  return (
    <>
      <SelectField path={at('role')} label={label('field.role')} empty="เลือกหน้าที่" value={draft.role} error={texts[at('role')]} onChange={(role) => onChange({ role: role as TenantRole | '' })}
        choices={tenantRoles.map((role) => ({ value: role, label: roleLabel(role) }))} />
      {unit && unit.workGroups.length > 0 && (
        <SelectField path={at('workGroupId')} label={label('field.workGroup')} optional empty="ไม่ระบุกลุ่มงาน" value={draft.workGroupId} error={texts[at('workGroupId')]}
          onChange={(workGroupId) => onChange({ workGroupId })} choices={unit.workGroups.map(({ id, name }) => ({ value: id, label: name }))} />
      )}
      <TextField path={at('orderNumber')} label={label('field.orderNumber')} hint="Web Master ต้องมีเลขที่คำสั่งแต่งตั้ง" value={draft.orderNumber} error={texts[at('orderNumber')]} onChange={(orderNumber) => onChange({ orderNumber })} />
      <div className="g2">
        <DayField path={at('from')} label={label('field.from')} optional hint="เว้นว่างคือวันนี้" value={draft.from} error={texts[at('from')]} onChange={(from, wrong) => { onUnread(at('from'), wrong); if (!wrong) onChange({ from }); }} />
        <DayField path={at('until')} label={label('field.until')} optional hint="เว้นว่างคือไม่มีวันสิ้นสุด" value={draft.until} error={texts[at('until')]} onChange={(until, wrong) => { onUnread(at('until'), wrong); if (!wrong) onChange({ until }); }} />
      </div>
    </>
  );
}
