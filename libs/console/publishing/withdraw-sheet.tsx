import type { PublicationView } from '@prongsai/kernel/contracts';
import { AreaField, callApi, ErrorSummary, fieldTexts, PlainButton, Sheet, summaryLines, tenantPath, Words, type ApiProblem } from '@prongsai/console/ui';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { label } from './labels';

/** Taking an item down before its time, with the explanation that citizens will read. Waits for the server. */
export function WithdrawSheet({ slug, item, onClose, onDone }: { slug: string; item: PublicationView; onClose: () => void; onDone: (item: PublicationView) => void }) {
  const [reason, setReason] = useState('');
  const act = useMutation<PublicationView, ApiProblem>({
    mutationFn: () => callApi('POST', tenantPath(slug, 'publications', item.id, 'withdraw'), { reason }),
    onSuccess: onDone,
  });
  const lines = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  return (
    <Sheet title={label('pub.takeDownTitle')} opened onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending) act.mutate(); }}>
        <p><b><Words>{item.title}</Words></b></p>
        <p className="sm"><Words>ประชาชนจะไม่เห็นรายการและไฟล์ทันที ลิงก์เดิมบอกเหตุผลและช่องทางสอบถาม</Words></p>
        <ErrorSummary title={act.error?.title ?? ''} lines={lines} />
        <AreaField path="reason" label={label('pub.whyDown')} hint="ประชาชนที่เปิดลิงก์เดิมจะเห็นเหตุผลนี้" value={reason} onChange={setReason} error={fieldTexts(act.error?.fields ?? [])['reason']} />
        <PlainButton type="submit" tone="danger full" size="big" wide busy={act.isPending}>{label('pub.withdraw')}</PlainButton>
      </form>
    </Sheet>
  );
}
