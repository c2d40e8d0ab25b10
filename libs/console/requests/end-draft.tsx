import type { RequestView } from '@prongsai/kernel/contracts';
import { callApi, ConfirmAct, ProblemNote, PlainButton, tenantKey, tenantPath, tellUndo } from '@prongsai/console/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { changesOf, emptyDraft, type Draft } from './draft';
import { label } from './labels';

/**
 * Gives a request up. One that was never sent is thrown away at once and can be brought back: the same text makes a new
 * draft. One with a number is called off for good after a question, and stays in the series.
 */
export function EndDraft({ slug, id, draft, isNew, onGone }: { slug: string; id: string; draft: Draft; isNew: boolean; onGone: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const path = tenantPath(slug, 'requests', id);
  const leave = () => {
    onGone();
    void navigate({ to: `/t/${slug}` });
    void client.invalidateQueries({ queryKey: tenantKey(slug) });
  };
  const remove = useMutation({
    mutationFn: () => callApi('DELETE', path),
    onSuccess: () => {
      leave();
      tellUndo({
        text: `ลบร่าง “${draft.title || 'ยังไม่ได้ตั้งหัวข้อ'}” แล้ว`,
        undo: async () => {
          const again = await callApi<RequestView>('POST', tenantPath(slug, 'requests'), changesOf(emptyDraft, draft));
          void client.invalidateQueries({ queryKey: tenantKey(slug) });
          void navigate({ to: `/t/${slug}/requests/${again.id}` });
        },
      });
    },
  });
  if (isNew) {
    return (
      <>
        <PlainButton tone="quiet" size="small" busy={remove.isPending} onClick={() => remove.mutate()}>{label('form.delete')}</PlainButton>
        {remove.error && <ProblemNote error={remove.error} />}
      </>
    );
  }
  return (
    <ConfirmAct label={label('form.cancel')} backLabel={label('form.back')} consequence="คำขอนี้จะยกเลิก และยังดูย้อนหลังหรือคัดลอกเป็นคำขอใหม่ได้"
      run={() => callApi('POST', `${path}/cancel`, {})} onDone={leave} />
  );
}
