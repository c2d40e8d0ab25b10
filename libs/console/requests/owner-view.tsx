import type { RequestView } from '@prongsai/kernel/contracts';
import { callApi, can, ChangeNote, ConfirmAct, CopyAsNew, DoneNote, isOffered, PageHead, RequestTag, tenantKey, tenantPath, useCategories, useTenantCompliance, useUnit, Words } from '@prongsai/console/ui';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { draftOf } from './draft';
import { label } from './labels';
import { PaperLines } from './paper-lines';
import { AnswerNote } from './answer-note';
import { SaveTemplate } from './save-template';
import { Story } from './story';
import { titleOf } from './task-row';

const RecordVerbal = lazy(async () => ({ default: (await import('@prongsai/console/review')).RecordVerbal }));
const VerbalNote = lazy(async () => ({ default: (await import('@prongsai/console/review')).VerbalNote }));

/** Whether the signed-in person only follows the request: asked for it, and neither decides nor publishes it now. */
export function isOwnersView({ requester, abilities, state }: RequestView, accountId: string): boolean {
  if (requester.id !== accountId) return false;
  const mayDecide = state === 'submitted' && (can(abilities, 'approve') || can(abilities, 'refuse'));
  return !mayDecide && !can(abilities, 'confirm-approval') && !((state === 'approved' || state === 'approved_verbally') && isOffered(abilities, 'publish'));
}

/** One's own request after it was sent: how far it is, why it came back, its link, and what can be done next. */
export function OwnerView({ slug, unitName, request, justSent }: { slug: string; unitName: string; request: RequestView; justSent: boolean }) {
  const client = useQueryClient();
  const { data: categories = [] } = useCategories(slug);
  const { data: unit } = useUnit(slug);
  const { data: compliance } = useTenantCompliance(slug);
  const { state } = request;
  const isOver = state === 'refused' || state === 'cancelled' || state === 'published';
  return (
    <>
      <PageHead title={titleOf(request)} here={request.number ? `คำขอ ${request.number}` : label('list.title')} unit={unitName} crumbs={[{ text: label('work.title'), to: `/t/${slug}` }]}
        under={<p className="row tight"><RequestTag state={state} />{request.number && <span>คำขอ {request.number}</span>}</p>} />
      <div className="stack">
        {justSent && state === 'submitted' && <DoneNote><Words>{`ส่งคำขอ ${request.number ?? ''} แล้ว ผู้อนุมัติรับรองจะพิจารณา ท่านได้รับแจ้งทันทีเมื่อมีผล`}</Words></DoneNote>}
        <ChangeNote slug={slug} request={request} />
        <AnswerNote slug={slug} request={request} />
        {request.verbal && <Suspense fallback={null}><VerbalNote request={request} /></Suspense>}
        <div className="cols halves">
          <div className="stack">
            <Story request={request} />
            <section className="card stack-s" aria-labelledby="next">
              <h2 id="next" className="small-h">{label('story.next')}</h2>
              {request.url && state !== 'refused' && state !== 'cancelled' && (
                <p className="sm"><b>{label('story.link')}:</b> {state === 'published' ? <a href={request.url} target="_blank" rel="noopener">{request.url}</a> : <span className="breakable">{request.url}</span>}{state !== 'published' && <><br /><span className="muted">เปิดได้เมื่อเผยแพร่แล้ว ที่อยู่นี้ไม่เปลี่ยน</span></>}</p>
              )}
              <div className="row">
                {state === 'published' && request.url && <a className="btn" href={request.url} target="_blank" rel="noopener"><Words>{label('story.open')}</Words><span className="vh"> ในแท็บใหม่</span></a>}
                {isOver && <CopyAsNew slug={slug} requestId={request.id} tone={state === 'refused' ? '' : 'sec'}>{label('story.copy')}</CopyAsNew>}
                <SaveTemplate slug={slug} requestId={request.id} />
                {can(request.abilities, 'approve-verbally') && <Suspense fallback={null}><RecordVerbal slug={slug} request={request} /></Suspense>}
                {can(request.abilities, 'cancel') && (
                  <ConfirmAct label={label('form.cancel')} consequence="คำขอนี้จะยกเลิก และยังดูย้อนหลังหรือคัดลอกเป็นคำขอใหม่ได้" run={() => callApi('POST', tenantPath(slug, 'requests', request.id, 'cancel'), {})}
                    onDone={() => void client.invalidateQueries({ queryKey: tenantKey(slug) })} />
                )}
              </div>
            </section>
          </div>
          <section className="card beside" aria-label={label('check.paper')}>
            <PaperLines draft={draftOf(request)} files={request.files} categories={categories} unitName={unit?.name ?? unitName} requesterName={request.requester.name}
              workGroup={unit?.workGroups.find(({ id }) => id === request.workGroupId)?.name}
              requirements={(compliance?.items ?? []).filter(({ code }) => request.requirementCodes.includes(code)).map(({ title }) => title)} />
          </section>
        </div>
      </div>
    </>
  );
}
