import type { PublicationView } from '@prongsai/kernel/contracts';
import { PaperSection } from '@prongsai/console/papers';
import {
  ActButton, callApi, categoryTitle, dayText, Facts, fileFacts, momentText, PageHead, periodText, PublicationTag, Reading, tenantKey, tenantPath, useCategories, usePlace, useTenantName, Words,
} from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { TickButton } from './check-list';
import { ItemActs } from './item-acts';
import { label } from './labels';
import { EndText } from './publication-table';
import { useTicks } from './ticks';
import { useWithdrawing } from './use-withdrawing';
import { Versions } from './versions';

/** One item: what is known of it, what happened to it, what can be done next. */
export function PublicationPage() {
  const { slug, id } = usePlace();
  const unit = useTenantName(slug);
  const query = useQuery({ queryKey: tenantKey(slug, 'publication', id), queryFn: ({ signal }) => callApi<PublicationView>('GET', tenantPath(slug, 'publications', id), undefined, signal) });
  const crumbs = [{ text: label('pub.title'), to: `/t/${slug}/publications` }];
  return (
    <>
      <PageHead title={query.data?.title ?? label('pub.item')} here={label('pub.item')} unit={unit} crumbs={crumbs} under={query.data && <PublicationTag state={query.data.state} />} />
      <Reading isPending={query.isPending} error={query.error} onRetry={() => void query.refetch()} what="รายการ">
        {query.data && <Item slug={slug} item={query.data} />}
      </Reading>
    </>
  );
}

function Item({ slug, item }: { slug: string; item: PublicationView }) {
  const { data: categories } = useCategories(slug);
  const withdrawing = useWithdrawing(slug);
  const { ticks, confirm } = useTicks(slug, [item]);
  const isShown = item.state === 'live' || item.state === 'scheduled';
  return (
    <div className="stack">
      {withdrawing.note}
      <div className="row">
        {item.state === 'live' && <a className="btn" href={item.url} target="_blank" rel="noopener"><Words>{label('pub.site')}</Words><span className="vh"> ในแท็บใหม่</span></a>}
        {item.state === 'live' && <TickButton slug={slug} item={item} tick={ticks.get(item.id)} onTick={() => confirm(item)} isAlone />}
        {isShown && <ActButton abilities={item.abilities} act="withdraw" tone="danger" size="small" onClick={() => withdrawing.begin(item)}>{label('pub.withdraw')}</ActButton>}
        <Link className="btn quiet small" to={`/t/${slug}/requests/${item.requestId}`}>{label('pub.request')}{item.number ? ` ${item.number}` : ''}</Link>
      </div>
      <ItemActs slug={slug} item={item} />
      <div className="card">
        <Facts items={[
          { label: label('pub.link'), value: <a href={item.url} target="_blank" rel="noopener">{item.url}</a> },
          { label: label('pub.category'), value: categoryTitle(categories, item.categoryCode) },
          { label: label('pub.source'), value: item.sourceName },
          { label: label('pub.period'), value: periodText(item.dataFrom, item.dataUntil) },
          { label: label('pub.shown'), value: <>{dayText(item.publishFrom)} ถึง <EndText item={item} /></> },
          { label: label('pub.published'), value: [momentText(item.publishedAt), item.publishedByName].filter(Boolean).join(' · ') },
          { label: label('pub.revised'), value: item.revisedAt && [momentText(item.revisedAt), item.revisedByName].filter(Boolean).join(' · ') },
          { label: label('pub.checked'), value: item.confirmedCurrentAt && [momentText(item.confirmedCurrentAt), item.confirmedCurrentByName].filter(Boolean).join(' · ') },
          { label: label('pub.checkDue'), value: item.state === 'live' && item.checkDueOn ? dayText(item.checkDueOn) : '' },
          { label: label('pub.when'), value: item.cameDownAt && [momentText(item.cameDownAt), item.withdrawnByName ?? item.supersededByName].filter(Boolean).join(' · ') },
          { label: label('pub.reason'), value: item.withdrawnInError ? `${label('pub.inError')}: ${item.withdrawReason ?? ''}` : (item.withdrawReason ?? item.supersedeReason) },
          { label: label('pub.successor'), value: item.successor && <Link to={`/t/${slug}/publications/${item.successor.id}`}><Words>{item.successor.title}</Words></Link> },
          { label: label('pub.files'), value: item.files.length > 0 && <ul className="plain">{item.files.map((file) => <li key={file.url}>{file.name} <span className="muted xs">{fileFacts(file.name, file.size)}</span></li>)}</ul> },
        ]} />
      </div>
      {item.version > 1 && <Versions slug={slug} id={item.id} />}
      <PaperSection slug={slug} path={`${tenantPath(slug, 'publications', item.id)}/papers`} empty="ยังไม่มีเอกสารของรายการนี้ ระบบกำลังจัดทำ" />
      {withdrawing.sheet}
    </div>
  );
}
