import type { ReportLine, RequestLine } from '@prongsai/kernel/contracts';
import {
  dayOfText, dayText, daysLeft, Empty, Icon, PageHead, readWhole, Reading, reportName, ReportTag, tenantKey, tenantPath, today, useList, usePlace, useSession, useTenantName,
  useUnit, weekendText, Words,
} from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { RequestRow, TaskRow } from './task-row';
import { nextReport, tasksOf } from './urgency';

const openStates = 'draft,submitted,returned,approved';

/** What this person must do, in the order of urgency; what happened lately; the next report. */
export function MyWorkPage() {
  const { slug } = usePlace();
  const { account } = useSession();
  const unit = useTenantName(slug);
  const open = useQuery({
    queryKey: tenantKey(slug, 'requests', openStates),
    queryFn: ({ signal }) => readWhole<RequestLine>(`${tenantPath(slug, 'requests')}?state=${openStates}`, signal),
  });
  const recent = useList<RequestLine>(tenantKey(slug, 'requests', 'recent'), tenantPath(slug, 'requests'), { limit: 20 });
  const tasks = tasksOf(open.data ?? [], account.id);
  const first = tasks.filter(({ kind }) => kind !== 'draft' && kind !== 'publish_other');
  const later = tasks.filter(({ kind }) => kind === 'draft' || kind === 'publish_other');
  const shown = new Set(tasks.map(({ line }) => line.id));
  const others = recent.items.filter(({ id, state }) => !shown.has(id) && state !== 'draft').slice(0, 6);
  return (
    <>
      <PageHead title="งานของฉัน" unit={unit} under={dayText(today(), 'long')}
        actions={<Link className="btn" to={`/t/${slug}/requests/new`}><Icon name="upload" /><Words>ขอเผยแพร่ข้อมูล</Words></Link>} />
      <div className="cols">
        <div className="stack-l">
          <FrozenNote slug={slug} />
          <Reading isPending={open.isPending} error={open.error} onRetry={() => void open.refetch()} what="งานของท่าน">
            <section aria-labelledby="first">
              <h2 id="first">ต้องทำก่อน {first.length > 0 && <span className="count">{first.length}<span className="vh"> เรื่อง</span></span>}</h2>
              {first.length === 0 ? <Empty>ไม่มีงานค้าง</Empty> : <ol className="list">{first.map((task) => <TaskRow key={task.line.id} slug={slug} task={task} />)}</ol>}
            </section>
            {later.length > 0 && (
              <section aria-labelledby="later">
                <h2 id="later"><Words>ร่างของท่าน และงานที่ช่วยกันทำได้</Words></h2>
                <ol className="list">{later.map((task) => <TaskRow key={task.line.id} slug={slug} task={task} />)}</ol>
              </section>
            )}
          </Reading>
          <section aria-labelledby="recent">
            <div className="row between"><h2 id="recent">คำขอล่าสุดของหน่วยงาน</h2><Link className="sm" to={`/t/${slug}/requests`}>ดูทั้งหมด</Link></div>
            <Reading isPending={recent.isPending} error={recent.error} onRetry={recent.reload} what="คำขอ">
              {others.length === 0
                ? <Empty>เมื่อส่งคำขอแล้ว ท่านจะเห็นที่นี่ว่าคำขออยู่ขั้นตอนใด</Empty>
                : <ol className="list">{others.map((line) => <RequestRow key={line.id} slug={slug} line={line} />)}</ol>}
            </Reading>
          </section>
        </div>
        <NextReport slug={slug} />
      </div>
    </>
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

function NextReport({ slug }: { slug: string }) {
  const { data } = useQuery({ queryKey: tenantKey(slug, 'reports'), queryFn: ({ signal }) => readWhole<ReportLine>(tenantPath(slug, 'reports'), signal) });
  const report = data ? nextReport(data) : null;
  if (!report) return null;
  const left = daysLeft(report.dueToSuperiorAt, new Date());
  return (
    <aside className="beside" aria-label="รายงานถัดไป">
      <div className="card dead stack-s">
        <p className="sm"><Words>{reportName(report)}</Words></p>
        <p><b className="d">{Math.abs(left)}</b> <Words>{left < 0 ? 'วัน เกินกำหนด' : 'วัน ถึงกำหนดเสนอ'}</Words></p>
        <p className="sm"><Words>{[dayOfText(report.dueToSuperiorAt), weekendText(report.dueToSuperiorAt)].filter(Boolean).join(' ')}</Words></p>
        <p><ReportTag state={report.state} /></p>
        <Link className="btn" to={`/t/${slug}/reports/${report.fiscalYear}/${report.round}`}>เปิดรายงาน</Link>
      </div>
    </aside>
  );
}
