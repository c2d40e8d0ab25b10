import type { ClinicView } from '@prongsai/kernel/contracts';
import { hoursOn, parseDayHours, writeDayHours, type Schedule } from '@prongsai/kernel/thai';
import {
  callApi, DayField, ErrorSummary, fieldTexts, PlainButton, Sheet, summaryLines, tenantPath, TextField, today, Words, type ApiProblem, type FieldProblem,
} from '@prongsai/console/ui';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { atFields } from './draft';
import { label } from './labels';
import { readAs } from './week-fields';

/** Cancels a clinic today (two taps), or gives it other hours on a day. */
export function DaySheet({ slug, clinic, schedule, mode, onClose, onDone }: {
  slug: string; clinic: ClinicView; schedule: Schedule; mode: 'cancel' | 'change'; onClose: () => void; onDone: () => void;
}) {
  const [day, setDay] = useState<string | null>(today());
  const [unread, setUnread] = useState<string | null>(null);
  const [hours, setHours] = useState(() => writeDayHours(hoursOn(schedule, today()).usual));
  const [words, setWords] = useState('');
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const act = useMutation<ClinicView, ApiProblem, unknown>({ mutationFn: (body) => callApi<ClinicView>('POST', tenantPath(slug, 'clinics', clinic.id, 'days'), body), onSuccess: onDone });
  const refused = useMemo(() => (act.error ? atFields(summaryLines(act.error)) : []), [act.error]);
  const lines = problems.length > 0 ? problems : refused;
  const errors = fieldTexts(lines);
  const send = () => {
    const read = mode === 'cancel' ? { ok: true as const, ranges: [] } : parseDayHours(hours);
    const wrong = [...(day ? [] : [{ path: 'day', text: unread ?? 'ยังไม่ได้ระบุวันที่' }]), ...(read.ok ? [] : [{ path: 'hours', text: read.text }])];
    setProblems(wrong);
    if (wrong.length === 0 && read.ok) act.mutate({ day, hours: read.ranges, words: words.trim() || null });
  };
  return (
    <Sheet title={mode === 'cancel' ? `งด${clinic.name}วันนี้` : `เปลี่ยนเวลา ${clinic.name}`} opened onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending) send(); }}>
        <ErrorSummary title={act.error?.title ?? 'ยังบันทึกไม่ได้'} lines={lines} />
        {mode === 'cancel' ? <p><Words>ประชาชนเห็นบนเว็บไซต์ทันที เปลี่ยนกลับได้ด้วยปุ่มเปิดตามปกติ</Words></p> : (
          <>
            <DayField path="day" label={label('day.day')} value={day} error={errors['day']} onChange={(next, text) => { setDay(next); setUnread(text); }} />
            <TextField path="hours" label={label('day.hours')} value={hours} error={errors['hours']} hint={`${readAs(hours)} เว้นว่างถ้างดทั้งวัน`} onChange={setHours} />
          </>
        )}
        <TextField path="words" label={label('day.words')} optional value={words} error={errors['words']} hint="เช่น แพทย์ไปราชการ" onChange={setWords} />
        <PlainButton type="submit" size="big" wide tone={mode === 'cancel' ? 'danger full' : ''} busy={act.isPending}>{label(mode === 'cancel' ? 'today.cancel' : 'day.save')}</PlainButton>
      </form>
    </Sheet>
  );
}
