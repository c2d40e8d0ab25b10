import type { UnitView } from '@prongsai/kernel/contracts';
import { callApi, ChoiceRow, ErrorSummary, Facts, fieldTexts, PlainButton, SelectField, Sheet, summaryLines, tenantPath, TextField, Words, type ApiProblem } from '@prongsai/console/ui';
import { toArabicDigits } from '@prongsai/kernel/thai';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { label } from './labels';

const deciders = ['unit_head', 'group_head', 'officer_in_charge'] as const;
const dayFields = ['workingDaysToDecide', 'workingDaysToPublish', 'workingDaysToConfirm'] as const;
type DayField = (typeof dayFields)[number];

/** Who decides and in how many working days, as the unit's framework says; the head and the network's administrator change it. */
export function FrameworkCard({ unit, onDone }: { unit: UnitView; onDone: () => void }) {
  const [opened, setOpened] = useState(false);
  const days = (count: number) => `${count} วันทำการ`;
  return (
    <section className="card stack-s" aria-labelledby="framework">
      <div className="row between top"><h2 id="framework"><Words>{label('framework.title')}</Words></h2>{unit.abilities['change']?.allowed && <PlainButton tone="sec" size="small" onClick={() => setOpened(true)}>{label('framework.edit')}</PlainButton>}</div>
      <Facts items={[
        { label: label('framework.decidedBy'), value: label(`framework.${unit.decidedBy}`) },
        { label: label('framework.workingDaysToDecide'), value: days(unit.workingDaysToDecide) },
        { label: label('framework.workingDaysToPublish'), value: days(unit.workingDaysToPublish) },
        { label: label('framework.verbal'), value: <Words>{unit.verbalApprovalAllowed ? `ใช้ ลงนามภายใน ${days(unit.workingDaysToConfirm)}` : 'ไม่ใช้'}</Words> },
      ]} />
      {opened && <FrameworkSheet unit={unit} onClose={() => setOpened(false)} onDone={() => { setOpened(false); onDone(); }} />}
    </section>
  );
}

function FrameworkSheet({ unit, onClose, onDone }: { unit: UnitView; onClose: () => void; onDone: () => void }) {
  const [decidedBy, setDecidedBy] = useState<string>(unit.decidedBy);
  const [verbal, setVerbal] = useState(unit.verbalApprovalAllowed);
  const [days, setDays] = useState<Record<DayField, string>>(() => Object.fromEntries(dayFields.map((name) => [name, String(unit[name])])) as Record<DayField, string>);
  const act = useMutation<UnitView, ApiProblem>({
    mutationFn: () => callApi<UnitView>('PATCH', tenantPath(unit.slug), {
      decidedBy, verbalApprovalAllowed: verbal, ...Object.fromEntries(dayFields.map((name) => [name, Number(toArabicDigits(days[name]).trim() || 'x')])),
    }),
    onSuccess: onDone,
  });
  const lines = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  const texts = fieldTexts(lines);
  const field = (path: DayField) => (
    <TextField path={path} label={label(`framework.${path}`)} value={days[path]} inputMode="numeric" error={texts[path]} onChange={(value) => setDays((all) => ({ ...all, [path]: value }))} />
  );
  return (
    <Sheet title={label('framework.title')} opened onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending) act.mutate(); }}>
        <p className="sm muted"><Words>ตามกรอบแนวทางที่หน่วยงานประกาศ ระบบใช้นับกำหนด เตือน และสรุปในตัวเลข</Words></p>
        <ErrorSummary title={act.error?.title ?? ''} lines={lines} />
        <SelectField path="decidedBy" label={label('framework.decidedBy')} value={decidedBy} onChange={setDecidedBy} error={texts['decidedBy']} choices={deciders.map((value) => ({ value, label: label(`framework.${value}`) }))} />
        {field('workingDaysToDecide')}
        {field('workingDaysToPublish')}
        <ChoiceRow name="verbalApprovalAllowed" checked={verbal} onChange={setVerbal}><Words>กรณีเร่งด่วน อนุญาตด้วยวาจาได้ แล้วลงนามภายหลัง</Words></ChoiceRow>
        {verbal && field('workingDaysToConfirm')}
        <PlainButton type="submit" size="big" wide busy={act.isPending}>{label('people.save')}</PlainButton>
      </form>
    </Sheet>
  );
}
