import type { MemberView } from '@prongsai/kernel/contracts';
import { roleWords, type TenantRole } from '@prongsai/kernel/workflow';
import { callApi, DoneNote, ErrorSummary, fieldTexts, PlainButton, SelectField, StatusTag, summaryLines, tenantPath, TextField, Words, type ApiProblem } from '@prongsai/console/ui';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { label } from './labels';
import { markOf, peopleThere } from './opening';
import type { StepProps } from './step-props';

const offered: readonly TenantRole[] = ['unit_head', 'approver', 'web_master', 'content_owner', 'data_steward'];
const nobody = { name: '', email: '', position: '', orderNumber: '' };

/** Who does what: a head or approver, two web masters, an owner of content; each is invited by mail. */
export function PeopleStep({ unit, members, onDone, onNext, onBack }: StepProps) {
  const { needs, nextRole } = peopleThere(members);
  return (
    <>
      <h2>ใครทำหน้าที่อะไร</h2>
      <p className="lead"><Words>ต้องมีผู้อนุมัติ 1 คน และ Web Master อย่างน้อย 2 คน เพื่อทำงานแทนกันได้</Words></p>
      <ul className="plain got" aria-label={label('open.step.people')}>
        {needs.map(({ need, there, count }) => <li key={need} className={there >= count ? 'is' : ''}><Words>{`${label(`open.need.${need}`)} ${there} จาก ${count} คน`}</Words></li>)}
      </ul>
      {members.length > 0 && (
        <ul className="list">
          {members.map((member) => (
            <li key={member.id} className="ps">
              <span className="ava" aria-hidden="true">{markOf(member.name)}</span>
              <div><b><Words>{member.name}</Words></b><p className="xs muted stay">{[member.position, member.email].filter(Boolean).join(' · ')}</p></div>
              <span className="row tight">{member.appointments.map(({ id, role }) => <StatusTag key={id} shape="plain">{roleWords[role]}</StatusTag>)}</span>
            </li>
          ))}
        </ul>
      )}
      {/* Another role to begin with makes the form anew. */}
      <InviteForm key={`${nextRole} ${members.length}`} slug={unit.slug} first={nextRole ?? 'content_owner'} onDone={onDone} />
      {nextRole === null && <DoneNote><Words>คนทำงานครบสำหรับเปิดเว็บแล้ว เพิ่มคนอื่นภายหลังได้ที่หน้าคนทำงาน</Words></DoneNote>}
      <div className="row"><PlainButton size="big" tone={nextRole === null ? '' : 'sec'} onClick={onNext}>{label('open.next')}</PlainButton><PlainButton tone="quiet" onClick={onBack}>{label('open.back')}</PlainButton></div>
    </>
  );
}

function InviteForm({ slug, first, onDone }: { slug: string; first: TenantRole; onDone: () => Promise<unknown> }) {
  const [role, setRole] = useState<TenantRole>(first);
  const [person, setPerson] = useState(nobody);
  const act = useMutation<MemberView, ApiProblem>({
    mutationFn: () => {
      const { orderNumber, ...who } = person;
      return callApi<MemberView>('POST', tenantPath(slug, 'members'), { ...who, appointment: { role, ...(orderNumber ? { orderNumber } : {}) } });
    },
    onSuccess: onDone,
  });
  const lines = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  const texts = fieldTexts(act.error?.fields ?? []);
  const field = (path: string, name: keyof typeof nobody) => ({ path, value: person[name], error: texts[path], onChange: (value: string) => setPerson((all) => ({ ...all, [name]: value })) });
  return (
    <form className="card stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending) act.mutate(); }}>
      <h3><Words>{`เพิ่ม ${roleWords[role]}`}</Words></h3>
      <ErrorSummary title={act.error?.title ?? ''} lines={lines} />
      <div className="g2">
        <SelectField path="appointment.role" label={label('field.role')} value={role} error={texts['appointment.role']} onChange={(value) => setRole(value as TenantRole)} choices={offered.map((value) => ({ value, label: roleWords[value] }))} />
        <TextField {...field('name', 'name')} label={label('field.person')} />
      </div>
      <div className="g2"><TextField {...field('email', 'email')} label={label('field.email')} type="email" inputMode="email" /><TextField {...field('position', 'position')} label={label('field.position')} optional /></div>
      {role === 'web_master' && <TextField {...field('appointment.orderNumber', 'orderNumber')} label={label('field.orderNumber')} hint="Web Master ต้องมีเลขที่คำสั่งแต่งตั้ง" />}
      <div className="row"><PlainButton type="submit" tone="sec" busy={act.isPending}>{label('open.invite')}</PlainButton><span className="sm muted"><Words>ระบบส่งอีเมลพร้อมลิงก์ตั้งรหัสผ่านทันที</Words></span></div>
    </form>
  );
}
