import type { OpeningHoursView } from '@prongsai/kernel/contracts';
import { weekdayName, weekFromMonday } from '@prongsai/kernel/thai';
import {
  AreaField, callApi, ChoiceRow, dayText, ErrorSummary, fieldTexts, PlainButton, summaryLines, tenantPath, TextField, Words, type ApiProblem,
} from '@prongsai/console/ui';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ChangedDays } from './changed-days';
import { atFields, openingBody, openingDraft, type OpeningDraft } from './draft';
import { label } from './labels';
import { StaleSheet, type Versions } from './stale-sheet';
import { WeekFields } from './week-fields';

type FieldProblems = { path: string; text: string }[];

/** Edits the unit's opening hours. `draft` is null until something is typed; the page holds it for the preview. */
export function OpeningForm({ slug, view, draft, onDraft, onSaved, onOutdated }: {
  slug: string; view: OpeningHoursView; draft: OpeningDraft | null; onDraft: (draft: OpeningDraft | null) => void; onSaved: () => void; onOutdated: () => void;
}) {
  const shown = draft ?? openingDraft(view);
  const set = (more: Partial<OpeningDraft>) => onDraft({ ...shown, ...more });
  const [unread, setUnread] = useState<FieldProblems>([]);
  const save = useMutation<OpeningHoursView, ApiProblem, unknown>({
    mutationFn: (body) => callApi<OpeningHoursView>('PUT', tenantPath(slug, 'opening-hours'), body), onSuccess: () => { onDraft(null); onSaved(); },
  });
  const stale = save.error?.code === 'STALE' ? openingOf(save.error, view) : null;
  const refused = useMemo(() => (save.error && save.error.code !== 'STALE' ? atFields(summaryLines(save.error)) : []), [save.error]);
  const lines = unread.length > 0 ? unread : refused;
  const errors = fieldTexts(lines);
  const send = (from: OpeningDraft) => {
    const { body, problems } = openingBody(from);
    setUnread(problems);
    save.reset();
    if (body) save.mutate(body);
  };
  const choose = (choice: 'mine' | 'theirs') => {
    save.reset();
    if (choice === 'theirs' || !stale) { onDraft(null); onOutdated(); return; }
    const again = { ...shown, version: stale.version };
    onDraft(again);
    send(again);
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!save.isPending) send(shown); }}>
      <ErrorSummary title={`ยังบันทึกไม่ได้ มี ${lines.length} เรื่องต้องแก้`} lines={lines} />
      {stale && <StaleSheet what="เวลาทำการ" rows={versions(shown, openingDraft(stale))} onChoose={choose} />}
      <fieldset className="bare">
        <legend>{label('opening.week')}</legend>
        <p className="hint"><Words>พิมพ์เวลาเปิดและปิด เช่น 8.30-12, 13-16.30 เว้นว่างถ้าปิด</Words></p>
        <WeekFields week={shown.week} errors={errors} onChange={(week) => set({ week })} />
      </fieldset>
      <ChoiceRow name="closedOnHolidays" checked={shown.closedOnHolidays} onChange={(closedOnHolidays) => set({ closedOnHolidays })}>{label('opening.holidays')}</ChoiceRow>
      <div className="g2">
        <TextField path="note" label={label('opening.note')} optional value={shown.note} error={errors['note']} hint="เช่น เว้นวันหยุดราชการ" onChange={(note) => set({ note })} />
        <TextField path="keeper" label={label('opening.keeper')} optional value={shown.keeper} error={errors['keeper']} hint="เช่น งานผู้ป่วยนอก แสดงท้ายตารางแทนชื่อบุคคล" onChange={(keeper) => set({ keeper })} />
      </div>
      <AreaField path="hints" label={label('opening.hints')} optional value={shown.hints} error={errors['hints']} hint="บรรทัดละข้อ ไม่เกิน 6 ข้อ เช่น บัตรประชาชน หรือใบนัด" onChange={(hints) => set({ hints })} />
      <ChangedDays days={shown.days} errors={errors} onChange={(days) => set({ days })} />
      <div className="row">
        <PlainButton type="submit" size="big" busy={save.isPending}>{label('opening.save')}</PlainButton>
        {draft && <PlainButton tone="sec" onClick={() => { setUnread([]); save.reset(); onDraft(null); }}>{label('opening.undo')}</PlainButton>}
        {draft && <span className="sm muted" role="status">ยังไม่ได้บันทึก</span>}
      </div>
    </form>
  );
}

/** What is there now, as the refusal brought it; days off are not part of it. */
function openingOf({ more }: ApiProblem, view: OpeningHoursView): OpeningHoursView | null {
  const current = more['current'] as Partial<OpeningHoursView> | null | undefined;
  return current ? { ...view, ...current } : null;
}

function versions(mine: OpeningDraft, theirs: OpeningDraft): Versions[] {
  const days = (draft: OpeningDraft) => draft.days.map(({ day, hours, words }) => `${dayText(day)} ${hours || 'ปิด'} ${words}`.trim()).join('\n');
  return [
    ...weekFromMonday.map((key) => ({ field: weekdayName(key), mine: mine.week[key] || 'ปิด', theirs: theirs.week[key] || 'ปิด' })),
    { field: label('opening.holidays'), mine: mine.closedOnHolidays ? 'ใช่' : 'ไม่', theirs: theirs.closedOnHolidays ? 'ใช่' : 'ไม่' },
    { field: label('opening.note'), mine: mine.note, theirs: theirs.note }, { field: label('opening.keeper'), mine: mine.keeper, theirs: theirs.keeper },
    { field: label('opening.hints'), mine: mine.hints, theirs: theirs.hints }, { field: label('opening.days'), mine: days(mine), theirs: days(theirs) },
  ];
}
