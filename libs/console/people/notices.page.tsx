import type { NoticeView } from '@prongsai/kernel/contracts';
import {
  callApi, dayText, Empty, momentText, MoreButton, PageHead, PlainButton, ProblemNote, Reading, SelectField, tenantKey, tenantPath, today, useFilters, useList, usePlace, useSession, useTenantName, useUnit, Words, type ApiProblem,
} from '@prongsai/console/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BouncedNote } from './bounced-note';
import { byDay } from './notices-by-day';
import { label } from './labels';

/** Where a notice leads inside the console; its address may be absolute or tell the unit by @. */
function inside(link: string, slug: string): string | null {
  const path = link.startsWith('/') ? link : link.startsWith(window.location.origin) ? link.slice(window.location.origin.length) : null;
  return path?.replace(/^\/t\/@/, `/t/${slug}`) ?? null;
}

/** What the system told: to this person, and to everyone for the head and the network's administrator. Only one's own can be marked as read. */
export function NoticesPage() {
  const { slug } = usePlace();
  const { account } = useSession();
  const unit = useTenantName(slug);
  const client = useQueryClient();
  const [{ show }, choose] = useFilters(['show']);
  const list = useList<NoticeView>(tenantKey(slug, 'notices'), tenantPath(slug, 'notices'));
  const read = useMutation<unknown, ApiProblem, string[] | 'all'>({
    mutationFn: (ids) => callApi('POST', tenantPath(slug, 'notices', 'read'), ids === 'all' ? { all: true } : { ids }),
    onSuccess: () => void client.invalidateQueries({ queryKey: tenantKey(slug) }),
  });
  const isNew = (notice: NoticeView) => notice.to.id === account.id && notice.readAt === null;
  const unread = list.items.filter(isNew);
  const shown = show === 'unread' ? unread : list.items;
  const mayReadAll = useUnit(slug).data?.abilities['appoint']?.allowed ?? false;
  return (
    <>
      <PageHead title={label('notices.title')} unit={unit} under={!list.isPending && <Words>{unread.length === 0 ? 'อ่านครบแล้ว' : `ยังไม่อ่าน ${unread.length}${list.hasMore && unread.length === list.items.length ? '+' : ''} เรื่อง`}</Words>}
        actions={unread.length > 0 && <PlainButton tone="sec" size="small" busy={read.isPending} onClick={() => read.mutate('all')}>{label('notices.markAll')}</PlainButton>} />
      <div className="stack">
        <BouncedNote />
        <p className="row tight">
          <Link className="btn quiet small" to={`/t/${slug}/notices/settings`}>{label('notices.settings')}</Link>
          {mayReadAll && <Link className="btn quiet small" to={`/t/${slug}/notices/mails`}>{label('notices.mails')}</Link>}
        </p>
        <div className="people-filters"><SelectField path="show" label={label('notices.show')} value={show} onChange={(next) => choose({ show: next })} empty={label('notices.all')} choices={[{ value: 'unread', label: label('notices.unread') }]} /></div>
        {read.error && <ProblemNote error={read.error} />}
        <Reading isPending={list.isPending} error={list.error} onRetry={list.reload} what="แจ้งเตือน">
          {shown.length === 0 ? <Empty>{show === 'unread' ? 'ไม่มีแจ้งเตือนที่ยังไม่อ่าน' : 'ยังไม่มีแจ้งเตือน เมื่อคำขอของท่านมีผล ท่านจะเห็นที่นี่'}</Empty> : (
            byDay(shown, isNew).map(({ day, isUnread, notices }) => (
              <section key={`${isUnread} ${day}`} className="stack-s" aria-labelledby={`day-${isUnread}-${day}`}>
                <h2 id={`day-${isUnread}-${day}`} className="small-h"><Words>{`${isUnread ? 'ยังไม่อ่าน ' : ''}${day === today() ? 'วันนี้' : dayText(day, 'long')}`}</Words></h2>
                <ol className="list">
                  {notices.map((notice) => <NoticeRow key={notice.id} notice={notice} to={notice.link ? inside(notice.link, slug) : null} isNew={isNew(notice)} isOwn={notice.to.id === account.id} onRead={() => read.mutate([notice.id])} />)}
                </ol>
              </section>
            ))
          )}
          <MoreButton list={list} />
        </Reading>
      </div>
    </>
  );
}

function NoticeRow({ notice, to, isNew, isOwn, onRead }: { notice: NoticeView; to: string | null; isNew: boolean; isOwn: boolean; onRead: () => void }) {
  return (
    <li className={isNew ? 'task notice new' : 'task notice'}>
      <div>
        <h3 className="small-h">{isNew && <><span className="dot" aria-hidden="true" /><span className="vh">{label('notices.unread')} </span></>}{to ? <Link to={to} onClick={() => { if (isNew) onRead(); }}><Words>{notice.title}</Words></Link> : <Words>{notice.title}</Words>}</h3>
        {notice.body && <p className="sm pre"><Words>{notice.body}</Words></p>}
        <p className="xs muted">{momentText(notice.createdAt)}{isOwn ? '' : ` · ถึง ${notice.to.name}`}</p>
      </div>
      {isNew && <div className="ta"><PlainButton tone="quiet" size="small" onClick={onRead}>{label('notices.markOne')}<span className="vh"> {notice.title}</span></PlainButton></div>}
    </li>
  );
}
