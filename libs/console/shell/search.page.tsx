import type { StaffFind } from '@prongsai/kernel/contracts';
import { categoryName, Empty, MoreButton, PageHead, PublicationTag, Reading, RequestTag, tenantKey, tenantPath, useCategories, useFilters, useList, usePlace, useTenantName, Words } from '@prongsai/console/ui';
import { Link } from '@tanstack/react-router';
import { label } from './labels';
import { SearchField } from './search-field';

/** Requests of the unit and what became of them, by title or number. */
export function SearchPage() {
  const { slug } = usePlace();
  const unit = useTenantName(slug);
  const [{ q }] = useFilters(['q']);
  const { data: categories } = useCategories(slug);
  const list = useList<StaffFind>(tenantKey(slug, 'search', q), `${tenantPath(slug, 'search')}?q=${encodeURIComponent(q)}`, { limit: 30, enabled: q !== '' });
  const count = `${list.items.length}${list.hasMore ? '+' : ''}`;
  return (
    <>
      <PageHead title={q ? `${label('search.title')} “${q}”` : label('search.title')} unit={unit} />
      <div className="stack">
        <div className="only-narrow"><SearchField slug={slug} /></div>
        <p className="muted sm" role="status">{q === '' ? 'พิมพ์คำในหัวข้อ หรือเลขคำขอ เช่น 12/2570' : list.isPending ? '' : `พบ ${count} เรื่อง`}</p>
        {q !== '' && (
          <Reading isPending={list.isPending} error={list.error} onRetry={list.reload} what={label('search.results')}>
            {list.items.length === 0 ? <Empty>{`ไม่พบ “${q}” ลองคำที่สั้นลง หรือเลขคำขอ`}</Empty> : (
              <ol className="list">
                {list.items.map((find) => (
                  <li className="task" key={find.requestId}>
                    <div>
                      <h2 className="small-h"><Link to={`/t/${slug}/requests/${find.requestId}`}><Words>{find.title ?? 'ยังไม่ได้ตั้งหัวข้อ'}</Words></Link></h2>
                      <p className="sm muted"><Words>{[find.number && `คำขอ ${find.number}`, categoryName(categories, find.categoryCode), find.requesterName].filter(Boolean).join(' · ')}</Words></p>
                      {find.publication?.state === 'live' && <p className="sm"><a href={find.publication.url} target="_blank" rel="noopener">เปิดหน้าที่ประชาชนเห็น<span className="vh"> {find.title} ในแท็บใหม่</span></a></p>}
                    </div>
                    <div className="ta">{find.publication ? <PublicationTag state={find.publication.state} /> : <RequestTag state={find.state} />}</div>
                  </li>
                ))}
              </ol>
            )}
            <MoreButton list={list} />
          </Reading>
        )}
      </div>
    </>
  );
}
