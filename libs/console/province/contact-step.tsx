import type { UnitView } from '@prongsai/kernel/contracts';
import { callApi, ErrorSummary, fieldTexts, PlainButton, summaryLines, tenantPath, TextField, Words, type ApiProblem } from '@prongsai/console/ui';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { label } from './labels';
import { contactFields } from './opening';
import type { StepProps } from './step-props';

type Field = (typeof contactFields)[number];
const kinds = { address: 'text', phone: 'tel', fax: 'tel', email: 'email', mapUrl: 'url' } as const;

/** How citizens reach the unit: five fields at the foot of every page. What is left empty can wait, but the site cannot open without it. */
export function ContactStep({ unit, onDone, onNext, onPhone }: StepProps & { onPhone: (phone: string) => void }) {
  const [body, setBody] = useState(() => Object.fromEntries(contactFields.map((name) => [name, unit[name] ?? ''])) as Record<Field, string>);
  const act = useMutation<UnitView, ApiProblem>({ mutationFn: () => callApi<UnitView>('PATCH', tenantPath(unit.slug), body), onSuccess: async () => { await onDone(); onNext(); } });
  const lines = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  const texts = fieldTexts(act.error?.fields ?? []);
  const field = (path: Field) => ({
    path, label: label(`field.${path}`), type: kinds[path], value: body[path], error: texts[path],
    onChange: (value: string) => { setBody((all) => ({ ...all, [path]: value })); if (path === 'phone') onPhone(value); },
  });
  return (
    <>
      <h2>ประชาชนติดต่อหน่วยงานอย่างไร</h2>
      <p className="lead"><Words>แสดงท้ายทุกหน้าของเว็บไซต์ ต้องครบ 5 ช่องก่อนเปิดเว็บ ยังไม่รู้ช่องใดเว้นไว้ก่อนได้</Words></p>
      <form className="card stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending) act.mutate(); }}>
        <ErrorSummary title={act.error?.title ?? ''} lines={lines} />
        <TextField {...field('address')} />
        <div className="g2"><TextField {...field('phone')} /><TextField {...field('fax')} /></div>
        <div className="g2"><TextField {...field('email')} /><TextField {...field('mapUrl')} placeholder="https://" /></div>
        <PlainButton type="submit" size="big" busy={act.isPending}>{label('open.save')}</PlainButton>
      </form>
    </>
  );
}
