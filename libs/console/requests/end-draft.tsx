import { callApi, ConfirmAct, tenantKey, tenantPath } from '@prongsai/console/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';

/** Gives a request up: one that was never sent is thrown away, one with a number is called off and stays in the series. */
export function EndDraft({ slug, id, isNew }: { slug: string; id: string; isNew: boolean }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const path = tenantPath(slug, 'requests', id);
  return (
    <ConfirmAct
      label={isNew ? 'ลบร่าง' : 'ยกเลิกคำขอ'} backLabel="กลับไปเขียนต่อ"
      consequence={isNew ? 'ร่างนี้จะถูกลบและเรียกคืนไม่ได้' : 'คำขอนี้จะยกเลิก และยังดูย้อนหลังได้'}
      run={() => (isNew ? callApi('DELETE', path) : callApi('POST', `${path}/cancel`, {}))}
      onDone={() => {
        void navigate({ to: `/t/${slug}` });
        void client.invalidateQueries({ queryKey: tenantKey(slug, 'requests') });
      }}
    />
  );
}
