import type { ReportView } from '@prongsai/kernel/contracts';
import {
  ActButton, callApi, daysLeftText, dayOfText, DoneNote, Facts, momentText, PlainButton, ProblemNote, reportName, Sheet, StatusTag, tenantKey, tenantPath, weekendText, Words, type ApiProblem,
} from '@prongsai/console/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { label } from './labels';
import { pathOf, turnOf } from './report-path';

type Verb = 'submit' | 'acknowledge' | 'send';
const doneWords: Record<Verb, string> = { submit: 'เสนอผู้บังคับบัญชาแล้ว', acknowledge: 'รับทราบแล้ว', send: 'ส่งจังหวัดแล้ว ตัวเลขของรายงานไม่เปลี่ยนแปลงอีก' };
const verbAt: Partial<Record<ReportView['state'], Verb>> = { open: 'submit', drafted: 'submit', returned: 'submit', submitted: 'acknowledge', acknowledged: 'send' };

/** Where the report stands, whose turn it is, and the one act that the record allows now. `beforeSubmit` saves what was typed. */
export function ReportActs({ slug, report, queryKey, beforeSubmit }: { slug: string; report: ReportView; queryKey: unknown[]; beforeSubmit: () => Promise<boolean> }) {
  const client = useQueryClient();
  const [done, setDone] = useState('');
  const [asking, setAsking] = useState(false);
  const path = tenantPath(slug, 'reports', String(report.fiscalYear), report.round);
  const act = useMutation<ReportView | null, ApiProblem, Verb>({
    mutationFn: async (verb) => {
      // What stands in the form goes with the report; nobody presses save first. What could not be saved says so itself.
      if (verb === 'submit' && !(await beforeSubmit())) return null;
      return callApi<ReportView>('POST', `${path}/${verb}`, {});
    },
    onMutate: () => setDone(''),
    onSuccess: (next, verb) => {
      setAsking(false);
      if (!next) return;
      setDone(doneWords[verb]);
      client.setQueryData(queryKey, next);
      void client.invalidateQueries({ queryKey: tenantKey(slug, 'reports') });
    },
    onError: (problem) => { setAsking(false); if (problem.status === 409) void client.invalidateQueries({ queryKey }); },
  });
  const verb = verbAt[report.state];
  const turn = turnOf(report.state);
  const press = (wanted: Verb) => (wanted === 'send' ? setAsking(true) : act.mutate(wanted));
  return (
    <section className="card stack" aria-labelledby="next">
      <h2 id="next">{label('report.next')}</h2>
      <ol className="plain report-path" aria-label={label('report.path')}>
        {pathOf(report).map(({ step, is, at }) => (
          <li key={step} className={is} {...(is === 'now' ? { 'aria-current': 'step' as const } : {})}><span>{label(`report.step.${step}`)}{is === 'done' && <span className="vh"> เสร็จแล้ว</span>}</span>{at && <span className="xs muted">{dayOfText(at)}</span>}</li>
        ))}
      </ol>
      {turn && <p><Words>{turn}</Words></p>}
      {done && <DoneNote><Words>{done}</Words></DoneNote>}
      {act.error && <ProblemNote error={act.error} />}
      {verb && <div className="noprint"><ActButton abilities={report.abilities} act={verb} size="big" wide busy={act.isPending} onClick={() => press(verb)}>{label(`report.${verb}`)}</ActButton></div>}
      <ReportDates report={report} />
      <Sheet title={label('report.send')} opened={asking} onClose={() => setAsking(false)}>
        <div className="stack">
          <p><b><Words>{reportName(report)}</Words></b></p>
          <p><Words>ส่งแล้วจังหวัดเห็นรายงานทั้งฉบับ ตัวเลขหยุดที่เวลานี้ แก้ไขได้อีกเมื่อจังหวัดส่งกลับเท่านั้น</Words></p>
          {report.lateToProvince && <StatusTag shape="late">{label('report.late')}</StatusTag>}
          <div className="row"><PlainButton busy={act.isPending} onClick={() => act.mutate('send')}>{label('report.send')}</PlainButton><PlainButton tone="sec" onClick={() => setAsking(false)}>ยังไม่ส่ง</PlainButton></div>
        </div>
      </Sheet>
    </section>
  );
}

/** Both due instants beside what was done, late or not. */
function ReportDates({ report }: { report: ReportView }) {
  const now = new Date();
  const when = (doneAt: string | null, dueAt: string, isLate: boolean, by: string | null) => (
    <>
      <Words>{doneAt ? [momentText(doneAt), by].filter(Boolean).join(' ') : `ภายใน ${dayOfText(dueAt)} ${daysLeftText(dueAt, now)}`}</Words>
      {isLate && <> <StatusTag shape="late">{label('report.late')}</StatusTag></>}
      {!doneAt && !isLate && weekendText(dueAt) && <p className="sm"><Words>{weekendText(dueAt) ?? ''}</Words></p>}
    </>
  );
  return (
    <Facts narrow items={[
      { label: label('report.submit'), value: when(report.submittedAt, report.dueToSuperiorAt, report.lateToSuperior, report.submittedBy) },
      report.acknowledgedAt !== null && { label: label('report.acknowledge'), value: <Words>{`${momentText(report.acknowledgedAt)} ${report.acknowledgedBy ?? ''}`}</Words> },
      { label: label('report.send'), value: when(report.sentAt, report.dueToProvinceAt, report.lateToProvince, null) },
      report.acceptedAt !== null && { label: label('report.step.accept'), value: momentText(report.acceptedAt) },
    ]} />
  );
}
