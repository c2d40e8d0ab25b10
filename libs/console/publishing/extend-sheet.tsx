import type { PublicationView, RequestView } from '@prongsai/kernel/contracts';
import { AreaField, callApi, ChoiceRow, DayField, dayText, ErrorSummary, fieldTexts, PlainButton, Sheet, summaryLines, tenantPath, Words, type ApiProblem } from '@prongsai/console/ui';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { label } from './labels';

/** Asking for a later end: the new day, or none, and why. An approver decides. */
export function ExtendSheet({ slug, item, onClose, onDone }: { slug: string; item: PublicationView; onClose: () => void; onDone: (request: RequestView) => void }) {
  const [until, setUntil] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [unread, setUnread] = useState<string | null>(null);
  const act = useMutation<{ request: RequestView }, ApiProblem>({
    mutationFn: () => callApi('POST', tenantPath(slug, 'publications', item.id, 'extend'), { reason, publishUntil: isOpen ? null : (until ?? '') }),
    onSuccess: ({ request }) => onDone(request),
  });
  const lines = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  const texts = fieldTexts(act.error?.fields ?? []);
  return (
    <Sheet title={label('pub.extend')} opened onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending && (isOpen || !unread)) act.mutate(); }}>
        <p><b><Words>{item.title}</Words></b></p>
        <p className="sm"><Words>{`ครบกำหนดเดิม ${dayText(item.publishUntil)} วันครบกำหนดเลื่อนเมื่อผู้อนุมัติรับรองอนุญาต`}</Words></p>
        <ErrorSummary title={act.error?.title ?? ''} lines={lines} />
        {!isOpen && <DayField path="publishUntil" label={label('pub.newEnd')} hint="เช่น 30 ก.ย. 2570" value={until} error={unread ?? texts['publishUntil']} onChange={(day, wrong) => { setUnread(wrong); setUntil(day); }} />}
        <ChoiceRow name="open" checked={isOpen} onChange={setOpen}>{label('pub.open')}</ChoiceRow>
        <AreaField path="reason" label={label('pub.whyLonger')} value={reason} onChange={setReason} error={texts['reason']} />
        <PlainButton type="submit" size="big" wide busy={act.isPending}><Words>{label('pub.sendExtend')}</Words></PlainButton>
      </form>
    </Sheet>
  );
}
