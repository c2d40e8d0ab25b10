import type { PublicationView, RequestLine } from '@prongsai/kernel/contracts';
import { daysBetween } from '@prongsai/kernel/thai';
import { refusalReasons, type RefusalReason } from '@prongsai/kernel/workflow';
import { can, categoryName, dayOfText, dayText, daysLeftText, reportName, ReportTag, RequestTag, StatusTag, today, useCategories, Words, type Task } from '@prongsai/console/ui';
import { Link } from '@tanstack/react-router';
import { dueText } from './due-text';
import { label } from './labels';
import { stepsOf } from './urgency';

/** A draft may still lack its topic. */
export function titleOf(line: Pick<RequestLine, 'title'>): string {
  return line.title ?? 'ยังไม่ได้ตั้งหัวข้อ';
}

/** One thing to do: state first, what it is, why it came back, one or two buttons. */
export function TaskRow({ slug, task, onWithdraw }: { slug: string; task: Task; onWithdraw: (item: PublicationView) => void }) {
  if ('item' in task) return <EndingRow slug={slug} item={task.item} onWithdraw={onWithdraw} />;
  if ('report' in task) return <ReportRow slug={slug} task={task} />;
  return <RequestTaskRow slug={slug} task={task} />;
}

const sinceWords = { returned: 'ส่งกลับเมื่อ', answer: 'แจ้งผลเมื่อ', decide: 'ขอเมื่อ', sign: 'อนุญาตด้วยวาจาเมื่อ', publish: 'อนุญาตเมื่อ', publish_other: 'อนุญาตเมื่อ', draft: 'เริ่มเขียนเมื่อ' };
const acts = { returned: 'task.returned', answer: 'task.answer', decide: 'task.decide', sign: 'task.sign', publish: 'task.publish', publish_other: 'task.publish', draft: 'task.draft' } as const;

function RequestTaskRow({ slug, task }: { slug: string; task: Extract<Task, { line: RequestLine }> }) {
  const { line, kind } = task;
  const due = kind === 'sign' ? dueText(line.verbal?.dueOn ?? null, today(), 'ลงนาม') : dueText(line.dueOn, today(), kind === 'decide' ? 'พิจารณา' : 'เผยแพร่', line.dueIn);
  const context = [
    line.number ? `คำขอ ${line.number}` : null,
    kind === 'decide' || kind === 'sign' ? `จาก${line.requester.name}` : null,
    kind === 'publish_other' && line.webMaster ? `มอบหมาย ${line.webMaster.name}` : null,
    `${sinceWords[kind]} ${dayOfText(task.since)}`,
  ].filter(Boolean).join(' · ');
  return (
    <li className="task">
      <div>
        <div className="row tight tags">
          {kind === 'sign' ? <StatusTag shape="soon">{label('task.owed')}</StatusTag> : kind === 'publish' || kind === 'publish_other' ? <StatusTag shape="info">{label('task.waiting')}</StatusTag> : <RequestTag state={line.state} />}
          {due && <StatusTag shape={due.isLate ? 'late' : due.isSoon ? 'soon' : 'plain'}>{due.text}</StatusTag>}
        </div>
        <h3><Words>{titleOf(line)}</Words></h3>
        <p className="sm muted"><Words>{context}</Words></p>
        {kind === 'returned' && line.comment && <p className="reason pre"><b>สิ่งที่ต้องแก้:</b> {line.comment}</p>}
      </div>
      <div className="ta">
        <Link className={kind === 'draft' || kind === 'publish_other' ? 'btn sec small' : 'btn small'} to={`/t/${slug}/requests/${line.id}`}>
          {label(acts[kind])}<span className="vh"> {titleOf(line)}</span>
        </Link>
      </div>
    </li>
  );
}

function EndingRow({ slug, item, onWithdraw }: { slug: string; item: PublicationView; onWithdraw: (item: PublicationView) => void }) {
  const { data: categories } = useCategories(slug);
  const left = item.publishUntil ? daysBetween(today(), item.publishUntil) : 0;
  return (
    <li className="task">
      <div>
        <StatusTag shape="soon">{item.approvalDueAt ? `ลงเองถ้าไม่ลงนามภายใน ${dayOfText(new Date(new Date(item.approvalDueAt).getTime() - 1).toISOString())}` : left <= 0 ? 'ครบกำหนดวันนี้' : `ครบกำหนดอีก ${left} วัน`}</StatusTag>
        <h3><Words>{item.title}</Words></h3>
        <p className="sm muted"><Words>{`${categoryName(categories, item.categoryCode)} · แสดงถึง ${dayText(item.publishUntil)}`}</Words></p>
      </div>
      <div className="ta">
        <Link className="btn sec small" to={`/t/${slug}/requests/new`} search={{ from: item.requestId } as never}>{label('task.renew')}<span className="vh"> {item.title}</span></Link>
        {can(item.abilities, 'withdraw') && <button type="button" className="btn small" onClick={() => onWithdraw(item)}>{label('task.withdraw')}<span className="vh"> {item.title}</span></button>}
      </div>
    </li>
  );
}

function ReportRow({ slug, task: { report } }: { slug: string; task: Extract<Task, { kind: 'report' }> }) {
  return (
    <li className="task">
      <div>
        <ReportTag state={report.state} />
        <h3><Words>{reportName(report)}</Words></h3>
        <p className="sm muted"><Words>{`ครบกำหนด ${dayOfText(report.dueToProvinceAt)} ${daysLeftText(report.dueToProvinceAt, new Date())}`}</Words></p>
      </div>
      <div className="ta"><Link className="btn small" to={`/t/${slug}/reports/${report.fiscalYear}/${report.round}`}>{label(`task.report.${report.act}`)}<span className="vh"> {reportName(report)}</span></Link></div>
    </li>
  );
}

/** A request on its way or done: title, state, four steps. */
export function RequestRow({ slug, line, heading: Heading = 'h3' }: { slug: string; line: RequestLine; heading?: 'h2' | 'h3' }) {
  const reason = line.refusalReason ? (refusalReasons[line.refusalReason as RefusalReason] ?? line.refusalReason) : null;
  return (
    <li className="recent">
      <div className="row between">
        <Heading className="small-h grow"><Link to={`/t/${slug}/requests/${line.id}`}><Words>{titleOf(line)}</Words></Link></Heading>
        <RequestTag state={line.state} />
      </div>
      <p className="sm muted">
        <Words>{[line.number ? `คำขอ ${line.number}` : null, line.requester.name, dayOfText(line.publishedAt ?? line.decidedAt ?? line.submittedAt ?? line.createdAt)].filter(Boolean).join(' · ')}</Words>
      </p>
      {line.state === 'refused' && <p className="reason pre"><b>เหตุผล:</b> {[reason, line.comment].filter(Boolean).join(' ')}</p>}
      {line.state === 'returned' && line.comment && <p className="reason soon pre"><b>สิ่งที่ต้องแก้:</b> {line.comment}</p>}
      {line.state !== 'refused' && line.state !== 'cancelled' && line.state !== 'draft' && line.state !== 'returned' && (Heading === 'h3' || line.state !== 'published') && (
        <ol className="stepper" aria-hidden="true">{stepsOf(line.state).map(({ step, mark }) => <li key={step} className={mark}><Words>{label(`story.${step}`)}</Words></li>)}</ol>
      )}
    </li>
  );
}
