import type { MemberView, RequestView } from '@prongsai/kernel/contracts';
import { refusalReasons, type RefusalReason } from '@prongsai/kernel/workflow';
import {
  ActButton, AreaField, callApi, ChoiceRow, ErrorSummary, fieldId, fieldTexts, Icon, PlainButton, ProblemNote, SelectField, Sheet, summaryLines, tenantKey, tenantPath,
  useSession, Words, type Page,
} from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useDecision } from './use-decision';

/** The three decisions. Allowing is one press; sending back needs words, refusing needs a reason. */
export function DecisionBar({ slug, request }: { slug: string; request: RequestView }) {
  const { account } = useSession();
  const { abilities } = request;
  const [webMasterId, setWebMasterId] = useState('');
  const [open, setOpen] = useState<'return' | 'refuse' | null>(null);
  const approve = useDecision(slug, request.id, 'approve');
  return (
    <section className="decide stick" aria-label="ผลการพิจารณา">
      <p className="sm">ลงชื่อเป็น <b>{account.position ?? account.name}</b></p>
      {approve.error && <ProblemNote error={approve.error} />}
      <div className="two">
        <ActButton abilities={abilities} act="approve" size="big" wide busy={approve.isPending} onClick={() => approve.mutate(webMasterId ? { webMasterId } : {})}>
          <Icon name="tick" />{approve.isPending ? 'กำลังส่งผล' : 'อนุญาต'}
        </ActButton>
        <ActButton abilities={abilities} act="return" tone="sec" wide onClick={() => setOpen('return')}>ส่งกลับแก้ไข</ActButton>
        <ActButton abilities={abilities} act="refuse" tone="danger" wide onClick={() => setOpen('refuse')}>ไม่อนุญาต</ActButton>
      </div>
      {abilities['approve']?.allowed && <WebMasterChoice slug={slug} value={webMasterId} onChange={setWebMasterId} />}
      <ReturnSheet slug={slug} id={request.id} opened={open === 'return'} onClose={() => setOpen(null)} />
      <RefuseSheet slug={slug} id={request.id} opened={open === 'refuse'} onClose={() => setOpen(null)} />
    </section>
  );
}

/** Who will publish; left alone, the server takes the one with the fewest open tasks. */
function WebMasterChoice({ slug, value, onChange }: { slug: string; value: string; onChange: (id: string) => void }) {
  const { data } = useQuery({
    queryKey: tenantKey(slug, 'members'), staleTime: 60_000,
    queryFn: ({ signal }) => callApi<Page<MemberView>>('GET', tenantPath(slug, 'members'), undefined, signal),
  });
  const webMasters = data?.items.filter(({ appointments }) => appointments.some(({ role }) => role === 'web_master')) ?? [];
  if (webMasters.length === 0) return null;
  return (
    <details className="choose">
      <summary className="sm">มอบหมายผู้นำขึ้นเผยแพร่</summary>
      <SelectField path="webMasterId" label="Web Master" empty="ผู้ที่มีงานค้างน้อยที่สุด" value={value} onChange={onChange}
        choices={webMasters.map(({ accountId, name }) => ({ value: accountId, label: name }))} />
    </details>
  );
}

interface SheetProps {
  slug: string;
  id: string;
  opened: boolean;
  onClose: () => void;
}

function ReturnSheet({ slug, id, opened, onClose }: SheetProps) {
  const [comment, setComment] = useState('');
  const act = useDecision(slug, id, 'return');
  const lines = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  return (
    <Sheet title="ส่งกลับแก้ไข" opened={opened} onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending) act.mutate({ comment }); }}>
        <ErrorSummary title={act.error?.title ?? ''} lines={lines} />
        <AreaField path="comment" label="บอกผู้ขอว่าต้องแก้ตรงไหน" value={comment} onChange={setComment} error={fieldTexts(act.error?.fields ?? [])['comment']} />
        <PlainButton type="submit" size="big" wide busy={act.isPending}>ส่งกลับแก้ไข</PlainButton>
      </form>
    </Sheet>
  );
}

function RefuseSheet({ slug, id, opened, onClose }: SheetProps) {
  const [reason, setReason] = useState<RefusalReason | null>(null);
  const [comment, setComment] = useState('');
  const act = useDecision(slug, id, 'refuse');
  const lines = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  const texts = fieldTexts(act.error?.fields ?? []);
  return (
    <Sheet title="เหตุผลที่ไม่อนุญาต" opened={opened} onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending) act.mutate({ ...(reason ? { reason } : {}), comment }); }}>
        <ErrorSummary title={act.error?.title ?? ''} lines={lines} />
        <p className="sm muted"><Words>ผู้ขอจะเห็นเหตุผลนี้ ผลไม่อนุญาตเป็นที่สุด ผู้ขอคัดลอกเป็นคำขอใหม่ได้</Words></p>
        <fieldset className="bare">
          <legend>เหตุผล</legend>
          {(Object.keys(refusalReasons) as RefusalReason[]).map((code, index) => (
            <ChoiceRow key={code} type="radio" name="reason" checked={reason === code} onChange={() => setReason(code)} {...(index === 0 ? { id: fieldId('reason') } : {})}>
              <Words>{refusalReasons[code]}</Words>
            </ChoiceRow>
          ))}
          {texts['reason'] && <p className="errmsg">{texts['reason']}</p>}
        </fieldset>
        <AreaField path="comment" label="บอกผู้ขอว่าต้องแก้ตรงไหน" optional={reason !== 'other'} rows={2} value={comment} onChange={setComment} error={texts['comment']} />
        <PlainButton type="submit" tone="danger full" size="big" wide busy={act.isPending}><Words>ส่งผล ไม่อนุญาต</Words></PlainButton>
      </form>
    </Sheet>
  );
}
