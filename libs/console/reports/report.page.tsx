import type { ReportView } from '@prongsai/kernel/contracts';
import {
  ActButton, AreaField, callApi, can, dayOfText, daysLeftText, DoneNote, Empty, ErrorSummary, Facts, fieldTexts, isOffered, momentText, PageHead, periodText, PlainButton, Reading, reasonsOf,
  reportName, ReportTag, StatusTag, summaryLines, tenantKey, tenantPath, usePlace, useTenantName, weekendText, WhyNot, Words, type ApiProblem,
} from '@prongsai/console/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { CategoryFigures, Register, WorkFigures } from './report-figures';

const doneWords: Record<string, string> = {
  draft: 'บันทึกแล้ว', submit: 'เสนอผู้บังคับบัญชาแล้ว', acknowledge: 'รับทราบแล้ว', send: 'ส่งจังหวัดแล้ว ตัวเลขของรายงานไม่เปลี่ยนแปลงอีก',
};

/** One report: its figures, its register, what the unit adds, and the way from draft to province. */
export function ReportPage() {
  const { slug, fiscalYear, round } = usePlace();
  const unit = useTenantName(slug);
  const key = tenantKey(slug, 'report', fiscalYear, round);
  const query = useQuery({ queryKey: key, refetchOnWindowFocus: false, queryFn: ({ signal }) => callApi<ReportView>('GET', tenantPath(slug, 'reports', fiscalYear, round), undefined, signal) });
  const report = query.data;
  return (
    <>
      <PageHead title={report ? reportName(report) : 'รายงาน'} unit={unit} crumbs={[{ text: 'รายงานรอบ 6/12 เดือน', to: `/t/${slug}/reports` }]}
        under={report && <div className="row tight"><ReportTag state={report.state} />{report.late && <StatusTag shape="late">เกินกำหนด</StatusTag>}<span>ข้อมูล {periodText(report.window.from, report.window.until)}</span></div>} />
      <Reading isPending={query.isPending} error={query.error} onRetry={() => void query.refetch()} what="รายงาน">
        {report && (
          <div className="report">
            <ReportActs key={`${slug} ${fiscalYear} ${round}`} slug={slug} report={report} queryKey={key} />
            <div className="stack figures">
              {report.state === 'returned' && report.returnComment && <div className="note late"><p><b>จังหวัดส่งกลับแก้ไข</b></p><p className="pre">{report.returnComment}</p></div>}
              {report.requests === null ? <Empty>หน่วยงานยังไม่ได้ส่งรายงานรอบนี้ ตัวเลขแสดงเมื่อส่งจังหวัดแล้ว</Empty> : (
                <>
                  <CategoryFigures report={report} />
                  <WorkFigures report={report} />
                  <Register report={report} />
                </>
              )}
            </div>
          </div>
        )}
      </Reading>
    </>
  );
}

/** Problems and suggestions, then submit, acknowledge, send, as the record allows. */
function ReportActs({ slug, report, queryKey }: { slug: string; report: ReportView; queryKey: unknown[] }) {
  const client = useQueryClient();
  const { abilities } = report;
  const [problems, setProblems] = useState(report.problems ?? '');
  const [suggestions, setSuggestions] = useState(report.suggestions ?? '');
  const [done, setDone] = useState('');
  const path = tenantPath(slug, 'reports', String(report.fiscalYear), report.round);
  const mayDraft = can(abilities, 'draft');
  const isChanged = problems !== (report.problems ?? '') || suggestions !== (report.suggestions ?? '');
  const act = useMutation<ReportView, ApiProblem, 'draft' | 'submit' | 'acknowledge' | 'send'>({
    mutationFn: async (verb) => {
      const write = () => callApi<ReportView>('PUT', path, { problems, suggestions });
      if (verb === 'draft') return write();
      // What stands in the form goes with the report; nobody presses save first.
      if (verb === 'submit' && mayDraft && isChanged) await write();
      return callApi<ReportView>('POST', `${path}/${verb}`, {});
    },
    onSuccess: (next, verb) => {
      setDone(doneWords[verb] ?? '');
      client.setQueryData(queryKey, next);
      void client.invalidateQueries({ queryKey: tenantKey(slug, 'reports') });
    },
    onError: (problem) => { setDone(''); if (problem.status === 409) void client.invalidateQueries({ queryKey }); },
  });
  const lines = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  const texts = fieldTexts(act.error?.fields ?? []);
  const busy = (verb: string) => act.isPending && act.variables === verb;
  const now = new Date();
  return (
    <aside className="stack beside" aria-label="ส่วนของหน่วยงาน">
      <section className="card stack" aria-labelledby="own">
        <h2 id="own"><Words>สรุปปัญหาและข้อเสนอแนะ</Words></h2>
        {done && <DoneNote>{done}</DoneNote>}
        <ErrorSummary title={act.error?.title ?? ''} lines={lines} />
        {mayDraft ? (
          <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending) act.mutate('draft'); }}>
            <AreaField path="problems" label="ปัญหาและอุปสรรค" value={problems} onChange={setProblems} error={texts['problems']} />
            <AreaField path="suggestions" label="ข้อเสนอแนะ" value={suggestions} onChange={setSuggestions} error={texts['suggestions']} />
            <PlainButton type="submit" tone="sec" busy={busy('draft')}>บันทึก</PlainButton>
          </form>
        ) : (
          <>
            <Facts narrow items={[{ label: 'ปัญหาและอุปสรรค', value: <span className="pre">{report.problems ?? '–'}</span> }, { label: 'ข้อเสนอแนะ', value: <span className="pre">{report.suggestions ?? '–'}</span> }]} />
            {['open', 'drafted', 'returned'].includes(report.state) && isOffered(abilities, 'draft') && <WhyNot reasons={reasonsOf(abilities, 'draft')} />}
          </>
        )}
        <div className="stack-s noprint">
          <ReportButton state={['open', 'drafted', 'returned']} verb="submit" report={report}>{(props) => <ActButton {...props} busy={busy('submit')} onClick={() => act.mutate('submit')}>เสนอผู้บังคับบัญชา</ActButton>}</ReportButton>
          <ReportButton state={['submitted']} verb="acknowledge" report={report}>{(props) => <ActButton {...props} busy={busy('acknowledge')} onClick={() => act.mutate('acknowledge')}>ลงนามรับทราบ</ActButton>}</ReportButton>
          <ReportButton state={['acknowledged']} verb="send" report={report}>{(props) => <ActButton {...props} busy={busy('send')} onClick={() => act.mutate('send')}>ส่งจังหวัด</ActButton>}</ReportButton>
        </div>
      </section>
      <section className="card" aria-labelledby="dates">
        <h2 id="dates" className="vh">กำหนดส่งและการดำเนินการ</h2>
        <Facts narrow items={[
          { label: 'เสนอผู้บังคับบัญชา', value: report.submittedAt ? `${momentText(report.submittedAt)} ${report.submittedBy ?? ''} ${report.lateToSuperior ? '(เกินกำหนด)' : ''}` : `ภายใน ${dayOfText(report.dueToSuperiorAt)} ${daysLeftText(report.dueToSuperiorAt, now)}` },
          { label: 'ข้อควรระวัง', value: report.submittedAt ? '' : weekendText(report.dueToSuperiorAt) },
          { label: 'ผู้บังคับบัญชารับทราบ', value: report.acknowledgedAt ? `${momentText(report.acknowledgedAt)} ${report.acknowledgedBy ?? ''}` : '' },
          { label: 'ส่งจังหวัด', value: report.sentAt ? `${momentText(report.sentAt)} ${report.lateToProvince ? '(เกินกำหนด)' : ''}` : `ภายใน ${dayOfText(report.dueToProvinceAt)} ${daysLeftText(report.dueToProvinceAt, now)}` },
          { label: 'จังหวัดรับรายงาน', value: report.acceptedAt ? momentText(report.acceptedAt) : '' },
        ]} />
      </section>
    </aside>
  );
}

/** A step's button while the report stands before that step. */
function ReportButton({ state, verb, report, children }: {
  state: ReportView['state'][]; verb: string; report: ReportView; children: (props: { abilities: ReportView['abilities']; act: string; size: 'big'; wide: true }) => ReactNode;
}) {
  return state.includes(report.state) ? children({ abilities: report.abilities, act: verb, size: 'big', wide: true }) : null;
}
