import type { RequestView } from '@prongsai/kernel/contracts';
import { refusalReasons, requestStateWords, type RefusalReason } from '@prongsai/kernel/workflow';
import { callApi, momentText, tenantKey, tenantPath, Words } from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Decision, HeldDecision } from './decision-queue';
import { label } from './labels';
import { useDecisions } from './use-decisions';

/** A decision's own word, for sentences. */
export const decisionWords: Record<Decision, string> = { approve: 'อนุญาต', return: 'ส่งกลับแก้ไข', refuse: 'ไม่อนุญาต' };

/** Decisions of this person that are not stored: on their way when the signal is back, or overtaken by someone else. */
export function HeldDecisions({ slug, except }: { slug: string; except?: string }) {
  const { queue, held } = useDecisions();
  const here = held.filter((one) => one.slug === slug);
  const waiting = here.filter(({ state, requestId }) => (state === 'waiting' || state === 'sending') && requestId !== except);
  const settled = here.filter(({ state }) => state === 'overtaken' || state === 'rejected');
  return (
    <>
      {waiting.some(({ state }) => state === 'waiting') && (
        <section className="note soon stack-s" role="status" aria-label={label('review.waiting')}>
          <p><b><Words>{`รอส่งผล ${waiting.length} เรื่อง`}</Words></b> <Words>เก็บไว้ในเครื่องนี้แล้ว จะส่งเองเมื่อสัญญาณกลับมา</Words></p>
          <ul>{waiting.map((one) => <li key={one.key}><Words>{`${decisionWords[one.decision]} “${one.title}”`}</Words> <span className="xs muted">{momentText(one.madeAt)}</span></li>)}</ul>
          <button type="button" className="btn sec small" onClick={() => void queue.flush()}>{label('review.sendNow')}</button>
        </section>
      )}
      {settled.map((one) => <Settled key={one.key} held={one} onTaken={() => queue.dismiss(one.key)} />)}
    </>
  );
}

/** Both what this person decided and what is stored instead. */
function Settled({ held, onTaken }: { held: HeldDecision; onTaken: () => void }) {
  const { slug, requestId, title, decision, madeAt, words } = held;
  const { data: request } = useQuery({
    queryKey: tenantKey(slug, 'request', requestId),
    queryFn: ({ signal }) => callApi<RequestView>('GET', tenantPath(slug, 'requests', requestId), undefined, signal),
  });
  const reason = request?.refusalReason ? refusalReasons[request.refusalReason as RefusalReason] : null;
  const theirs = request?.decidedBy && request.state !== 'submitted' ? [requestStateWords[request.state], `โดย${request.decidedBy.name}`, reason].filter(Boolean).join(' ') : null;
  return (
    <section className="note late stack-s" role="status">
      <p><b><Words>{held.state === 'overtaken' && theirs ? `“${title}” มีผู้พิจารณาก่อนแล้ว` : `ยังไม่ได้บันทึกผลของ “${title}”`}</Words></b></p>
      <dl className="both">
        <div><dt><Words>ผลของท่าน ไม่ได้บันทึก</Words></dt><dd><Words>{decisionWords[decision]}</Words> <span className="xs muted">{momentText(madeAt)}</span></dd></div>
        {theirs && <div><dt><Words>ผลที่บันทึกไว้</Words></dt><dd><Words>{theirs}</Words> <span className="xs muted">{momentText(request?.decidedAt)}</span></dd></div>}
      </dl>
      {!theirs && words && <p><Words>{words}</Words></p>}
      <p className="row tight">
        <Link className="btn sec small" to={`/t/${slug}/requests/${requestId}`}>{label('review.openSubject')}<span className="vh"> {title}</span></Link>
        <button type="button" className="btn quiet small" onClick={onTaken}>{label('review.acknowledge')}</button>
      </p>
    </section>
  );
}

/** What was stored last in this sitting, with a way back to it. */
export function LastDecided({ slug, except }: { slug: string; except: string }) {
  const { stored } = useDecisions();
  const last = stored.filter((one) => one.slug === slug).at(-1);
  return (
    <div role="status">
      {last && last.requestId !== except && (
        <p className="note ok row between">
          <span><Words>{`บันทึกแล้ว: ${decisionWords[last.decision]} “${last.title}”`}</Words></span>
          <Link className="sm" to={`/t/${slug}/requests/${last.requestId}`}>{label('review.lookBack')}<span className="vh"> {last.title}</span></Link>
        </p>
      )}
    </div>
  );
}
