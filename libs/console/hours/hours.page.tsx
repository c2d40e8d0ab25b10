import type { OpeningHoursView } from '@prongsai/kernel/contracts';
import { can, DoneNote, momentText, PageHead, Reading, reasonsOf, tenantKey, usePlace, useTenantName, useUnit, WhyNot, Words } from '@prongsai/console/ui';
import { weekSentence } from '@prongsai/kernel/thai';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CitizenView } from './citizen-view';
import { ClinicTable } from './clinic-table';
import { readWeek, type OpeningDraft } from './draft';
import { label } from './labels';
import { OpeningForm } from './opening-form';
import { TodayBoard } from './today-board';
import { useClinics, useNow, useOpeningHours } from './use-hours';

/** When the unit and its clinics are open: today's changes first, then the week, then the table. */
export function HoursPage() {
  const { slug } = usePlace();
  const unitName = useTenantName(slug);
  const client = useQueryClient();
  const now = useNow();
  const { data: unit } = useUnit(slug);
  const opening = useOpeningHours(slug);
  const clinics = useClinics(slug);
  const [draft, setDraft] = useState<OpeningDraft | null>(null);
  const [done, setDone] = useState('');
  const refresh = () => {
    void client.invalidateQueries({ queryKey: tenantKey(slug, 'opening-hours') });
    void client.invalidateQueries({ queryKey: tenantKey(slug, 'clinics') });
  };
  const settle = (text: string) => { setDone(text); refresh(); };
  const view = opening.data;
  const items = clinics.data ?? [];
  const mayChange = can(view?.abilities, 'change');
  return (
    <>
      <PageHead title={label('hours.title')} unit={unitName} under={view?.editedAt ? <Words>{`เวลาทำการแก้ไขล่าสุด ${momentText(view.editedAt)}${view.editedBy ? ` โดย ${view.editedBy.name}` : ''}`}</Words> : undefined} />
      <Reading isPending={opening.isPending || clinics.isPending} error={opening.error ?? clinics.error} onRetry={refresh} what="เวลาทำการ">
        {view && (
          <div className="stack-l">
            <div className="hours">
              <div className="stack-l">
                {done && <DoneNote><Words>{done}</Words></DoneNote>}
                {!mayChange && <WhyNot reasons={reasonsOf(view.abilities, 'change')} />}
                {view.version === 0 && mayChange && !draft && (
                  <div className="note soon"><p><Words>ยังไม่ได้ลงเวลาทำการ เว็บไซต์จึงยังไม่บอกว่าเปิดหรือปิด พิมพ์เวลาวันจันทร์ กดใช้เวลานี้ถึงวันศุกร์ แล้วบันทึก</Words></p></div>
                )}
                {items.length > 0 && <TodayBoard slug={slug} opening={view} clinics={items} now={now} onDone={settle} />}
                <section className="card stack-s" aria-labelledby="opening">
                  <h2 id="opening">{label('opening.title')}</h2>
                  {mayChange ? (
                    <OpeningForm slug={slug} view={view} draft={draft} onDraft={setDraft} onSaved={() => settle('บันทึกเวลาทำการแล้ว ประชาชนเห็นแล้ว')} onOutdated={refresh} />
                  ) : <p><Words>{weekSentence(view.weekly, view.note) || 'ยังไม่ได้ลงเวลาทำการ'}</Words></p>}
                </section>
              </div>
              <aside><CitizenView opening={previewOf(view, draft)} clinics={items} now={now} siteUrl={unit?.siteUrl} isEntered={view.version > 0 || draft !== null} /></aside>
            </div>
            <ClinicTable slug={slug} opening={view} clinics={items} now={now} onDone={settle} />
          </div>
        )}
      </Reading>
    </>
  );
}

/** What is being typed over what is saved; days that differ count once saved. */
function previewOf(view: OpeningHoursView, draft: OpeningDraft | null): OpeningHoursView {
  if (!draft) return view;
  const week = readWeek(draft.week);
  return { ...view, weekly: Object.fromEntries(Object.entries(week).map(([key, ranges]) => [key, [...ranges]])) as OpeningHoursView['weekly'], closedOnHolidays: draft.closedOnHolidays, note: draft.note || null };
}
