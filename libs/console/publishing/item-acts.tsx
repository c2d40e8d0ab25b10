import type { PublicationView, RequestView } from '@prongsai/kernel/contracts';
import { ActButton, asProblem, callApi, DoneNote, tenantKey, tenantPath, Words, type ApiProblem } from '@prongsai/console/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ExtendSheet } from './extend-sheet';
import { label } from './labels';
import { SupersedeSheet } from './supersede-sheet';

/** What can become of a live item beside checking and taking down: a new version, a later end, a successor. */
export function ItemActs({ slug, item }: { slug: string; item: PublicationView }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'extend' | 'supersede' | null>(null);
  const [done, setDone] = useState('');
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isBeginning, setBeginning] = useState(false);
  const finish = (text: string) => {
    setDone(text);
    setOpen(null);
    void client.invalidateQueries({ queryKey: tenantKey(slug) });
  };
  async function begin(): Promise<void> {
    setBeginning(true);
    setProblem(null);
    try {
      const { request } = await callApi<{ request: RequestView }>('POST', tenantPath(slug, 'publications', item.id, 'replace'), {});
      void client.invalidateQueries({ queryKey: tenantKey(slug) });
      await navigate({ to: `/t/${slug}/requests/${request.id}` });
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBeginning(false);
    }
  }
  const { pending } = item;
  return (
    <>
      {done && <DoneNote><Words>{done}</Words></DoneNote>}
      {problem && <p className="errmsg" role="alert"><Words>{`ยังเปิดคำขอไม่ได้ ${problem.detail}`}</Words></p>}
      {pending && (
        <p className="sm"><Words>{`${pending.requesterName} ${pending.purpose === 'extend' ? 'ขอขยายเวลาไว้แล้ว' : 'เปิดคำขอฉบับใหม่ไว้แล้ว'} รอให้เรื่องนั้นเสร็จหรือยกเลิกก่อนจึงขอเปลี่ยนแปลงอีกได้`}</Words> <Link to={`/t/${slug}/requests/${pending.requestId}`}>{label('pub.request')}</Link></p>
      )}
      {item.state === 'live' && (
        <div className="row">
          {/* While one change waits, the line above says why there is no other. */}
          {!pending && <ActButton abilities={item.abilities} act="replace" tone="sec" size="small" busy={isBeginning} onClick={() => void begin()}><Words>{label('pub.renew')}</Words></ActButton>}
          {!pending && item.publishUntil !== null && <ActButton abilities={item.abilities} act="extend" tone="sec" size="small" onClick={() => setOpen('extend')}><Words>{label('pub.extend')}</Words></ActButton>}
          <ActButton abilities={item.abilities} act="supersede" tone="sec" size="small" onClick={() => setOpen('supersede')}><Words>{label('pub.supersede')}</Words></ActButton>
        </div>
      )}
      {open === 'extend' && <ExtendSheet slug={slug} item={item} onClose={() => setOpen(null)} onDone={({ number }) => finish(`ส่งคำขอขยายเวลา ${number ?? ''} แล้ว วันครบกำหนดเลื่อนเมื่อผู้อนุมัติรับรองอนุญาต`)} />}
      {open === 'supersede' && <SupersedeSheet slug={slug} item={item} onClose={() => setOpen(null)} onDone={({ successor }) => finish(`ลิงก์เดิมพาไปยัง “${successor?.title ?? ''}” แล้ว`)} />}
    </>
  );
}
