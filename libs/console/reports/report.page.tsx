import type { ReportView } from '@prongsai/kernel/contracts';
import { PaperSection } from '@prongsai/console/papers';
import { callApi, can, daysLeftText, Empty, PageHead, periodText, Reading, reportName, ReportTag, StatusTag, tenantKey, tenantPath, usePlace, useTenantName, Words } from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Autosave } from './autosave';
import { label } from './labels';
import { ReportActs } from './report-acts';
import { CategoryFigures, Register, WorkFigures } from './report-figures';
import { OwnPart, type OwnWords } from './report-own';

/** One report: its figures, each opening its list, its register, what the unit adds, and the way from draft to province. */
export function ReportPage() {
  const { slug, fiscalYear, round } = usePlace();
  const unit = useTenantName(slug);
  const key = tenantKey(slug, 'report', fiscalYear, round);
  const query = useQuery({ queryKey: key, refetchOnWindowFocus: false, queryFn: ({ signal }) => callApi<ReportView>('GET', tenantPath(slug, 'reports', fiscalYear, round), undefined, signal) });
  const report = query.data;
  const isOwed = report && !['sent', 'accepted'].includes(report.state);
  return (
    <>
      <PageHead title={report ? reportName(report) : label('report.title')} unit={unit} crumbs={[{ text: label('reports.title'), to: `/t/${slug}/reports` }]}
        under={report && <div className="row tight"><ReportTag state={report.state} />{report.late ? <StatusTag shape="late">{label('report.late')}</StatusTag> : isOwed && <StatusTag shape="soon">{daysLeftText(report.dueToProvinceAt, new Date())}</StatusTag>}<span><Words>{`ข้อมูล ${periodText(report.window.from, report.window.until)}`}</Words></span></div>} />
      <Reading isPending={query.isPending} error={query.error} onRetry={() => void query.refetch()} what="รายงาน">
        {report && <ReportBody key={`${slug} ${fiscalYear} ${round}`} slug={slug} report={report} queryKey={key} />}
      </Reading>
    </>
  );
}

function ReportBody({ slug, report, queryKey }: { slug: string; report: ReportView; queryKey: unknown[] }) {
  const [own, setOwn] = useState<OwnWords>({ problems: report.problems ?? '', suggestions: report.suggestions ?? '' });
  const [saver] = useState(() => new Autosave<OwnWords>((words) => callApi('PUT', tenantPath(slug, 'reports', String(report.fiscalYear), report.round), words)));
  // Whoever leaves the page in the middle of a sentence finds it again.
  useEffect(() => () => void saver.flush(), [saver]);
  useEffect(openedForPrint, []);
  const mayDraft = can(report.abilities, 'draft');
  const change = (part: Partial<OwnWords>) => { const next = { ...own, ...part }; setOwn(next); saver.change(next); };
  return (
    <div className="report">
      <aside className="stack beside" aria-label={label('report.path')}>
        <ReportActs slug={slug} report={report} queryKey={queryKey} beforeSubmit={() => saver.flush()} />
      </aside>
      <div className="stack figures">
        {report.state === 'returned' && report.returnComment && <div className="note late"><p><b>จังหวัดส่งกลับแก้ไข</b></p><p className="pre">{report.returnComment}</p></div>}
        {report.requests === null ? <Empty>หน่วยงานยังไม่ได้ส่งรายงานรอบนี้ ตัวเลขแสดงเมื่อส่งจังหวัดแล้ว</Empty> : (
          <>
            <CategoryFigures slug={slug} report={report} />
            <WorkFigures report={report} />
          </>
        )}
        {(report.requests !== null || mayDraft) && <OwnPart report={report} own={own} saver={saver} mayDraft={mayDraft} onChange={change} />}
        {report.requests !== null && <Register report={report} />}
        {can(report.abilities, 'listCounted') && <ReportPapers slug={slug} report={report} />}
      </div>
    </div>
  );
}

const previews = ['memo', 'report', 'register'] as const;

/** Its official papers: as they would be now until it is sent, then as they were sent. */
function ReportPapers({ slug, report }: { slug: string; report: ReportView }) {
  const path = `${tenantPath(slug, 'reports', String(report.fiscalYear), report.round)}/papers`;
  if (report.state === 'sent' || report.state === 'accepted') return <PaperSection slug={slug} path={path} empty="ระบบกำลังจัดทำเอกสารของรายงานนี้" />;
  return (
    <section className="stack-s noprint" aria-labelledby="papers">
      <h2 id="papers"><Words>{label('report.papers')}</Words></h2>
      <p className="row tight">{previews.map((kind) => <a key={kind} className="btn sec small" href={`/api/v1${path}/${kind}`} target="_blank" rel="noopener">{label(`report.paper.${kind}`)}<span className="vh"> ในแท็บใหม่</span></a>)}</p>
    </section>
  );
}

/** On paper nothing stays folded. */
function openedForPrint(): () => void {
  const open = () => { for (const details of document.querySelectorAll('.report details')) details.setAttribute('open', ''); };
  window.addEventListener('beforeprint', open);
  return () => window.removeEventListener('beforeprint', open);
}
