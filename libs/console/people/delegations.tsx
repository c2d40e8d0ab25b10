import type { DelegationView, MemberView, UnitView } from '@prongsai/kernel/contracts';
import { delegationKinds, delegationKindWords, type DelegationKind } from '@prongsai/kernel/workflow';
import {
  callApi, can, ConfirmAct, DayField, Empty, ErrorSummary, fieldTexts, periodText, PlainButton, readWhole, SelectField, Sheet, summaryLines, tenantKey, tenantPath, TextField, today, useMembership,
  useSession, Words, type ApiProblem, type FieldProblem,
} from '@prongsai/console/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent } from 'react';
import { label, roleLabel } from './labels';

/** Who acts for an approver or head; each ends by itself at the end of its last day. */
export function Delegations({ unit, members, onDone }: { unit: UnitView; members: readonly MemberView[]; onDone: (text: string) => void }) {
  const { slug } = unit;
  const [opened, setOpened] = useState(false);
  const query = useQuery({ queryKey: tenantKey(slug, 'delegations'), queryFn: ({ signal }) => readWhole<DelegationView>(tenantPath(slug, 'delegations'), signal) });
  const roles = useMembership(slug)?.roles ?? [];
  const mayGive = (unit.abilities['appoint']?.allowed ?? false) || roles.includes('approver');
  const items = query.data ?? [];
  if (items.length === 0 && !mayGive) return null;
  return (
    <section className="card stack-s" aria-labelledby="delegations">
      <div className="row between top"><h2 id="delegations"><Words>{label('delegation.title')}</Words></h2>{mayGive && <PlainButton tone="sec" size="small" onClick={() => setOpened(true)}>{label('delegation.give')}</PlainButton>}</div>
      {items.length === 0 ? <Empty>ไม่มีผู้ทำหน้าที่แทน มอบหมายก่อนไปราชการหรือลา เพื่อให้คำขอไม่ค้าง</Empty> : (
        <ul className="plain stack-s">
          {items.map((item) => (
            <li key={item.id} className="row between top">
              <span>
                <b><Words>{item.delegate.name}</Words></b> <Words>{`${delegationKindWords[item.kind]} ${roleLabel(item.role)} ${item.principal.name}`}</Words><br />
                <span className="sm muted"><Words>{[periodText(item.from, item.until), item.orderNumber ? `คำสั่ง ${item.orderNumber}` : ''].filter(Boolean).join(' · ')}</Words></span>
              </span>
              {can(item.abilities, 'end') && (
                <ConfirmAct label={label('delegation.end')} about={item.delegate.name} title={`${label('delegation.end')}: ${item.delegate.name}`} consequence="ผู้ทำหน้าที่แทนพิจารณาต่อไม่ได้ทันที ผลที่พิจารณาไปแล้วไม่เปลี่ยน" backLabel={label('delegation.keep')}
                  run={() => callApi('DELETE', tenantPath(slug, 'delegations', item.id))} onDone={() => onDone(`สิ้นสุดการทำหน้าที่แทนของ ${item.delegate.name} แล้ว`)} />
              )}
            </li>
          ))}
        </ul>
      )}
      {opened && <DelegationSheet unit={unit} members={members} onClose={() => setOpened(false)} onDone={(name) => { setOpened(false); onDone(`มอบหมาย ${name} ทำหน้าที่แทนแล้ว`); }} />}
    </section>
  );
}

const offices = ['unit_head', 'approver'] as const;

function DelegationSheet({ unit, members, onClose, onDone }: { unit: UnitView; members: readonly MemberView[]; onClose: () => void; onDone: (name: string) => void }) {
  const { account } = useSession();
  const mayAny = unit.abilities['appoint']?.allowed ?? false;
  const held = members.flatMap((member) => offices.filter((role) => (mayAny || member.accountId === account.id) && member.appointments.some((one) => one.role === role)).map((role) => ({ member, role })));
  const own = held.find(({ member }) => member.accountId === account.id) ?? held[0];
  const [office, setOffice] = useState(own ? `${own.role} ${own.member.accountId}` : '');
  const [delegateId, setDelegateId] = useState('');
  const [kind, setKind] = useState<string>('delegated');
  const [orderNumber, setOrderNumber] = useState('');
  const [days, setDays] = useState<{ from: string | null; until: string | null }>({ from: today(), until: null });
  const [unread, setUnread] = useState<Record<string, string>>({});
  const [wrong, setWrong] = useState<FieldProblem[]>([]);
  const [role, principalId] = office.split(' ');
  const act = useMutation<DelegationView, ApiProblem>({
    mutationFn: () => callApi<DelegationView>('POST', tenantPath(unit.slug, 'delegations'), { principalId, delegateId, role, kind: kind as DelegationKind, orderNumber: orderNumber.trim() || null, ...days }),
    onSuccess: (made) => onDone(made.delegate.name),
  });
  const refused = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  const lines = wrong.length > 0 ? wrong : refused;
  const texts = fieldTexts(lines);
  function send(event: FormEvent): void {
    event.preventDefault();
    if (act.isPending) return;
    const found: FieldProblem[] = [
      ...(office ? [] : [{ path: 'principalId', text: 'เลือกหน้าที่ที่จะมอบ' }]), ...(delegateId ? [] : [{ path: 'delegateId', text: 'เลือกผู้ทำหน้าที่แทน' }]),
      ...(['from', 'until'] as const).flatMap((path) => (unread[path] ? [{ path, text: unread[path] }] : days[path] ? [] : [{ path, text: path === 'from' ? 'ระบุวันเริ่ม' : 'ระบุวันสุดท้าย' }])),
    ];
    setWrong(found);
    if (found.length === 0) act.mutate();
  }
  const day = (path: 'from' | 'until') => (
    <DayField path={path} label={label(`delegation.${path}`)} value={days[path]} error={texts[path]}
      onChange={(value, text) => { setUnread(({ [path]: _gone, ...rest }) => (text ? { ...rest, [path]: text } : rest)); if (!text) setDays((all) => ({ ...all, [path]: value })); }} />
  );
  return (
    <Sheet title={label('delegation.give')} opened onClose={onClose}>
      <form className="stack" noValidate onSubmit={send}>
        <ErrorSummary title={act.error?.title ?? 'ยังบันทึกไม่ได้'} lines={lines} />
        <SelectField path="principalId" label={label('delegation.office')} value={office} onChange={setOffice} error={texts['principalId']} choices={held.map(({ member, role: of }) => ({ value: `${of} ${member.accountId}`, label: `${roleLabel(of)} ${member.name}` }))} />
        <SelectField path="delegateId" label={label('delegation.delegate')} empty={label('delegation.choose')} value={delegateId} onChange={setDelegateId} error={texts['delegateId']}
          choices={members.filter(({ accountId, suspended }) => accountId !== principalId && !suspended).map(({ accountId, name }) => ({ value: accountId, label: name }))} />
        <SelectField path="kind" label={label('delegation.kind')} value={kind} onChange={setKind} choices={delegationKinds.map((value) => ({ value, label: delegationKindWords[value] }))} />
        <div className="g2">{day('from')}{day('until')}</div>
        <TextField path="orderNumber" label={label('delegation.order')} optional value={orderNumber} onChange={setOrderNumber} error={texts['orderNumber']} />
        <p className="sm muted"><Words>ผลที่พิจารณาแทนแสดงทั้งสองชื่อ ผู้ทำหน้าที่แทนพิจารณาคำขอของตนเองและของผู้มอบไม่ได้ สิ้นสุดเองเมื่อสิ้นวันสุดท้าย</Words></p>
        <PlainButton type="submit" size="big" wide busy={act.isPending}>{label('delegation.give')}</PlainButton>
      </form>
    </Sheet>
  );
}
