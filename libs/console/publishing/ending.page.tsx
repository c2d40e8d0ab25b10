import type { PublicationView } from '@prongsai/kernel/contracts';
import { Empty, MoreButton, Reading, tenantKey, tenantPath, today, useList, usePlace, useTenantName, Words } from '@prongsai/console/ui';
import { Link } from '@tanstack/react-router';
import { endingGroupOf, endingGroups, type EndingGroup } from './ending-groups';
import { label } from './labels';
import { PublicationTable } from './publication-table';
import { PublishingHead } from './publishing-head';
import { useWithdrawing } from './use-withdrawing';

/** What comes down by itself, soonest first, in groups: today, a week, a month, later, never. */
export function EndingPage() {
  const { slug } = usePlace();
  const unit = useTenantName(slug);
  const list = useList<PublicationView>(tenantKey(slug, 'publications', 'ending'), `${tenantPath(slug, 'publications')}?state=live,scheduled&order=ending`, { limit: 100 });
  const withdrawing = useWithdrawing(slug);
  const day = today();
  const groups = endingGroups.map((group) => ({ group, items: list.items.filter(({ publishUntil }) => endingGroupOf(publishUntil, day) === group) }));
  const isShown = ({ group, items }: { group: EndingGroup; items: unknown[] }) => items.length > 0 || group === 'today' || group === 'week' || group === 'month';
  return (
    <>
      <PublishingHead slug={slug} unit={unit} here="/ending" under="รายการลงเองเมื่อสิ้นวันครบกำหนด ลิงก์เดิมจะบอกเหตุและช่องทางสอบถาม" />
      <div className="stack">
        {withdrawing.note}
        <Reading isPending={list.isPending} error={list.error} onRetry={list.reload} what="รายการ">
          {list.items.length === 0 ? <Empty action={<Link className="btn" to={`/t/${slug}/requests/new`}>{label('pub.first')}</Link>}>ยังไม่มีรายการที่แสดงอยู่ เมื่อเผยแพร่แล้ว วันครบกำหนดของแต่ละรายการจะอยู่ที่นี่</Empty> : (
            <>
              <ul className="figures plain">
                {groups.map(({ group, items }) => (
                  <li key={group}><a href={`#${group}`} className={items.length > 0 && group !== 'later' && group !== 'open' ? `figure ${group === 'month' ? 'soon' : 'late'}` : 'figure'}><b>{items.length}{list.hasMore && (group === 'open' || group === 'later') ? '+' : ''}</b> <Words>{label(`pub.${group}`)}</Words></a></li>
                ))}
              </ul>
              <div className="stack-l">
                {groups.filter(isShown).map(({ group, items }) => (
                  <section key={group} aria-labelledby={group}>
                    <h2 id={group} tabIndex={-1}><Words>{label(`pub.${group}`)}</Words> <span className="muted sm">({items.length})</span></h2>
                    {items.length === 0 ? <p className="muted sm">ไม่มีรายการ</p> : <PublicationTable slug={slug} items={items} caption={label(`pub.${group}`)} onWithdraw={withdrawing.begin} />}
                  </section>
                ))}
              </div>
            </>
          )}
          <MoreButton list={list} />
        </Reading>
      </div>
      {withdrawing.sheet}
    </>
  );
}
