import type { PublicationView } from '@prongsai/kernel/contracts';
import {
  AreaField, callApi, ChoiceRow, ErrorSummary, fieldId, fieldTexts, PlainButton, Reading, Sheet, summaryLines, tenantKey, tenantPath, TextField, useList, Words, type ApiProblem,
} from '@prongsai/console/ui';
import { useMutation } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { label } from './labels';

/** Naming the live item that takes the place of this one; the old link leads there from then on. */
export function SupersedeSheet({ slug, item, onClose, onDone }: { slug: string; item: PublicationView; onClose: () => void; onDone: (item: PublicationView) => void }) {
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState('');
  const [reason, setReason] = useState('');
  const asked = useDeferredValue(words.trim());
  const list = useList<PublicationView>(tenantKey(slug, 'publications', 'successors', asked), `${tenantPath(slug, 'publications')}?state=live&q=${encodeURIComponent(asked)}`, { limit: 8 });
  const others = list.items.filter(({ id }) => id !== item.id);
  const act = useMutation<PublicationView, ApiProblem>({
    mutationFn: () => callApi('POST', tenantPath(slug, 'publications', item.id, 'supersede'), { successorId: chosen, reason }),
    onSuccess: onDone,
  });
  const lines = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  const texts = fieldTexts(act.error?.fields ?? []);
  return (
    <Sheet title={label('pub.supersede')} opened onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending) act.mutate(); }}>
        <p><b><Words>{item.title}</Words></b></p>
        <p className="sm"><Words>รายการนี้ลงจากเว็บไซต์ทันที และลิงก์เดิมพาประชาชนไปยังรายการที่เลือก ย้อนกลับไม่ได้</Words></p>
        <ErrorSummary title={act.error?.title ?? ''} lines={lines} />
        <TextField path="q" label={label('pub.findSuccessor')} value={words} onChange={setWords} />
        <fieldset className="stack-s" id={fieldId('successorId')}>
          <legend className="lb">{label('pub.successor')}</legend>
          {texts['successorId'] && <p className="errmsg"><Words>{texts['successorId']}</Words></p>}
          <Reading isPending={list.isPending} error={list.error} onRetry={list.reload} what="รายการ">
            {others.length === 0
              ? <p className="sm muted"><Words>ไม่พบรายการที่เผยแพร่อยู่ ลองคำอื่น หรือเผยแพร่รายการที่มาแทนก่อน</Words></p>
              : others.map((other) => <ChoiceRow key={other.id} type="radio" name="successorId" checked={chosen === other.id} onChange={() => setChosen(other.id)}><Words>{other.title}</Words></ChoiceRow>)}
          </Reading>
        </fieldset>
        <AreaField path="reason" label={label('pub.reason')} value={reason} onChange={setReason} error={texts['reason']} />
        <PlainButton type="submit" tone="danger full" size="big" wide busy={act.isPending}><Words>{label('pub.supersede')}</Words></PlainButton>
      </form>
    </Sheet>
  );
}
