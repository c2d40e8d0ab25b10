import type { MemberView, UnitView } from '@prongsai/kernel/contracts';
import { callApi, ErrorSummary, fieldTexts, PlainButton, StatusTag, summaryLines, tenantPath, TextField, Words, type ApiProblem } from '@prongsai/console/ui';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { label } from './labels';
import { stewardsByGroup } from './who-does-what';

/** The unit's sections, and one more; a hospital needs two data stewards in each. */
export function WorkGroups({ unit, members, onDone }: { unit: UnitView; members: readonly MemberView[]; onDone: () => void }) {
  const [name, setName] = useState('');
  const act = useMutation<unknown, ApiProblem>({
    mutationFn: () => callApi('POST', tenantPath(unit.slug, 'work-groups'), { name }),
    onSuccess: () => { setName(''); onDone(); },
  });
  const lines = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  const texts = fieldTexts(act.error?.fields ?? []);
  const groups = stewardsByGroup(unit, members);
  const isHospital = unit.kind === 'hospital';
  return (
    <section className="card stack-s" aria-labelledby="work-groups">
      <h2 id="work-groups">{label('people.groups')}</h2>
      {isHospital && <p className="sm muted"><Words>โรงพยาบาลต้องมีเจ้าหน้าที่ผู้ดูแลบริหารจัดการข้อมูล 2 คนในแต่ละกลุ่มงาน ถ้าขาดไม่หยุดการเผยแพร่ แต่นับในข้อกำหนด</Words></p>}
      {groups.length === 0 ? <p className="muted"><Words>ยังไม่มีกลุ่มงาน ทะเบียนในรายงานแยกตามกลุ่มงาน</Words></p> : (
        <ul className="plain held">
          {groups.map((group) => (
            <li key={group.id} className="row between top">
              <div><p><Words>{group.name}</Words></p>{group.stewards.length > 0 && <p className="sm muted"><Words>{group.stewards.join(' · ')}</Words></p>}</div>
              {isHospital && (group.missing > 0 ? <StatusTag shape="gone">{`ขาดผู้ดูแลข้อมูล ${group.missing} คน`}</StatusTag> : <StatusTag shape="done">ครบ</StatusTag>)}
            </li>
          ))}
        </ul>
      )}
      {unit.abilities['change']?.allowed && (
        <form className="stack-s measure" noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending) act.mutate(); }}>
          <ErrorSummary title={act.error?.title ?? ''} lines={lines} />
          <TextField path="name" label={label('people.addGroup')} value={name} onChange={setName} error={texts['name']} />
          <PlainButton type="submit" tone="sec" size="small" busy={act.isPending}>{label('people.addGroup')}</PlainButton>
        </form>
      )}
    </section>
  );
}
