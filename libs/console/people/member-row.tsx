import type { MemberView } from '@prongsai/kernel/contracts';
import { roleWords } from '@prongsai/kernel/workflow';
import {
  callApi, can, ChoiceRow, ConfirmAct, dayOfText, dayText, isOffered, PlainButton, ProblemNote, reasonsOf, StatusTag, tenantPath, today, WhyNot, Words, type ApiProblem,
} from '@prongsai/console/ui';
import { useMutation } from '@tanstack/react-query';
import { label, roleLabel } from './labels';

type Appointment = MemberView['appointments'][number];

interface RowProps {
  slug: string;
  member: MemberView;
  mayAppoint: boolean;
  maySuspend: boolean;
  onAppoint: () => void;
  /** What must be done first where the rule of two holds an appointment. */
  onAppointInstead: () => void;
  onDone: (text: string) => void;
}

/** One person: what they are appointed to, by which order and until when, and what can be done about it. */
export function MemberRow({ slug, member, mayAppoint, maySuspend, onAppoint, onAppointInstead, onDone }: RowProps) {
  return (
    <li className="person">
      <div className="row between top">
        <div className="grow">
          <h3><Words>{member.name}</Words></h3>
          <p className="sm muted stay"><Words>{[member.position, member.email].filter(Boolean).join(' · ')}</Words></p>
          {member.suspended && <StatusTag shape="late">{label('people.suspended')}</StatusTag>}
          {member.bouncedAt && <p><StatusTag shape="late">{label('people.bounced')}</StatusTag> <span className="sm muted"><Words>{`ตั้งแต่ ${dayOfText(member.bouncedAt)} ตรวจที่อยู่อีเมลกับเจ้าตัว`}</Words></span></p>}
        </div>
        {mayAppoint && !member.suspended && (
          <div className="row tight">
            <PlainButton tone="sec" size="small" onClick={onAppoint}>{label('people.appointMore')}<span className="vh"> {member.name}</span></PlainButton>
            {maySuspend && (
              <ConfirmAct label={label('people.suspend')} about={member.name} title={`${label('people.suspend')} ${member.name}`} backLabel="ไม่ระงับ"
                consequence="บุคคลนี้จะทำงานในหน่วยงานนี้ไม่ได้ทันที ถ้า Web Master เหลือไม่ครบ การเผยแพร่ของหน่วยงานจะพัก และหัวหน้าหน่วยงานได้รับแจ้ง"
                run={() => callApi('POST', tenantPath(slug, 'members', member.id, 'suspend'), {})} onDone={() => onDone(`ระงับบัญชี ${member.name} แล้ว`)} />
            )}
          </div>
        )}
      </div>
      <ul className="plain held">
        {member.appointments.map((appointment) => (
          <AppointmentRow key={appointment.id} appointment={appointment} name={member.name} onAppointInstead={onAppointInstead}
            end={() => callApi('DELETE', tenantPath(slug, 'members', member.id, 'appointments', appointment.id))}
            onDone={() => onDone(`สิ้นสุดหน้าที่ ${roleWords[appointment.role]} ของ ${member.name} แล้ว`)} />
        ))}
      </ul>
      {!member.suspended && <ShownPublicly slug={slug} member={member} mayChange={mayAppoint} onDone={onDone} />}
    </li>
  );
}

/** An appointment by its order and period. Where it cannot end now, the reason stands beside the button with what to do first. */
function AppointmentRow({ appointment, name, end, onAppointInstead, onDone }: { appointment: Appointment; name: string; end: () => Promise<unknown>; onAppointInstead: () => void; onDone: () => void }) {
  const { id, role, workGroup, orderNumber, from, until, abilities } = appointment;
  const facts = [workGroup, orderNumber ? `คำสั่ง ${orderNumber}` : null, `ตั้งแต่ ${dayText(from)}`, until ? `ถึง ${dayText(until)}` : null].filter(Boolean).join(' · ');
  const isHeldByRule = abilities['end']?.reasons.some(({ code }) => code === 'TWO_WEB_MASTERS') ?? false;
  const why = `why-${id}`;
  return (
    <li className="row between top">
      <p><StatusTag shape="plain">{roleLabel(role)}</StatusTag> <span className="sm muted"><Words>{facts}</Words></span>{until !== null && until < today() && <> <StatusTag shape="late">{label('people.ended')}</StatusTag></>}</p>
      {can(abilities, 'end') ? (
        <ConfirmAct label={label('people.end')} about={`${roleWords[role]} ของ ${name}`} title={`${label('people.end')} ${roleWords[role]}`} backLabel="ไม่สิ้นสุด"
          consequence={`${name} จะไม่ได้ทำหน้าที่ ${roleWords[role]} ของหน่วยงานตั้งแต่ตอนนี้`} run={end} onDone={onDone} />
      ) : isOffered(abilities, 'end') && (
        <div className="held-why">
          <button type="button" disabled className="btn sec small" aria-describedby={why}>{label('people.end')}<span className="vh">{` ${roleWords[role]} ของ ${name}`}</span></button>
          <WhyNot id={why} reasons={reasonsOf(abilities, 'end')} />
          {isHeldByRule && <PlainButton tone="quiet" size="small" onClick={onAppointInstead}>{label('people.appointInstead')}</PlainButton>}
        </div>
      )}
    </li>
  );
}

/** Whether the office shows the person's name, position and roles to the public; off until someone decides so. */
function ShownPublicly({ slug, member, mayChange, onDone }: { slug: string; member: MemberView; mayChange: boolean; onDone: (text: string) => void }) {
  const act = useMutation<MemberView, ApiProblem, boolean>({
    mutationFn: (shownPublicly) => callApi<MemberView>('PATCH', tenantPath(slug, 'members', member.id), { shownPublicly }),
    onSuccess: ({ shownPublicly }) => onDone(shownPublicly ? `เว็บไซต์แสดงชื่อ ${member.name} แล้ว` : `เว็บไซต์ไม่แสดงชื่อ ${member.name} แล้ว`),
  });
  if (!mayChange) return member.shownPublicly ? <p className="sm muted">{label('people.shown')}</p> : null;
  return (
    <>
      <ChoiceRow name={`shown-${member.id}`} checked={act.isPending ? act.variables : member.shownPublicly} onChange={(checked) => { if (!act.isPending) act.mutate(checked); }}>{label('people.shown')}<span className="vh"> {member.name}</span></ChoiceRow>
      {act.error && <ProblemNote error={act.error} />}
    </>
  );
}
