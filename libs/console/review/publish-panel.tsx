import type { Confirmations, PublicationView, RequestView } from '@prongsai/kernel/contracts';
import {
  callApi, can, ChoiceRow, DayField, dayText, ErrorSummary, fieldId, fieldTexts, PlainButton, reasonsOf, SelectField, summaryLines, tenantKey, tenantPath, useCategories,
  WhyNot, Words, type ApiProblem,
} from '@prongsai/console/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { clearancesOf, FindingReasons } from './findings';
import { label } from './labels';
import { PublicPreview } from './public-preview';

const confirmations: Record<keyof Confirmations, string> = {
  rightsCleared: 'ไม่ละเมิดลิขสิทธิ์ และระบุแหล่งที่มาแล้ว',
  noPersonalData: 'ไม่มีข้อมูลส่วนบุคคลที่ต้องปิด',
  descriptionRight: 'คำอธิบายถูกต้องและเหมาะสม',
  lawful: 'ไม่ขัดต่อกฎหมายว่าด้วยการกระทำความผิดเกี่ยวกับคอมพิวเตอร์',
};

interface Published {
  request: RequestView;
  publication: PublicationView;
}

/**
 * Putting it online: the public page as it will stand, the documents, then category and dates within what was allowed,
 * four confirmations, one button.
 */
export function PublishPanel({ slug, request, documents }: { slug: string; request: RequestView; documents: ReactNode }) {
  const client = useQueryClient();
  const { data: categories = [] } = useCategories(slug);
  const [categoryCode, setCategoryCode] = useState(request.categoryCode ?? '');
  const [days, setDays] = useState({ publishFrom: request.publishFrom, publishUntil: request.publishUntil });
  const [unread, setUnread] = useState<Record<string, string | null>>({});
  const [ticked, setTicked] = useState<Confirmations>({ rightsCleared: false, noPersonalData: false, descriptionRight: false, lawful: false });
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const act = useMutation<Published, ApiProblem>({
    mutationFn: () => callApi<Published>('POST', tenantPath(slug, 'requests', request.id, 'publish'), {
      confirmations: ticked, clearances: clearancesOf(reasons), publishUntil: days.publishUntil, ...(categoryCode ? { categoryCode } : {}), ...(days.publishFrom ? { publishFrom: days.publishFrom } : {}),
    }),
    onSuccess: (published) => {
      client.setQueryData(tenantKey(slug, 'request', request.id), published.request);
      void client.invalidateQueries({ queryKey: tenantKey(slug), predicate: ({ queryKey }) => queryKey[2] !== 'request' });
    },
    onError: (problem) => { 
      if (problem.status === 409) void client.invalidateQueries({ queryKey: tenantKey(slug, 'request', request.id) });
      if (problem.code === 'PERSONAL_DATA') void client.invalidateQueries({ queryKey: tenantKey(slug, 'personal-data', request.id) });
    },
  });
  const lines = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  const unreadTexts = Object.fromEntries(Object.entries(unread).filter((entry): entry is [string, string] => entry[1] !== null));
  const texts = { ...fieldTexts(act.error?.fields ?? []), ...unreadTexts };
  if (!can(request.abilities, 'publish')) {
    return (
      <>
        <div className="stack-l what">{documents}</div>
        <section className="decide stack-s" aria-label={label('review.publishHead')}><h2><Words>ยังเผยแพร่ไม่ได้</Words></h2><WhyNot reasons={reasonsOf(request.abilities, 'publish')} /></section>
      </>
    );
  }
  const day = (path: 'publishFrom' | 'publishUntil', label: string, hint: string) => (
    <DayField path={path} label={label} hint={hint} value={days[path]} error={texts[path]} optional={path === 'publishUntil'}
      onChange={(value, wrong) => { setUnread((all) => ({ ...all, [path]: wrong })); if (!wrong) setDays((all) => ({ ...all, [path]: value })); }} />
  );
  return (
    <>
    <div className="stack-l what">
      <PublicPreview slug={slug} request={request} categoryCode={categoryCode} publishUntil={days.publishUntil} />
      {documents}
    </div>
    <form className="decide" noValidate aria-labelledby="publish" onSubmit={(event) => { event.preventDefault(); if (!act.isPending && Object.keys(unreadTexts).length === 0) act.mutate(); }}>
      <h2 id="publish"><Words>{label('review.publishHead')}</Words></h2>
      <ErrorSummary title={act.error?.title ?? ''} lines={lines} />
      <SelectField path="categoryCode" label={label('review.category')} value={categoryCode} onChange={setCategoryCode} error={texts['categoryCode']}
        choices={categories.map(({ code, title }) => ({ value: code, label: title }))} />
      {day('publishFrom', label('review.publishFrom'), `อนุญาตตั้งแต่ ${dayText(request.publishFrom)}`)}
      {day('publishUntil', label('review.publishUntil'), request.publishUntil ? `อนุญาตถึง ${dayText(request.publishUntil)}` : 'ไม่มีวันครบกำหนด')}
      <fieldset className="bare">
        <legend>{label('review.confirm')}</legend>
        {(Object.keys(confirmations) as (keyof Confirmations)[]).map((name) => (
          <div key={name}>
            <ChoiceRow id={fieldId(`confirmations.${name}`)} name={name} checked={ticked[name]} onChange={(checked) => setTicked((all) => ({ ...all, [name]: checked }))}>
              <Words>{confirmations[name]}</Words>
            </ChoiceRow>
            {texts[`confirmations.${name}`] && !ticked[name] && <p className="errmsg">{texts[`confirmations.${name}`]}</p>}
          </div>
        ))}
      </fieldset>
      <FindingReasons slug={slug} requestId={request.id} reasons={reasons} problem={act.error} isOwedOnly onChange={setReasons} />
      <PlainButton type="submit" size="big" wide busy={act.isPending}>{act.isPending ? 'กำลังเผยแพร่' : label('review.publish')}</PlainButton>
    </form>
    </>
  );
}
