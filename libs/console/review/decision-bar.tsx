import type { RequestView } from '@prongsai/kernel/contracts';
import { can, Icon, PlainButton, ProblemNote, reasonsOf, useSession, WhyNot, Words } from '@prongsai/console/ui';
import type { Decision } from './decision-queue';
import { RefuseSheet, ReturnSheet } from './decision-sheets';
import { decisionWords } from './held-decisions';
import { label } from './labels';
import type { Deciding } from './use-deciding';

/** The three decisions at the thumb. Allowing is one press; sending back needs words, refusing needs a reason. */
export function DecisionBar({ request, deciding, assignee }: { request: RequestView; deciding: Deciding; assignee: string | null }) {
  const { account } = useSession();
  const { abilities } = request;
  const { open, setOpen, send, isBusy, error, lines, held } = deciding;
  if (held) return <HeldBar decision={held} />;
  if (!can(abilities, 'approve')) {
    return (
      <section className="decide" aria-label={label('review.decision')}>
        <h2><Words>ท่านพิจารณาเรื่องนี้ไม่ได้</Words></h2>
        <WhyNot reasons={reasonsOf(abilities, 'approve', 'return', 'refuse')} />
      </section>
    );
  }
  return (
    <section className="decide stick" aria-label={label('review.decision')}>
      <p className="sm who"><span>{label('review.signedAs')} <b>{account.position ?? account.name}</b>{account.position && <span className="only-wide"> ({account.name})</span>}</span>{assignee && <span className="muted"> <Words>{`${label('review.assigned')} ${assignee}`}</Words></span>}</p>
      {error && !open && <ProblemNote error={error} />}
      <div className="three">
        <PlainButton size="big" busy={isBusy && !open} onClick={() => send('approve', {})}><Icon name="tick" />{isBusy && !open ? 'กำลังส่งผล' : label('review.allow')}</PlainButton>
        <PlainButton tone="sec" onClick={() => setOpen('return')}><Words>{label('review.return')}</Words></PlainButton>
        <PlainButton tone="danger" onClick={() => setOpen('refuse')}><Words>{label('review.refuse')}</Words></PlainButton>
      </div>
      <ReturnSheet opened={open === 'return'} isBusy={isBusy} lines={lines} onClose={() => setOpen(null)} onSend={(body) => send('return', body)} />
      <RefuseSheet opened={open === 'refuse'} isBusy={isBusy} lines={lines} onClose={() => setOpen(null)} onSend={(body) => send('refuse', body)} />
    </section>
  );
}

/** A decision of this subject that waits for the signal. */
function HeldBar({ decision }: { decision: Decision }) {
  return (
    <section className="decide stick" aria-label={label('review.decision')} role="status">
      <p><b><Words>{`รอส่งผล: ${decisionWords[decision]}`}</Words></b></p>
      <p className="sm muted"><Words>เก็บไว้ในเครื่องนี้แล้ว จะส่งเองเมื่อสัญญาณกลับมา</Words></p>
    </section>
  );
}
