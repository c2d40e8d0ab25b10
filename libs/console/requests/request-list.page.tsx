import type { RequestLine } from '@prongsai/kernel/contracts';
import { fiscalYearOf } from '@prongsai/kernel/thai';
import { requestStates } from '@prongsai/kernel/workflow';
import { Empty, Icon, MoreButton, PageHead, Reading, requestStateName, SelectField, TextField, tenantKey, tenantPath, today, useCategories, useFilters, useList, usePlace, useTenantName, Words } from '@prongsai/console/ui';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { label } from './labels';
import { RequestFigures } from './request-figures';
import { RequestRow } from './task-row';

const keys = ['state', 'category', 'fiscalYear', 'of', 'q'] as const;
const yearsBack = 4;

/** Every request of the unit that this person may know, newest first, narrowed as chosen; the address keeps the choice. */
export function RequestListPage() {
  const { slug } = usePlace();
  const unit = useTenantName(slug);
  const [chosen, choose] = useFilters(keys);
  const { data: categories = [] } = useCategories(slug);
  const [typed, setTyped] = useState(chosen.q);
  useEffect(() => setTyped(chosen.q), [chosen.q]);
  const query = new URLSearchParams(keys.filter((key) => chosen[key]).map((key) => [key, chosen[key]])).toString();
  const list = useList<RequestLine>(tenantKey(slug, 'requests', 'list', query), `${tenantPath(slug, 'requests')}${query ? `?${query}` : ''}`);
  const year = fiscalYearOf(today());
  const years = Array.from({ length: yearsBack }, (_, back) => String(year - back));
  return (
    <>
      <PageHead title={label('list.title')} unit={unit} actions={<Link className="btn" to={`/t/${slug}/requests/new`}><Icon name="upload" /><Words>{label('work.ask')}</Words></Link>} />
      <div className="stack">
        <form className="narrowing" role="search" aria-label={label('list.narrow')} onSubmit={(event) => { event.preventDefault(); choose({ q: typed.trim() }); }}>
          <TextField path="q" label={label('list.find')} value={typed} onChange={setTyped} onBlur={() => choose({ q: typed.trim() })} />
          <SelectField path="of" label={label('list.of')} value={chosen.of || 'all'} choices={[{ value: 'all', label: label('list.of.all') }, { value: 'mine', label: label('list.of.mine') }]} onChange={(of) => choose({ of: of === 'all' ? '' : of })} />
          <SelectField path="state" label={label('list.state')} empty={label('list.allStates')} value={chosen.state} choices={requestStates.map((value) => ({ value, label: requestStateName(value) }))} onChange={(state) => choose({ state })} />
          <SelectField path="category" label={label('list.category')} empty={label('list.allCategories')} value={chosen.category} choices={categories.map(({ code, shortTitle }) => ({ value: code, label: shortTitle }))} onChange={(category) => choose({ category })} />
          <SelectField path="fiscalYear" label={label('list.year')} empty={label('list.allYears')} value={chosen.fiscalYear} choices={years.map((value) => ({ value, label: value }))} onChange={(fiscalYear) => choose({ fiscalYear })} />
        </form>
        <Reading isPending={list.isPending} error={list.error} onRetry={list.reload} what="คำขอ">
          <RequestFigures slug={slug} fiscalYear={Number(chosen.fiscalYear) || year} />
          <p className="sm muted" role="status">{list.items.length > 0 ? `${list.items.length}${list.hasMore ? '+' : ''} เรื่อง` : ''}</p>
          {list.items.length > 0 ? <ol className="list">{list.items.map((line) => <RequestRow key={line.id} slug={slug} line={line} heading="h2" />)}</ol>
            : query ? <Empty action={<button type="button" className="btn sec" onClick={() => choose({ state: '', category: '', fiscalYear: '', of: '', q: '' })}>{label('list.clear')}</button>}>ไม่มีคำขอตามที่คัดกรอง</Empty>
              : <Empty action={<Link className="btn" to={`/t/${slug}/requests/new`}>{label('list.first')}</Link>}>ยังไม่มีคำขอของหน่วยงาน เมื่อส่งแล้วจะเห็นที่นี่ว่าคำขออยู่ขั้นตอนใด</Empty>}
          <MoreButton list={list} />
        </Reading>
      </div>
    </>
  );
}
