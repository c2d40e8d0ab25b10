import type { PublicationView } from '@prongsai/kernel/contracts';
import { Empty, MoreButton, Reading, tenantKey, tenantPath, useList, usePlace, useTenantName, useWork, Words } from '@prongsai/console/ui';
import { CheckList } from './check-list';
import { PublishingHead } from './publishing-head';

/** What passed its cadence or soon will: the web master looks and ticks. */
export function ChecksPage() {
  const { slug } = usePlace();
  const unit = useTenantName(slug);
  const { data: work } = useWork(slug);
  const list = useList<PublicationView>(tenantKey(slug, 'publications', 'checks'), `${tenantPath(slug, 'publications')}?checkWithin=14&order=check`, { limit: 100 });
  return (
    <>
      <PublishingHead slug={slug} unit={unit} here="/checks" under="เปิดดูทีละรายการ ถ้ายังถูกต้องกดหนึ่งครั้ง ระบบบันทึกชื่อและวันที่ของท่าน ถ้าไม่ถูกต้องให้เตรียมฉบับใหม่หรือนำลง" />
      <div className="stack">
        {work && work.checked.total > 0 && <CheckedBar done={work.checked.done} total={work.checked.total} />}
        <Reading isPending={list.isPending} error={list.error} onRetry={list.reload} what="รายการ">
          <CheckRows slug={slug} items={list.items} />
          <MoreButton list={list} />
        </Reading>
      </div>
    </>
  );
}

function CheckRows({ slug, items }: { slug: string; items: readonly PublicationView[] }) {
  return (
    <>
      {items.length === 0 && <Empty>ไม่มีรายการที่ต้องตรวจใน 14 วันนี้ รายการจะขึ้นที่นี่เมื่อใกล้ครบรอบของหมวดหมู่</Empty>}
      <CheckList slug={slug} items={items} caption="รายการที่ต้องตรวจความเป็นปัจจุบัน เกินรอบนานที่สุดก่อน" />
    </>
  );
}

/** How much of what must be checked in turns is inside its cadence. */
export function CheckedBar({ done, total }: { done: number; total: number }) {
  return (
    <div className="stack-s">
      <p className="sm muted"><Words>{`ตรวจแล้ว ${done} จาก ${total} รายการ`}</Words></p>
      <progress className="bar" max={total} value={done} aria-label={`ตรวจแล้ว ${done} จาก ${total} รายการ`} />
    </div>
  );
}
