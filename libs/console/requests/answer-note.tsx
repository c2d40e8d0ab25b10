import type { RequestView } from '@prongsai/kernel/contracts';
import { callApi, can, dayOfText, ErrorSummary, fieldTexts, momentText, PlainButton, summaryLines, tenantKey, tenantPath, TextField, Words, type ApiProblem } from '@prongsai/console/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { label } from './labels';

/** The answer by letter that is owed to an owner without an account, or how it was given. */
export function AnswerNote({ slug, request }: { slug: string; request: RequestView }) {
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const act = useMutation<RequestView, ApiProblem>({
    mutationFn: () => callApi<RequestView>('POST', tenantPath(slug, 'requests', request.id, 'answered'), { note: note.trim() }),
    onSuccess: (saved) => {
      client.setQueryData(tenantKey(slug, 'request', request.id), saved);
      void client.invalidateQueries({ queryKey: tenantKey(slug) });
    },
  });
  const lines = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  const { answer, contact } = request;
  if (!answer) return null;
  if (answer.answeredAt) return <p className="note ok"><b><Words>ตอบเจ้าของข้อมูลแล้ว</Words></b> {momentText(answer.answeredAt)} <Words>{answer.note ?? ''}</Words></p>;
  return (
    <section className="note soon stack-s" aria-label={label('task.answer')}>
      <p><b><Words>{`ต้องตอบ ${contact?.name ?? 'เจ้าของข้อมูล'} เป็นหนังสือ`}</Words></b> <Words>{`มีผลเมื่อ ${dayOfText(answer.owedAt)}`}</Words></p>
      {can(request.abilities, 'answered') && (
        <form className="stack-s" noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending) act.mutate(); }}>
          <ErrorSummary title={act.error?.title ?? ''} lines={lines} />
          <TextField path="note" label={label('answer.note')} value={note} onChange={setNote} error={fieldTexts(lines)['note']} placeholder="เช่น ปน 1133/472 ลงวันที่ 24 พ.ย. 2569" />
          <PlainButton type="submit" busy={act.isPending}>{label('answer.record')}</PlainButton>
        </form>
      )}
    </section>
  );
}
