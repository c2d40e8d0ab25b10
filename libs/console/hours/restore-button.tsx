import type { ClinicView } from '@prongsai/kernel/contracts';
import { callApi, dayText, PlainButton, ProblemNote, tenantPath, type ApiProblem } from '@prongsai/console/ui';
import { useMutation } from '@tanstack/react-query';
import { label } from './labels';

/** Takes the change of a day back: one tap, because it only gives the usual back. */
export function RestoreButton({ slug, clinic, day, onDone }: { slug: string; clinic: ClinicView; day: string; onDone: () => void }) {
  const act = useMutation<unknown, ApiProblem>({ mutationFn: () => callApi('DELETE', tenantPath(slug, 'clinics', clinic.id, 'days', day)), onSuccess: onDone });
  return (
    <>
      <PlainButton tone="sec" size="small" busy={act.isPending} onClick={() => act.mutate()}>{label('today.restore')}<span className="vh"> {clinic.name} {dayText(day)}</span></PlainButton>
      {act.error && <ProblemNote error={act.error} />}
    </>
  );
}
