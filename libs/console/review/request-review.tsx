import type { RequestView } from '@prongsai/kernel/contracts';
import { callApi, can, ConfirmAct, dayOfText, isOffered, PageHead, RequestTag, tenantKey, tenantPath, Words } from '@prongsai/console/ui';
import { useQueryClient } from '@tanstack/react-query';
import { DecisionBar } from './decision-bar';
import { NextSubject, Outcome } from './outcome';
import { PublishPanel } from './publish-panel';
import { RequestDocuments, RequestFacts } from './request-facts';

const decisions = ['approve', 'return', 'refuse'] as const;

/** A sent request: the document, what is known of it, and what this person may do with it now. */
export function RequestReview({ slug, unitName, request }: { slug: string; unitName: string; request: RequestView }) {
  const client = useQueryClient();
  const { abilities, state, requester } = request;
  const mayDecide = state === 'submitted' && decisions.some((act) => isOffered(abilities, act));
  const mayPublish = state === 'approved' && isOffered(abilities, 'publish');
  const title = request.title ?? 'ยังไม่ได้ตั้งหัวข้อ';
  return (
    <>
      <PageHead title={title} here={request.number ? `คำขอ ${request.number}` : 'คำขอ'} unit={unitName} crumbs={[{ text: 'งานของฉัน', to: `/t/${slug}` }]} under={
        <div className="stack-s">
          <p className="row tight"><RequestTag state={state} /><span className="xs">{request.number ? `คำขอ ${request.number}` : ''}</span></p>
          <p><Words>{[requester.name, requester.position].filter(Boolean).join(' ')}</Words> {request.submittedAt && <span className="nb">ขอเมื่อ {dayOfText(request.submittedAt)}</span>}</p>
        </div>
      } />
      <div className="review">
        <div className="stack-l what">
          <Outcome slug={slug} request={request} />
          <RequestDocuments slug={slug} request={request} />
        </div>
        {mayDecide && <DecisionBar slug={slug} request={request} />}
        {mayPublish && <PublishPanel key={request.version} slug={slug} request={request} />}
        <div className="stack-l about">
          <NextSubject slug={slug} request={request} />
          <RequestFacts slug={slug} request={request} />
          {can(abilities, 'cancel') && (
            <ConfirmAct label="ยกเลิกคำขอ" consequence="คำขอนี้จะยกเลิก และยังดูย้อนหลังได้" backLabel="ไม่ยกเลิก"
              run={() => callApi('POST', tenantPath(slug, 'requests', request.id, 'cancel'), {})}
              onDone={() => void client.invalidateQueries({ queryKey: tenantKey(slug) })} />
          )}
        </div>
      </div>
    </>
  );
}
