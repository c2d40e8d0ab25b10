import { callApi, PlainButton, ProblemNote, tenantPath, WhyNot, Words, type ApiProblem, type UnitFacts } from '@prongsai/console/ui';
import { useMutation } from '@tanstack/react-query';
import { label } from './labels';

/** A unit that is being set up: what its opening still needs, and the opening itself. */
export function GoLive({ unit, onDone }: { unit: UnitFacts; onDone: () => void }) {
  const act = useMutation<UnitFacts, ApiProblem>({ mutationFn: () => callApi<UnitFacts>('POST', tenantPath(unit.slug, 'go-live'), {}), onSuccess: onDone });
  if (unit.state !== 'setting_up') return null;
  return (
    <section className="note soon stack-s" aria-labelledby="go-live">
      <h2 id="go-live" className="small-h"><Words>เว็บไซต์ของหน่วยงานยังไม่เปิดให้ประชาชน</Words></h2>
      <WhyNot reasons={unit.goLive.reasons.map(({ text }) => text)} />
      {act.error && <ProblemNote error={act.error} />}
      {unit.goLive.allowed && <PlainButton busy={act.isPending} onClick={() => act.mutate()}>{label('golive.open')}</PlainButton>}
    </section>
  );
}
