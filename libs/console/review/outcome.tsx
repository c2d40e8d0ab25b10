import type { RequestLine, RequestView } from '@prongsai/kernel/contracts';
import { refusalReasons, type RefusalReason } from '@prongsai/kernel/workflow';
import { can, momentText, readWhole, tenantKey, tenantPath, Words } from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** What became of the request so far. When it changes under the reader's hand, focus goes to it: the button is gone. */
export function Outcome({ slug, request }: { slug: string; request: RequestView }) {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(request.state);
  useEffect(() => {
    if (before.current === request.state) return;
    before.current = request.state;
    window.scrollTo({ top: 0 });
    box.current?.focus({ preventScroll: true });
  }, [request.state]);
  return <div className="outcome" role="status" tabIndex={-1} ref={box}><OutcomeWords slug={slug} request={request} /></div>;
}

function OutcomeWords({ slug, request }: { slug: string; request: RequestView }) {
  const by = request.decidedBy ? `โดย${request.decidedBy.name}` : '';
  if (request.state === 'published' && request.url) {
    return (
      <div className="note ok stack-s">
        <p><b>เผยแพร่แล้ว</b> {momentText(request.publishedAt)}</p>
        <p><a className="btn small" href={request.url} target="_blank" rel="noopener"><Words>เปิดหน้าที่ประชาชนเห็น</Words><span className="vh"> ในแท็บใหม่</span></a></p>
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
        <p><Link className="btn sec small" to={`/t/${slug}/requests/new`} search={{ from: request.id } as never}>คัดลอกเป็นคำขอใหม่</Link></p>
      </div>
    );
  }
  if (request.state === 'returned') {
    return <div className="note soon stack-s"><p><b>ส่งกลับแก้ไข</b> {by} {momentText(request.decidedAt)}</p>{request.comment && <p className="pre">{request.comment}</p>}</div>;
  }
  if (request.state === 'approved') {
    return (
      <div className="note ok">
        <p><b>อนุญาตแล้ว</b> {by} {momentText(request.decidedAt)}</p>
        {request.webMaster && <p><Words>{`มอบหมาย ${request.webMaster.name} นำขึ้นเผยแพร่`}</Words></p>}
      </div>
    );
  }
  return null;
}

/** After a decision the next subject is one press away. */
export function NextSubject({ slug, request }: { slug: string; request: RequestView }) {
  const { data = [] } = useQuery({
    queryKey: tenantKey(slug, 'requests', 'submitted'),
    queryFn: ({ signal }) => readWhole<RequestLine>(`${tenantPath(slug, 'requests')}?state=submitted`, signal),
  });
  const waiting = data.filter(({ id, abilities }) => id !== request.id && can(abilities, 'approve'));
  const next = waiting.at(-1);
  if (!next) return null;
  return (
    <p className="noprint">
      <Link className={request.state === 'submitted' ? 'btn quiet small' : 'btn sec'} to={`/t/${slug}/requests/${next.id}`}>
        เรื่องถัดไปที่รอพิจารณา ({waiting.length})<span className="vh"> {next.title}</span>
      </Link>
    </p>
  );
}
