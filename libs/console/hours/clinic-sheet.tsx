import type { ClinicView } from '@prongsai/kernel/contracts';
import { weekdayName, weekFromMonday } from '@prongsai/kernel/thai';
import {
  callApi, can, ChoiceRow, ConfirmAct, ErrorSummary, fieldTexts, PlainButton, Sheet, summaryLines, tenantPath, TextField, type ApiProblem, type FieldProblem,
} from '@prongsai/console/ui';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { atFields, clinicBody, clinicDraft, type ClinicDraft } from './draft';
import { label } from './labels';
import { StaleSheet, type Versions } from './stale-sheet';
import { WeekFields } from './week-fields';

/** Adds a clinic, or edits one. */
export function ClinicSheet({ slug, clinic, onClose, onDone }: { slug: string; clinic: ClinicView | null; onClose: () => void; onDone: (text: string) => void }) {
  const [draft, setDraft] = useState<ClinicDraft>(() => clinicDraft(clinic));
  const [version, setVersion] = useState(clinic?.version ?? 0);
  const [unread, setUnread] = useState<FieldProblem[]>([]);
  const set = (more: Partial<ClinicDraft>) => setDraft((all) => ({ ...all, ...more }));
  const save = useMutation<ClinicView, ApiProblem, number>({
    mutationFn: (from) => {
      const { body } = clinicBody(draft);
      return clinic ? callApi<ClinicView>('PATCH', tenantPath(slug, 'clinics', clinic.id), { ...body, version: from }) : callApi<ClinicView>('POST', tenantPath(slug, 'clinics'), body);
    },
    onSuccess: ({ name }) => onDone(`บันทึกคลินิก${name}แล้ว`),
  });
  const stale = save.error?.code === 'STALE' ? (save.error.more['current'] as ClinicView) : null;
  const refused = useMemo(() => (save.error && save.error.code !== 'STALE' ? atFields(summaryLines(save.error)) : []), [save.error]);
  const lines = unread.length > 0 ? unread : refused;
  const errors = fieldTexts(lines);
  const send = () => {
    const { problems } = clinicBody(draft);
    setUnread(problems);
    if (problems.length === 0) save.mutate(version);
  };
  const choose = (choice: 'mine' | 'theirs') => {
    if (!stale) return;
    save.reset();
    setVersion(stale.version);
    if (choice === 'mine') save.mutate(stale.version);
    else setDraft(clinicDraft(stale));
  };
  if (stale) return <StaleSheet what="คลินิก" rows={versions(draft, clinicDraft(stale))} onChoose={choose} />;
  return (
    <Sheet title={clinic ? `แก้ไข ${clinic.name}` : label('clinics.add')} opened onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!save.isPending) send(); }}>
        <ErrorSummary title={save.error?.title ?? `ยังบันทึกไม่ได้ มี ${lines.length} เรื่องต้องแก้`} lines={lines} />
        <TextField path="name" label={label('clinic.name')} value={draft.name} error={errors['name']} hint="เช่น ทันตกรรม" onChange={(name) => set({ name })} />
        <TextField path="appointment" label={label('clinic.appointment')} optional value={draft.appointment} error={errors['appointment']} hint="เช่น ไม่ต้องนัด, ต้องนัด, ครั้งแรกไม่ต้องนัด" onChange={(appointment) => set({ appointment })} />
        <TextField path="phoneExtension" label={label('clinic.extension')} optional type="tel" value={draft.phoneExtension} error={errors['phoneExtension']} onChange={(phoneExtension) => set({ phoneExtension })} />
        <WeekFields week={draft.week} errors={errors} onChange={(week) => set({ week })} />
        <ChoiceRow name="closesWithUnit" checked={draft.closesWithUnit} onChange={(closesWithUnit) => set({ closesWithUnit })}>{label('clinic.follows')}</ChoiceRow>
        <PlainButton type="submit" size="big" wide busy={save.isPending}>{label('clinic.save')}</PlainButton>
      </form>
      {clinic && can(clinic.abilities, 'remove') && (
        <ConfirmAct label={label('clinics.remove')} about={clinic.name} title={`ลบคลินิก ${clinic.name}`} backLabel={label('clinics.keep')}
          consequence="คลินิกนี้หายจากเว็บไซต์พร้อมวันที่เปลี่ยนเวลาไว้ ถ้างดเพียงบางวันให้ใช้ปุ่มงดวันนี้หรือเปลี่ยนเวลาแทน"
          run={() => callApi('DELETE', tenantPath(slug, 'clinics', clinic.id))} onDone={() => onDone(`ลบคลินิก${clinic.name}แล้ว`)} />
      )}
    </Sheet>
  );
}

function versions(mine: ClinicDraft, theirs: ClinicDraft): Versions[] {
  return [
    { field: label('clinic.name'), mine: mine.name, theirs: theirs.name }, { field: label('clinic.appointment'), mine: mine.appointment, theirs: theirs.appointment },
    { field: label('clinic.extension'), mine: mine.phoneExtension, theirs: theirs.phoneExtension },
    ...weekFromMonday.map((key) => ({ field: weekdayName(key), mine: mine.week[key] || 'ปิด', theirs: theirs.week[key] || 'ปิด' })),
    { field: label('clinic.follows'), mine: mine.closesWithUnit ? 'ใช่' : 'ไม่', theirs: theirs.closesWithUnit ? 'ใช่' : 'ไม่' },
  ];
}
