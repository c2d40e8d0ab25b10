import type { NoticeView } from '@prongsai/kernel/contracts';
import { Empty, momentText, MoreButton, PageHead, Reading, tenantKey, tenantPath, useList, usePlace, useSession, useTenantName, Words } from '@prongsai/console/ui';
import { Link } from '@tanstack/react-router';

/** Where a notice leads inside the console; its address may be absolute or tell the unit by @. */
function inside(link: string, slug: string): string | null {
  const path = link.startsWith('/') ? link : link.startsWith(window.location.origin) ? link.slice(window.location.origin.length) : null;
  return path?.replace(/^\/t\/@/, `/t/${slug}`) ?? null;
}

/** What the system told: to this person, and to everyone for the head and the network's administrator. */
export function NoticesPage() {
  const { slug } = usePlace();
  const { account } = useSession();
  const unit = useTenantName(slug);
  const list = useList<NoticeView>(tenantKey(slug, 'notices'), tenantPath(slug, 'notices'));
  return (
    <>
      <PageHead title="แจ้งเตือน" unit={unit} />
      <Reading isPending={list.isPending} error={list.error} onRetry={list.reload} what="แจ้งเตือน">
        {list.items.length === 0 ? <Empty>ยังไม่มีแจ้งเตือน เมื่อคำขอของท่านมีผล ท่านจะเห็นที่นี่</Empty> : (
          <ol className="list">
            {list.items.map((notice) => {
              const to = notice.link ? inside(notice.link, slug) : null;
              return (
                <li className="task" key={notice.id}>
                  <div>
                    <h2 className="small-h">{to ? <Link to={to}><Words>{notice.title}</Words></Link> : <Words>{notice.title}</Words>}</h2>
                    {notice.body && <p className="sm pre"><Words>{notice.body}</Words></p>}
                    <p className="xs muted">{momentText(notice.createdAt)}{notice.to.id === account.id ? '' : ` · ถึง ${notice.to.name}`}</p>
                  </div>
                </li>
              );
            })}
          </ol>
        )}
        <MoreButton list={list} />
      </Reading>
    </>
  );
}
