import type { RequestLine } from '@prongsai/kernel/contracts';
import { requestStates, requestStateWords, type RequestState } from '@prongsai/kernel/workflow';
import { Empty, Icon, MoreButton, PageHead, Reading, SelectField, tenantKey, tenantPath, useList, usePlace, useTenantName, Words } from '@prongsai/console/ui';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { RequestRow } from './task-row';

/** Every request of the unit, newest first, of one state when asked. */
export function RequestListPage() {
  const { slug } = usePlace();
  const unit = useTenantName(slug);
  const [state, setState] = useState<RequestState | ''>('');
  const list = useList<RequestLine>(tenantKey(slug, 'requests', 'list', state), `${tenantPath(slug, 'requests')}${state ? `?state=${state}` : ''}`);
  return (
    <>
      <PageHead title="คำขอเผยแพร่" unit={unit} actions={<Link className="btn" to={`/t/${slug}/requests/new`}><Icon name="upload" /><Words>ขอเผยแพร่ข้อมูล</Words></Link>} />
      <div className="stack">
        <div className="measure">
          <SelectField path="state" label="แสดงสถานะ" value={state} onChange={(value) => setState(value as RequestState | '')} empty="ทุกสถานะ"
            choices={requestStates.map((value) => ({ value, label: requestStateWords[value] }))} />
        </div>
        <Reading isPending={list.isPending} error={list.error} onRetry={list.reload} what="คำขอ">
          {list.items.length === 0
            ? <Empty action={<Link className="btn" to={`/t/${slug}/requests/new`}>ขอเผยแพร่เรื่องแรก</Link>}>{state ? 'ไม่มีคำขอในสถานะนี้' : 'ยังไม่มีคำขอของหน่วยงาน'}</Empty>
            : <ol className="list">{list.items.map((line) => <RequestRow key={line.id} slug={slug} line={line} heading="h2" />)}</ol>}
          <MoreButton list={list} />
        </Reading>
      </div>
    </>
  );
}
