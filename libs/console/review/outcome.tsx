import type { RequestView } from '@prongsai/kernel/contracts';
import { delegationKindWords, refusalReasons, type RefusalReason } from '@prongsai/kernel/workflow';
import { CopyAsNew, momentText, Words } from '@prongsai/console/ui';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { CopyLink } from './copy-link';
import { label } from './labels';
import { TakeBack } from './take-back';
import { VerbalNote } from './verbal';

/**
 * What became of the request so far. When it became so under the reader's hand, focus goes to it: the button is gone.
 * `before` is the state in which the screen was opened.
 */
export function Outcome({ slug, request, before }: { slug: string; request: RequestView; before: RequestView['state'] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (before === request.state) return;
    window.scrollTo({ top: 0 });
    box.current?.focus({ preventScroll: true });
  }, [before, request.state]);
  return <div className="outcome" role="status" tabIndex={-1} ref={box}><OutcomeWords slug={slug} request={request} /><VerbalNote request={request} /></div>;
}

function OutcomeWords({ slug, request }: { slug: string; request: RequestView }) {
  const stoodIn = request.decidedFor ? ` ${delegationKindWords[request.decidedFor.kind]} ${request.decidedFor.name}` : '';
  const by = request.decidedBy ? `โดย${request.decidedBy.name}${stoodIn}` : '';
  if (request.state === 'published' && request.url) {
    return (
      <div className="note ok stack-s">
        <p><b>เผยแพร่แล้ว</b> {momentText(request.publishedAt)}</p>
        <p className="sm link">{request.url}</p>
        <CopyLink url={request.url} />
        {request.publicationId && <p><Link className="btn quiet small" to={`/t/${slug}/publications/${request.publicationId}`}>{label('review.papers')}</Link></p>}
      </div>
    );
  }
  if (request.state === 'refused') {
    const reason = request.refusalReason ? (refusalReasons[request.refusalReason as RefusalReason] ?? request.refusalReason) : '';
    return (
      <div className="note late stack-s">
        <p><b><Words>ไม่อนุญาต</Words></b> {by} {momentText(request.decidedAt)}</p>
        <p><b>เหตุผล:</b> <Words>{reason}</Words></p>
        {request.comment && <p className="pre">{request.comment}</p>}
        <p><CopyAsNew slug={slug} requestId={request.id} tone="sec" size="small">{label('review.copyAsNew')}</CopyAsNew></p>
      </div>
    );
  }
  if (request.state === 'returned') {
    return <div className="note soon stack-s"><p><b>ส่งกลับแก้ไข</b> {by} {momentText(request.decidedAt)}</p>{request.comment && <p className="pre">{request.comment}</p>}</div>;
  }
  if (request.state === 'approved') {
    return (
      <div className="note ok stack-s">
        <p><b>อนุญาตแล้ว</b> {by} {momentText(request.decidedAt)}</p>
        {request.webMaster && <p><Words>{`มอบหมาย ${request.webMaster.name} นำขึ้นเผยแพร่`}</Words></p>}
        <TakeBack slug={slug} request={request} />
      </div>
    );
  }
  return null;
}
