import type { MemberView } from '@prongsai/kernel/contracts';
import { roleWords } from '@prongsai/kernel/workflow';
import {
  callApi, can, ConfirmAct, dayText, DoneNote, Empty, isOffered, PageHead, PlainButton, Reading, reasonsOf, StatusTag, tenantKey, tenantPath, usePlace,
  useTenantName, useUnit, WhyNot, Words, type Page, type UnitFacts,
} from '@prongsai/console/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ContactSheet } from './contact-sheet';
import { GoLive } from './go-live';
import { AddMemberSheet, AppointSheet } from './people-sheets';
import { WorkGroups } from './work-groups';

type Appointment = MemberView['appointments'][number];

/** Who works here and by which order; the rule of two explained where it matters. */
export function PeoplePage() {
  const { slug } = usePlace();
  const unitName = useTenantName(slug);
  const client = useQueryClient();
  const { data: unit } = useUnit(slug);
  const query = useQuery({ queryKey: tenantKey(slug, 'members'), queryFn: ({ signal }) => callApi<Page<MemberView>>('GET', tenantPath(slug, 'members'), undefined, signal) });
  const members = query.data?.items ?? [];
  const [adding, setAdding] = useState(false);
  const [appointing, setAppointing] = useState<MemberView | null>(null);
  const [contacting, setContacting] = useState(false);
  const [done, setDone] = useState('');
  const settle = (text: string) => { setDone(text); setAdding(false); setAppointing(null); setContacting(false); void client.invalidateQueries({ queryKey: tenantKey(slug) }); };
  const mayAppoint = unit?.abilities['appoint']?.allowed ?? false;
  return (
    <>
      <PageHead title="คนทำงาน" unit={unitName} actions={<>{unit?.abilities['change']?.allowed && <PlainButton tone="sec" onClick={() => setContacting(true)}>ข้อมูลติดต่อ</PlainButton>}{mayAppoint && <PlainButton onClick={() => setAdding(true)}>เพิ่มคนทำงาน</PlainButton>}</>} />
      <div className="stack">
        {unit && contacting && <ContactSheet unit={unit} opened onClose={() => setContacting(false)} onDone={() => settle('บันทึกข้อมูลติดต่อแล้ว')} />}
        {unit && <GoLive unit={unit} onDone={() => settle('เปิดเว็บไซต์ของหน่วยงานแล้ว')} />}
        {unit && <RuleOfTwo unit={unit} />}
        {done && <DoneNote><Words>{done}</Words></DoneNote>}
        <Reading isPending={query.isPending} error={query.error} onRetry={() => void query.refetch()} what="รายชื่อ">
          {members.length === 0 ? <Empty>ยังไม่มี Web Master แต่งตั้งอย่างน้อย 2 คนก่อนเปิดเว็บ</Empty> : (
            <ul className="list">
              {members.map((member) => (
                <li key={member.id} className="person">
                  <div className="row between top">
                    <div>
                      <h2 className="small-h"><Words>{member.name}</Words></h2>
                      <p className="sm muted">{[member.position, member.email].filter(Boolean).join(' · ')}</p>
                      {member.suspended && <StatusTag shape="late">ระงับบัญชีในหน่วยงาน</StatusTag>}
                    </div>
                    {mayAppoint && !member.suspended && (
                      <div className="row tight">
                        <PlainButton tone="sec" size="small" onClick={() => setAppointing(member)}>แต่งตั้งเพิ่ม<span className="vh"> {member.name}</span></PlainButton>
                        {unit?.abilities['suspend']?.allowed && (
                          <ConfirmAct label="ระงับบัญชี" about={member.name} title={`ระงับบัญชี ${member.name}`} backLabel="ไม่ระงับ"
                            consequence="บุคคลนี้จะทำงานในหน่วยงานนี้ไม่ได้ทันที ถ้า Web Master เหลือไม่ครบ การเผยแพร่ของหน่วยงานจะพัก และหัวหน้าหน่วยงานได้รับแจ้ง"
                            run={() => callApi('POST', tenantPath(slug, 'members', member.id, 'suspend'), {})} onDone={() => settle(`ระงับบัญชี ${member.name} แล้ว`)} />
                        )}
                      </div>
                    )}
                  </div>
                  <ul className="plain held">
                    {member.appointments.map((appointment) => (
                      <AppointmentRow key={appointment.id} appointment={appointment} name={member.name}
                        end={() => callApi('DELETE', tenantPath(slug, 'members', member.id, 'appointments', appointment.id))}
                        onDone={() => settle(`สิ้นสุดหน้าที่ ${roleWords[appointment.role]} ของ ${member.name} แล้ว`)} />
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          )}
        </Reading>
        {unit && <WorkGroups unit={unit} onDone={() => settle('เพิ่มกลุ่มงานแล้ว')} />}
      </div>
      {adding && <AddMemberSheet slug={slug} unit={unit} onClose={() => setAdding(false)} onDone={({ name }) => settle(`เพิ่ม ${name} แล้ว`)} />}
      {appointing && <AppointSheet slug={slug} unit={unit} member={appointing} onClose={() => setAppointing(null)} onDone={({ name }) => settle(`แต่งตั้ง ${name} แล้ว`)} />}
    </>
  );
}

function AppointmentRow({ appointment, name, end, onDone }: { appointment: Appointment; name: string; end: () => Promise<unknown>; onDone: () => void }) {
  const { role, workGroup, orderNumber, from, until, abilities } = appointment;
  const facts = [workGroup, orderNumber ? `คำสั่ง ${orderNumber}` : null, `ตั้งแต่ ${dayText(from)}`, until ? `ถึง ${dayText(until)}` : null].filter(Boolean).join(' · ');
  return (
    <li className="row between">
      <div><StatusTag shape="plain">{roleWords[role]}</StatusTag> <span className="sm muted"><Words>{facts}</Words></span></div>
      {can(abilities, 'end') ? (
        <ConfirmAct label="สิ้นสุดหน้าที่" about={`${roleWords[role]} ของ ${name}`} title={`สิ้นสุดหน้าที่ ${roleWords[role]}`} backLabel="ไม่สิ้นสุด"
          consequence={`${name} จะไม่ได้ทำหน้าที่ ${roleWords[role]} ของหน่วยงานตั้งแต่ตอนนี้`} run={end} onDone={onDone} />
      ) : isOffered(abilities, 'end') && <WhyNot reasons={reasonsOf(abilities, 'end')} />}
    </li>
  );
}

function RuleOfTwo({ unit }: { unit: UnitFacts }) {
  const short = unit.activeWebMasters < unit.minWebMasters;
  return (
    <div className={short ? 'note late' : 'note ok'}>
      <p><b>{`Web Master ${unit.activeWebMasters} คน`}</b> <Words>{short ? `ต้องมีอย่างน้อย ${unit.minWebMasters} คน แต่งตั้งเพิ่ม${unit.frozen ? ' การเผยแพร่พักไว้จนกว่าจะครบ' : ''}` : 'ทำงานแทนกันได้'}</Words></p>
      <p className="sm"><Words>{`เว็บไซต์ที่เปิดแล้วต้องมี Web Master อย่างน้อย ${unit.minWebMasters} คนเสมอ จึงนำคนสุดท้ายที่ทำให้ไม่ครบออกไม่ได้จนกว่าจะแต่งตั้งคนแทน`}</Words></p>
    </div>
  );
}
