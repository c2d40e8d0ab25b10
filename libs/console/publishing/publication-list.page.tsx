import type { PublicationView } from '@prongsai/kernel/contracts';
import { publicationStates } from '@prongsai/kernel/workflow';
import { Empty, MoreButton, publicationStateName, Reading, SelectField, TextField, tenantKey, tenantPath, useCategories, useFilters, useList, usePlace, useTenantName } from '@prongsai/console/ui';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { label } from './labels';
import { PublicationTable } from './publication-table';
import { PublishingHead } from './publishing-head';
import { useWithdrawing } from './use-withdrawing';

const keys = ['state', 'category', 'only', 'q'] as const;

/** What stands on the unit's site and what stood there, narrowed by category, state, end and cadence. */
export function PublicationListPage() {
  const { slug } = usePlace();
  const unit = useTenantName(slug);
  const [chosen, choose] = useFilters(keys);
  const { data: categories = [] } = useCategories(slug);
  const [typed, setTyped] = useState(chosen.q);
  useEffect(() => setTyped(chosen.q), [chosen.q]);
  const query = new URLSearchParams({
    ...(chosen.state ? { state: chosen.state } : {}), ...(chosen.category ? { category: chosen.category } : {}), ...(chosen.q ? { q: chosen.q } : {}),
    ...(chosen.only === 'ending' ? { endsWithin: '30', order: 'ending' } : chosen.only === 'check' ? { checkWithin: '0', order: 'check' } : {}),
  }).toString();
  const list = useList<PublicationView>(tenantKey(slug, 'publications', query), `${tenantPath(slug, 'publications')}${query ? `?${query}` : ''}`);
  const withdrawing = useWithdrawing(slug);
  const isNarrowed = keys.some((key) => chosen[key]);
  return (
    <>
      <PublishingHead slug={slug} unit={unit} here="" under="ทุกรายการที่ประชาชนเห็นหรือเคยเห็น กดชื่อเพื่อดูข้อเท็จจริงและสิ่งที่ทำต่อได้" />
      <div className="stack">
        <form className="filters" role="search" aria-label={label('pub.narrow')} onSubmit={(event) => { event.preventDefault(); choose({ q: typed.trim() }); }}>
          <TextField path="q" label={label('pub.find')} value={typed} onChange={setTyped} onBlur={() => choose({ q: typed.trim() })} />
          <SelectField path="category" label={label('pub.category')} empty={label('pub.allCategories')} value={chosen.category} choices={categories.map(({ code, shortTitle }) => ({ value: code, label: shortTitle }))} onChange={(category) => choose({ category })} />
          <SelectField path="state" label={label('pub.state')} empty={label('pub.allStates')} value={chosen.state} choices={publicationStates.map((value) => ({ value, label: publicationStateName(value) }))} onChange={(state) => choose({ state })} />
          <SelectField path="only" label={label('pub.only')} empty={label('pub.only.none')} value={chosen.only} choices={[{ value: 'ending', label: label('pub.only.ending') }, { value: 'check', label: label('pub.only.check') }]} onChange={(only) => choose({ only })} />
        </form>
        {withdrawing.note}
        <Reading isPending={list.isPending} error={list.error} onRetry={list.reload} what="รายการ">
          <p className="sm muted" role="status">{list.items.length > 0 ? `${list.items.length}${list.hasMore ? '+' : ''} รายการ` : ''}</p>
          {list.items.length > 0 ? <PublicationTable slug={slug} items={list.items} caption="รายการที่เผยแพร่ของหน่วยงาน" onWithdraw={withdrawing.begin} />
            : isNarrowed ? <Empty action={<button type="button" className="btn sec" onClick={() => choose({ state: '', category: '', only: '', q: '' })}>{label('pub.clear')}</button>}>ไม่มีรายการตามที่คัดกรอง</Empty>
              : <Empty action={<Link className="btn" to={`/t/${slug}/requests/new`}>{label('pub.first')}</Link>}>ยังไม่มีรายการที่เผยแพร่ เรื่องที่ได้รับอนุญาตและนำขึ้นเผยแพร่แล้วจะอยู่ที่นี่</Empty>}
          <MoreButton list={list} />
        </Reading>
      </div>
      {withdrawing.sheet}
    </>
  );
}
