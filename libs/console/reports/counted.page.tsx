import type { CountedFigure, CountedList } from '@prongsai/kernel/contracts';
import { callApi, dayOfText, Empty, momentText, PageHead, periodText, Reading, tenantKey, tenantPath, useFilters, usePlace, useTenantName, Words } from '@prongsai/console/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { label } from './labels';

/** The list behind a figure of a report: as many lines as the figure says. */
export function CountedPage() {
  const { slug, fiscalYear, round } = usePlace();
  const unit = useTenantName(slug);
  const [{ category, figure, subItem }] = useFilters(['category', 'figure', 'subItem']);
  const asked = new URLSearchParams({ category, figure, ...(subItem ? { subItem } : {}) });
  const query = useInfiniteQuery({
    queryKey: tenantKey(slug, 'counted', fiscalYear, round, category, figure, subItem), initialPageParam: null as string | null, getNextPageParam: (page: CountedList) => page.nextCursor,
    queryFn: ({ pageParam, signal }) => callApi<CountedList>('GET', `${tenantPath(slug, 'reports', fiscalYear, round, 'counted')}?${asked}${pageParam ? `&cursor=${pageParam}` : ''}`, undefined, signal),
  });
  const first = query.data?.pages[0];
  const things = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const title = first ? [label(`figure.${first.figure}`), first.subItem?.title ?? first.category.title].join(' ') : label('report.title');
  return (
    <>
      <PageHead title={title} unit={unit} crumbs={[{ text: label('reports.title'), to: `/t/${slug}/reports` }, { text: label('report.title'), to: `/t/${slug}/reports/${fiscalYear}/${round}` }]}
        under={first && <Words>{`${first.total} ${first.unit} · ข้อมูล ${periodText(first.window.from, first.window.until)}`}</Words>} />
      <Reading isPending={query.isPending} error={query.error} onRetry={() => void query.refetch()} what="รายการที่นับ">
        {first && (things.length === 0 ? <Empty>ไม่มีรายการที่นับในช่วงที่รายงาน</Empty> : (
          <table className="t fold list">
            <caption className="vh"><Words>{`${title} ${first.total} ${first.unit}`}</Words></caption>
            <thead><tr><th scope="col">{label('column.item')}</th><th scope="col">{label(`figure.${first.figure}`)}</th><th scope="col">{label('column.ended')}</th></tr></thead>
            <tbody>{things.map((thing) => <ThingRow key={`${thing.at} ${thing.publications[0]?.id}`} thing={thing} figure={first.figure} />)}</tbody>
          </table>
        ))}
        {query.hasNextPage && <p><button type="button" className="btn sec small" aria-busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>แสดงเพิ่ม</button></p>}
      </Reading>
    </>
  );
}

/** One counted thing; a subject of several publications names them all. */
function ThingRow({ thing, figure }: { thing: CountedList['items'][number]; figure: CountedFigure }) {
  const [only] = thing.publications;
  const isOne = thing.publications.length === 1 && only?.title === thing.title;
  const ended = thing.publications.map(({ endedAt }) => endedAt).filter((at): at is string => at !== null && new Date(at) <= new Date());
  return (
    <tr>
      <th scope="row">
        {isOne && only ? <a href={only.url} target="_blank" rel="noreferrer"><Words>{thing.title}</Words></a> : (
          <>
            <Words>{thing.title}</Words>
            <ul className="subs sm">{thing.publications.map(({ id, title, url, publishedAt }) => <li key={id}><a href={url} target="_blank" rel="noreferrer"><Words>{title}</Words></a> <span className="muted">{dayOfText(publishedAt)}</span></li>)}</ul>
          </>
        )}
      </th>
      <td data-label={label(`figure.${figure}`)}>{momentText(thing.at)}</td>
      <td data-label={label('column.ended')}>{ended.length === thing.publications.length ? dayOfText(ended.at(-1)) : '–'}</td>
    </tr>
  );
}
