import type { ReportLine } from '@prongsai/kernel/contracts';
import type { RequirementStatus } from '@prongsai/kernel/workflow';
import { dayOfText, daysLeft, reportName, ReportTag, useTenantCompliance, useUnit, weekendText, Words } from '@prongsai/console/ui';
import { Link } from '@tanstack/react-router';
import { label } from './labels';

/** The report to think of next, as a figure that cannot be overlooked. */
export function NextReport({ slug, report }: { slug: string; report: ReportLine }) {
  const left = daysLeft(report.dueToSuperiorAt, new Date());
  return (
    <section className="card dead stack-s" aria-label={label('work.nextReport')}>
      <p className="sm"><Words>{reportName(report)}</Words></p>
      <p><b className="d">{Math.abs(left)}</b> <Words>{left < 0 ? 'วัน เกินกำหนด' : 'วัน ถึงกำหนดเสนอ'}</Words></p>
      <p className="sm"><Words>{[dayOfText(report.dueToSuperiorAt), weekendText(report.dueToSuperiorAt)].filter(Boolean).join(' ')}</Words></p>
      <p><ReportTag state={report.state} /></p>
      <Link className="btn" to={`/t/${slug}/reports/${report.fiscalYear}/${report.round}`}>{label('work.openReport')}</Link>
    </section>
  );
}

const wrong: readonly (readonly [RequirementStatus, string, string])[] = [['missing', 'gone', 'ยังไม่มี'], ['overdue', 'late', 'เกินกำหนด'], ['due_soon', 'soon', 'ใกล้ครบกำหนด']];

/** What the unit's requirements lack, in as few lines as there are kinds of trouble. */
export function Readiness({ slug }: { slug: string }) {
  const { data } = useTenantCompliance(slug);
  const { data: unit } = useUnit(slug);
  if (!data) return null;
  const counted = data.items.filter(({ status }) => status !== 'not_applicable' && status !== 'not_due');
  const met = counted.filter(({ status }) => status === 'met').length;
  return (
    <section className="card stack-s ready">
      <h2 className="small-h"><Words>{label('work.ready')}</Words></h2>
      <ul className="plain">
        <li><span className={`tag ${met === counted.length ? 'done' : 'plain-mark'}`} aria-hidden="true" /><Words>{`ครบ ${met} จาก ${counted.length} ข้อ`}</Words></li>
        {wrong.map(([status, shape, word]) => {
          const items = data.items.filter((item) => item.status === status);
          const [only] = items;
          if (!only) return null;
          return <li key={status}><span className={`tag ${shape}`} aria-hidden="true" /><Link to={`/t/${slug}/compliance`}><Words>{items.length === 1 ? `${word}: ${only.title}` : `${word} ${items.length} ข้อ`}</Words></Link></li>;
        })}
        {unit && <li><span className={`tag ${unit.activeWebMasters >= unit.minWebMasters ? 'done' : 'late'}`} aria-hidden="true" /><Words>{unit.activeWebMasters >= unit.minWebMasters ? `Web Master ${unit.activeWebMasters} คน` : `Web Master ${unit.activeWebMasters} จาก ${unit.minWebMasters} คน`}</Words></li>}
      </ul>
      <p><Link className="sm" to={`/t/${slug}/compliance`}>{label('work.requirements')}</Link></p>
    </section>
  );
}
