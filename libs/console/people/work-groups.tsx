import type { UnitView } from '@prongsai/kernel/contracts';
import { callApi, ErrorSummary, fieldTexts, PlainButton, summaryLines, tenantPath, TextField, Words, type ApiProblem } from '@prongsai/console/ui';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';

/** The unit's sections, and one more; a hospital needs two data stewards in each. */
export function WorkGroups({ unit, onDone }: { unit: UnitView; onDone: () => void }) {
  const [name, setName] = useState('');
  const act = useMutation<unknown, ApiProblem>({
    mutationFn: () => callApi('POST', tenantPath(unit.slug, 'work-groups'), { name }),
    onSuccess: () => { setName(''); onDone(); },
  });
  const lines = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  const texts = fieldTexts(act.error?.fields ?? []);
  return (
    <section className="card stack-s" aria-labelledby="work-groups">
      <h2 id="work-groups" className="small-h">กลุ่มงาน</h2>
      <ul className="plain">{unit.workGroups.map((group) => <li key={group.id}><Words>{group.name}</Words></li>)}</ul>
      {unit.workGroups.length === 0 && <p className="muted"><Words>ยังไม่มีกลุ่มงาน ทะเบียนในรายงานแยกตามกลุ่มงาน</Words></p>}
      {unit.abilities['change']?.allowed && (
        <form className="stack-s" noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending) act.mutate(); }}>
          <ErrorSummary title={act.error?.title ?? ''} lines={lines} />
          <TextField path="name" label="เพิ่มกลุ่มงาน" value={name} onChange={setName} error={texts['name']} />
          <PlainButton type="submit" tone="sec" size="small" busy={act.isPending}>เพิ่มกลุ่มงาน</PlainButton>
        </form>
      )}
    </section>
  );
}
