import type { UnitView } from '@prongsai/kernel/contracts';
import { callApi, ErrorSummary, fieldTexts, PlainButton, Sheet, summaryLines, tenantPath, TextField, Words, type ApiProblem } from '@prongsai/console/ui';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { label } from './labels';

const fields = ['address', 'phone', 'fax', 'email', 'mapUrl', 'headTitle', 'siteWorkGroup'] as const;
type Field = (typeof fields)[number];

/** The unit's five contact fields, as they stand on every page of its site. */
export function ContactSheet({ unit, opened, onClose, onDone }: { unit: UnitView; opened: boolean; onClose: () => void; onDone: () => void }) {
  const [body, setBody] = useState<Record<Field, string>>(() => Object.fromEntries(fields.map((name) => [name, unit[name] ?? ''])) as Record<Field, string>);
  const act = useMutation<UnitView, ApiProblem>({ mutationFn: () => callApi<UnitView>('PATCH', tenantPath(unit.slug), body), onSuccess: onDone });
  const lines = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  const texts = fieldTexts(act.error?.fields ?? []);
  const field = (path: Field) => ({ path, value: body[path], error: texts[path], onChange: (value: string) => setBody((all) => ({ ...all, [path]: value })) });
  return (
    <Sheet title={label('people.contact')} opened={opened} onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending) act.mutate(); }}>
        <p className="sm muted"><Words>แสดงที่ท้ายทุกหน้าของเว็บไซต์ ต้องครบ 5 ช่องแรกก่อนเปิดเว็บไซต์ให้ประชาชน</Words></p>
        <ErrorSummary title={act.error?.title ?? ''} lines={lines} />
        <TextField {...field('address')} label={label('field.address')} />
        <TextField {...field('phone')} label={label('field.phone')} type="tel" />
        <TextField {...field('fax')} label={label('field.fax')} type="tel" />
        <TextField {...field('email')} label={label('field.email')} type="email" />
        <TextField {...field('mapUrl')} label={label('field.mapUrl')} type="url" placeholder="https://" />
        <TextField {...field('headTitle')} label={label('field.headTitle')} optional />
        <TextField {...field('siteWorkGroup')} label={label('field.siteWorkGroup')} optional />
        <PlainButton type="submit" size="big" wide busy={act.isPending}>{label('people.save')}</PlainButton>
      </form>
    </Sheet>
  );
}
