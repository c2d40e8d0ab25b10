import type { MemberView } from '@prongsai/kernel/contracts';
import {
  callApi, dayText, DoneNote, Empty, Facts, PageHead, PlainButton, Reading, SelectField, StatusTag, tenantKey, tenantPath, today, useFilters, usePlace, useTenantName, useUnit, Words,
  type Page, type UnitFacts,
} from '@prongsai/console/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ContactSheet } from './contact-sheet';
import { Delegations } from './delegations';
import { FrameworkCard } from './framework-card';
import { GoLive } from './go-live';
import { label, roleLabel } from './labels';
import { MemberRow } from './member-row';
import { AddMemberSheet, AppointSheet } from './people-sheets';
import { membersWanted, roleOrder, termsEnding } from './who-does-what';
import { WorkGroups } from './work-groups';

/** Who works here and by which order; the rule of two explained where it matters. */
export function PeoplePage() {
  const { slug } = usePlace();
  const unitName = useTenantName(slug);
  const client = useQueryClient();
  const { data: unit } = useUnit(slug);
  const query = useQuery({ queryKey: tenantKey(slug, 'members'), queryFn: ({ signal }) => callApi<Page<MemberView>>('GET', tenantPath(slug, 'members'), undefined, signal) });
  const members = query.data?.items ?? [];
  const [{ role }, choose] = useFilters(['role']);
  const [adding, setAdding] = useState<'' | 'any' | 'web_master'>('');
  const [appointing, setAppointing] = useState<MemberView | null>(null);
  const [contacting, setContacting] = useState(false);
  const [done, setDone] = useState('');
  const settle = (text: string) => { setDone(text); setAdding(''); setAppointing(null); setContacting(false); void client.invalidateQueries({ queryKey: tenantKey(slug) }); };
  const mayAppoint = unit?.abilities['appoint']?.allowed ?? false;
  const shown = membersWanted(members, role);
  return (
    <>
      <PageHead title={label('people.title')} unit={unitName} actions={mayAppoint && <PlainButton onClick={() => setAdding('any')}>{label('people.add')}</PlainButton>} />
      <div className="stack">
        {done && <DoneNote><Words>{done}</Words></DoneNote>}
        {unit && <GoLive unit={unit} onDone={() => settle('เปิดเว็บไซต์ของหน่วยงานแล้ว')} />}
        {unit && <RuleOfTwo unit={unit} />}
        <Terms members={members} />
        <Reading isPending={query.isPending} error={query.error} onRetry={() => void query.refetch()} what="รายชื่อ">
          {members.length === 0 ? <Empty action={mayAppoint && <PlainButton onClick={() => setAdding('web_master')}>{label('people.add')}</PlainButton>}>ยังไม่มี Web Master แต่งตั้งอย่างน้อย 2 คนก่อนเปิดเว็บ</Empty> : (
            <section className="stack-s" aria-labelledby="who">
              <div className="row between top">
                <h2 id="who">{label('people.list')}</h2>
                <SelectField path="role-filter" label={label('people.filter')} value={role} onChange={(next) => choose({ role: next })} empty={label('people.filter.all')} choices={roleOrder.map((value) => ({ value, label: roleLabel(value) }))} />
              </div>
              {shown.length === 0 ? <Empty>ยังไม่มีผู้ทำหน้าที่นี้</Empty> : (
                <ul className="list">
                  {shown.map((member) => (
                    <MemberRow key={member.id} slug={slug} member={member} mayAppoint={mayAppoint} maySuspend={unit?.abilities['suspend']?.allowed ?? false}
                      onAppoint={() => setAppointing(member)} onAppointInstead={() => setAdding('web_master')} onDone={settle} />
                  ))}
                </ul>
              )}
            </section>
          )}
        </Reading>
        {unit && query.data && <WorkGroups unit={unit} members={members} onDone={() => settle('เพิ่มกลุ่มงานแล้ว')} />}
        {unit && query.data && <Delegations unit={unit} members={members} onDone={settle} />}
        {unit && <FrameworkCard unit={unit} onDone={() => settle('บันทึกกรอบการพิจารณาแล้ว')} />}
        {unit && <Contact unit={unit} onEdit={() => setContacting(true)} />}
      </div>
      {unit && contacting && <ContactSheet unit={unit} opened onClose={() => setContacting(false)} onDone={() => settle('บันทึกข้อมูลติดต่อแล้ว')} />}
      {adding && <AddMemberSheet slug={slug} unit={unit} role={adding === 'any' ? '' : adding} onClose={() => setAdding('')} onDone={({ name }) => settle(`เพิ่ม ${name} แล้ว ระบบส่งคำเชิญทางอีเมล`)} />}
      {appointing && <AppointSheet slug={slug} unit={unit} member={appointing} onClose={() => setAppointing(null)} onDone={({ name }) => settle(`แต่งตั้ง ${name} แล้ว`)} />}
    </>
  );
}

function RuleOfTwo({ unit }: { unit: UnitFacts }) {
  const short = unit.activeWebMasters < unit.minWebMasters;
  return (
    <div className={short ? 'note late' : 'note ok'}>
      <p><b>{`Web Master ${unit.activeWebMasters}\u00a0คน`}</b> <Words>{short ? `ต้องมีอย่างน้อย ${unit.minWebMasters} คน แต่งตั้งเพิ่ม${unit.frozen ? ' การเผยแพร่พักไว้จนกว่าจะครบ' : ''}` : 'ทำงานแทนกันได้'}</Words></p>
      <p className="sm"><Words>{`เว็บไซต์ที่เปิดแล้วต้องมี Web Master อย่างน้อย ${unit.minWebMasters} คนเสมอ จึงนำคนสุดท้ายที่ทำให้ไม่ครบออกไม่ได้จนกว่าจะแต่งตั้งคนแทน`}</Words></p>
    </div>
  );
}

/** Terms that end soon or are over. A web master's term that is over leaves the last two in force: only acts end them. */
function Terms({ members }: { members: readonly MemberView[] }) {
  const ending = termsEnding(members, today());
  if (ending.length === 0) return null;
  return (
    <section className="note soon stack-s" aria-labelledby="ending">
      <h2 id="ending" className="small-h"><Words>{label('people.ending')}</Words></h2>
      <ul className="plain">{ending.map(({ member, appointment, until, isOver }) => <li key={appointment.id}><Words>{`${member.name} ${roleLabel(appointment.role)} ${isOver ? 'สิ้นสุดวาระแล้วเมื่อ' : 'ถึง'} ${dayText(until)}`}</Words></li>)}</ul>
      <p className="sm"><Words>ออกคำสั่งใหม่แล้วแต่งตั้งเพิ่มก่อนวันสิ้นสุด Web Master สองคนสุดท้ายยังทำหน้าที่ต่อจนกว่าจะมีผู้แทน</Words></p>
    </section>
  );
}

/** What stands at the foot of every page of the site. */
function Contact({ unit, onEdit }: { unit: UnitFacts; onEdit: () => void }) {
  const fields = ['address', 'phone', 'fax', 'email', 'mapUrl', 'headTitle', 'siteWorkGroup'] as const;
  const must = fields.slice(0, 5) as readonly string[];
  return (
    <section className="card stack-s" aria-labelledby="contact">
      <div className="row between top"><h2 id="contact"><Words>{label('people.contact')}</Words></h2>{unit.abilities['change']?.allowed && <PlainButton tone="sec" size="small" onClick={onEdit}>{label('people.edit')}</PlainButton>}</div>
      <Facts items={fields.map((field) => ({ label: label(`field.${field}`), value: unit[field] ? (field === 'mapUrl' ? <a href={unit[field]} target="_blank" rel="noreferrer">เปิดแผนที่</a> : <span className="stay">{unit[field]}</span>) : must.includes(field) ? <StatusTag shape="gone">ยังไม่มี</StatusTag> : '–' }))} />
    </section>
  );
}
