import type { ReportLine, RequestLine, WorkView } from '@prongsai/kernel/contracts';
import { thaiWeekdays, weekday } from '@prongsai/kernel/thai';
import {
  dayText, Empty, Icon, isUrgent, PageHead, Reading, readWhole, reportName, daysLeftText, tasksOf, tenantKey, tenantPath, today, useList, useMembership, usePlace, useSession,
  useTenantName, useUnit, useWork, Words,
} from '@prongsai/console/ui';
import { CheckedBar, CheckList, useWithdrawing } from '@prongsai/console/publishing';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { label } from './labels';
import { RequestRow, TaskRow } from './task-row';
import { nextReport } from './urgency';
import { NextReport, Readiness } from './work-aside';

/** Decisions that wait for a signal are sent from here too; whoever decides needs that room next anyway. */
const HeldDecisions = lazy(async () => ({ default: (await import('@prongsai/console/review')).HeldDecisions }));

const mostChecks = 5;
const mostSent = 6;

/** What this person must do, in the order of urgency; what must be checked; where requests are; the next report. */
export function MyWorkPage() {
  const { slug } = usePlace();
  const unit = useTenantName(slug);
  const work = useWork(slug);
  const decides = useMembership(slug)?.roles.some((role) => role === 'approver' || role === 'unit_head') ?? false;
  const reports = useQuery({ queryKey: tenantKey(slug, 'reports'), queryFn: ({ signal }) => readWhole<ReportLine>(tenantPath(slug, 'reports'), signal) });
  const report = reports.data ? nextReport(reports.data) : null;
  const day = today();
  return (
    <>
      <PageHead title={label('work.title')} unit={unit} under={<Words>{`วัน${thaiWeekdays[weekday(day)]}ที่ ${dayText(day, 'long')}`}</Words>}
        actions={<Link className="btn" to={`/t/${slug}/requests/new`}><Icon name="upload" /><Words>{label('work.ask')}</Words></Link>} />
      {report && (
        <p className="note soon only-narrow report-line"><Link to={`/t/${slug}/reports/${report.fiscalYear}/${report.round}`}><Words>{`${reportName(report)} ${daysLeftText(report.dueToSuperiorAt, new Date())}`}</Words></Link></p>
      )}
      <div className="cols">
        <div className="stack-l">
          <FrozenNote slug={slug} />
          {decides && <Suspense fallback={null}><HeldDecisions slug={slug} /></Suspense>}
          <Reading isPending={work.isPending} error={work.error} onRetry={() => void work.refetch()} what="งานของท่าน">
            {work.data && <Tasks slug={slug} work={work.data} next={report} />}
          </Reading>
          <Sent slug={slug} />
        </div>
        <aside className="stack beside" aria-label={label('work.ready')}>
          {report && <NextReport slug={slug} report={report} />}
          <Readiness slug={slug} />
        </aside>
      </div>
    </>
  );
}

function Tasks({ slug, work, next }: { slug: string; work: WorkView; next: ReportLine | null }) {
  const { account } = useSession();
  const withdrawing = useWithdrawing(slug);
  const tasks = tasksOf(work, account.id, today());
  const first = tasks.filter(isUrgent);
  const later = tasks.filter((task) => !isUrgent(task));
  const rows = (some: typeof tasks) => <ol className="list">{some.map((task) => <TaskRow key={`${task.kind} ${task.id}`} slug={slug} task={task} onWithdraw={withdrawing.begin} />)}</ol>;
  return (
    <>
      <section aria-labelledby="first">
        <div className="row between">
          <h2 id="first">{label('work.first')} {first.length > 0 && <span className="count">{first.length}<span className="vh"> เรื่อง</span></span>}</h2>
          {first.filter(({ kind }) => kind === 'decide').length > 1 && <Link className="sm" to={`/t/${slug}/decide`}><Words>{label('work.several')}</Words></Link>}
        </div>
        {withdrawing.note}
        {first.length > 0 ? rows(first) : (
          <Empty action={<Link className="btn sec" to={`/t/${slug}/requests/new`}>{label('work.ask')}</Link>}>
            {next ? `ไม่มีงานค้าง งานถัดไป: ${reportName(next)} ${daysLeftText(next.dueToSuperiorAt, new Date())}` : 'ไม่มีงานค้าง เรื่องที่รอท่านจะขึ้นที่นี่'}
          </Empty>
        )}
      </section>
      {work.checks.length > 0 && (
        <section aria-labelledby="checks">
          <div className="row between"><h2 id="checks"><Words>{label('work.checks')}</Words></h2>{work.checks.length > mostChecks && <Link className="sm" to={`/t/${slug}/publications/checks`}>{label('work.all')} ({work.checks.length})</Link>}</div>
          <div className="stack-s"><CheckedBar {...work.checked} /><CheckList short slug={slug} items={work.checks.slice(0, mostChecks)} caption={label('work.checks')} /></div>
        </section>
      )}
      {later.length > 0 && <section aria-labelledby="later"><h2 id="later"><Words>{label('work.later')}</Words></h2>{rows(later)}</section>}
      {withdrawing.sheet}
    </>
  );
}

/** Where requests are: one's own for whoever asks, the unit's for whoever decides or publishes. */
function Sent({ slug }: { slug: string }) {
  const roles = useMembership(slug)?.roles ?? [];
  const isOwn = !roles.some((role) => role === 'approver' || role === 'unit_head' || role === 'web_master');
  const query = `state=submitted,returned,approved_verbally,approved,refused,published${isOwn ? '&of=mine' : ''}`;
  const sent = useList<RequestLine>(tenantKey(slug, 'requests', 'sent', query), `${tenantPath(slug, 'requests')}?${query}`, { limit: mostSent });
  return (
    <section aria-labelledby="sent">
      <div className="row between"><h2 id="sent"><Words>{label('work.sent')}</Words></h2><Link className="sm" to={`/t/${slug}/requests`} search={(isOwn ? { of: 'mine' } : {}) as never}>{label('work.all')}</Link></div>
      <Reading isPending={sent.isPending} error={sent.error} onRetry={sent.reload} what="คำขอ">
        {sent.items.length === 0
          ? <Empty>เมื่อส่งคำขอแล้ว ท่านจะเห็นที่นี่ว่าคำขออยู่ขั้นตอนใด</Empty>
          : <ol className="list">{sent.items.map((line) => <RequestRow key={line.id} slug={slug} line={line} />)}</ol>}
      </Reading>
    </section>
  );
}

function FrozenNote({ slug }: { slug: string }) {
  const { data } = useUnit(slug);
  if (!data?.frozen) return null;
  return (
    <p className="note late" role="status">
      <Words>{`หน่วยงานมี Web Master ${data.activeWebMasters} คน ต้องมีอย่างน้อย ${data.minWebMasters} คน จึงพักการเผยแพร่ไว้`}</Words> <Link to={`/t/${slug}/people`}>ดูคนทำงาน</Link>
    </p>
  );
}
