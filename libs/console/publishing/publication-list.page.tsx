import type { PublicationView } from '@prongsai/kernel/contracts';
import {
  ActButton, AreaField, callApi, categoryTitle, dayOfText, dayText, DoneNote, Empty, ErrorSummary, fieldTexts, MoreButton, PageHead, PlainButton, ProblemNote, PublicationTag,
  Reading, Sheet, summaryLines, tenantKey, tenantPath, useCategories, useList, usePlace, useTenantName, Words, type ApiProblem,
} from '@prongsai/console/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';

/** What stands on the unit's site and what stood there: state, dates, taking down, checking that it is still right. */
export function PublicationListPage() {
  const { slug } = usePlace();
  const unit = useTenantName(slug);
  const client = useQueryClient();
  const { data: categories } = useCategories(slug);
  const list = useList<PublicationView>(tenantKey(slug, 'publications'), tenantPath(slug, 'publications'));
  const [leaving, setLeaving] = useState<PublicationView | null>(null);
  const [done, setDone] = useState('');
  const fresh = () => void client.invalidateQueries({ queryKey: tenantKey(slug) });
  const confirm = useMutation<PublicationView, ApiProblem, PublicationView>({
    mutationFn: ({ id }) => callApi('POST', tenantPath(slug, 'publications', id, 'confirm-current'), {}),
    onSuccess: ({ title }) => { setDone(`บันทึกว่า “${title}” ยังถูกต้อง`); fresh(); },
  });
  return (
    <>
      <PageHead title="เนื้อหาบนเว็บไซต์" unit={unit} under={<Words>นำลงเมื่อไม่ควรแสดง และยืนยันรายการที่ตรวจแล้วว่ายังถูกต้อง</Words>} />
      <div className="stack">
        {done && <DoneNote><Words>{done}</Words></DoneNote>}
        {confirm.error && <ProblemNote error={confirm.error} />}
        <Reading isPending={list.isPending} error={list.error} onRetry={list.reload} what="รายการ">
          {list.items.length === 0 ? (
            <Empty action={<Link className="btn" to={`/t/${slug}/requests/new`}>ขอเผยแพร่เรื่องแรก</Link>}>ยังไม่มีรายการที่เผยแพร่ เรื่องที่ได้รับอนุญาตและนำขึ้นเผยแพร่แล้วจะอยู่ที่นี่</Empty>
          ) : (
            <table className="t fold list pubs">
              <caption className="vh">รายการที่เผยแพร่ของหน่วยงาน ใหม่ก่อน</caption>
              <thead><tr><th scope="col">รายการ</th><th scope="col">สถานะ</th><th scope="col">แสดงบนเว็บ</th><th scope="col">ตรวจล่าสุด</th><th scope="col"><span className="vh">การทำงาน</span></th></tr></thead>
              <tbody>
                {list.items.map((item) => (
                  <tr key={item.id}>
                    <th scope="row">
                      <a href={item.url} target="_blank" rel="noopener"><Words>{item.title}</Words><span className="vh"> เปิดในแท็บใหม่</span></a>
                      <p className="xs muted"><Words>{`${categoryTitle(categories, item.categoryCode)} · ${item.sourceName}`}</Words></p>
                      {item.withdrawReason && <p className="xs">เหตุผลที่นำลง: {item.withdrawReason}</p>}
                    </th>
                    <td><PublicationTag state={item.state} /></td>
                    <td data-label="แสดงบนเว็บ">{dayText(item.publishFrom)} ถึง {item.publishUntil ? dayText(item.publishUntil) : 'ไม่มีวันครบกำหนด'}</td>
                    <td data-label="ตรวจล่าสุด">{dayOfText(item.confirmedCurrentAt ?? item.publishedAt)}</td>
                    <td className="acts">
                      {item.state === 'live' || item.state === 'scheduled' ? (
                        <div className="row tight">
                          <ActButton abilities={item.abilities} act="confirm-current" tone="sec" size="small" busy={confirm.isPending && confirm.variables?.id === item.id} onClick={() => confirm.mutate(item)}>ยังถูกต้อง</ActButton>
                          <ActButton abilities={item.abilities} act="withdraw" tone="quiet" size="small" onClick={() => setLeaving(item)}>นำลง<span className="vh"> {item.title}</span></ActButton>
                        </div>
                      ) : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <MoreButton list={list} />
        </Reading>
      </div>
      {leaving && <WithdrawSheet slug={slug} item={leaving} onClose={() => setLeaving(null)} onDone={() => { setDone(`นำ “${leaving.title}” ลงจากเว็บไซต์แล้ว`); setLeaving(null); fresh(); }} />}
    </>
  );
}

function WithdrawSheet({ slug, item, onClose, onDone }: { slug: string; item: PublicationView; onClose: () => void; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const act = useMutation<PublicationView, ApiProblem>({
    mutationFn: () => callApi('POST', tenantPath(slug, 'publications', item.id, 'withdraw'), { reason }),
    onSuccess: onDone,
  });
  const lines = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  return (
    <Sheet title="นำลงจากเว็บไซต์" opened onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending) act.mutate(); }}>
        <p><Words>{item.title}</Words></p>
        <ErrorSummary title={act.error?.title ?? ''} lines={lines} />
        <AreaField path="reason" label="เหตุผลที่นำลง" hint="ประชาชนที่เปิดลิงก์เดิมจะเห็นเหตุผลนี้" value={reason} onChange={setReason} error={fieldTexts(act.error?.fields ?? [])['reason']} />
        <PlainButton type="submit" tone="danger full" size="big" wide busy={act.isPending}>นำลง</PlainButton>
      </form>
    </Sheet>
  );
}
