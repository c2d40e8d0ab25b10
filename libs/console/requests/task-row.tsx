import type { RequestLine } from '@prongsai/kernel/contracts';
import { refusalReasons, type RefusalReason } from '@prongsai/kernel/workflow';
import { dayOfText, RequestTag, StatusTag, Words } from '@prongsai/console/ui';
import { Link } from '@tanstack/react-router';
import { stepsOf, type Task, type TaskKind } from './urgency';

const buttons: Record<TaskKind, string> = {
  returned: 'แก้ไขและส่งใหม่', decide: 'เปิดพิจารณา', publish: 'จัดหมวดและเผยแพร่', publish_other: 'จัดหมวดและเผยแพร่', draft: 'เขียนต่อ',
};
const since: Record<TaskKind, string> = { returned: 'ส่งกลับเมื่อ', decide: 'ขอเมื่อ', publish: 'อนุญาตเมื่อ', publish_other: 'อนุญาตเมื่อ', draft: 'เริ่มเขียนเมื่อ' };

/** A draft may still lack its topic. */
export function titleOf(line: Pick<RequestLine, 'title'>): string {
  return line.title ?? 'ยังไม่ได้ตั้งหัวข้อ';
}

/** One thing to do: state first, what it is, why it came back, one button. */
export function TaskRow({ slug, task }: { slug: string; task: Task }) {
  const { line, kind } = task;
  const context = [
    line.number ? `คำขอ ${line.number}` : null,
    kind === 'decide' ? `จาก${line.requester.name}` : null,
    kind === 'publish_other' && line.webMaster ? `มอบหมาย ${line.webMaster.name}` : null,
    `${since[kind]} ${dayOfText(task.since)}`,
  ].filter(Boolean).join(' · ');
  return (
    <li className="task">
      <div>
        {kind === 'publish' || kind === 'publish_other' ? <StatusTag shape="info">รอเผยแพร่</StatusTag> : <RequestTag state={line.state} />}
        <h3><Words>{titleOf(line)}</Words></h3>
        <p className="sm muted"><Words>{context}</Words></p>
        {kind === 'returned' && line.comment && <p className="reason pre"><b>สิ่งที่ต้องแก้:</b> {line.comment}</p>}
      </div>
      <div className="ta">
        <Link className={kind === 'draft' || kind === 'publish_other' ? 'btn sec small' : 'btn small'} to={`/t/${slug}/requests/${line.id}`}>
          {buttons[kind]}<span className="vh"> {titleOf(line)}</span>
        </Link>
      </div>
    </li>
  );
}

/** A request on its way or done: title, state, four steps. */
export function RequestRow({ slug, line, heading: Heading = 'h3' }: { slug: string; line: RequestLine; heading?: 'h2' | 'h3' }) {
  const reason = line.refusalReason ? (refusalReasons[line.refusalReason as RefusalReason] ?? line.refusalReason) : null;
  return (
    <li className="recent">
      <div className="row between">
        <Heading className="small-h"><Link to={`/t/${slug}/requests/${line.id}`}><Words>{titleOf(line)}</Words></Link></Heading>
        <RequestTag state={line.state} />
      </div>
      <p className="sm muted">
        <Words>{[line.number ? `คำขอ ${line.number}` : null, line.requester.name, dayOfText(line.publishedAt ?? line.decidedAt ?? line.submittedAt ?? line.createdAt)].filter(Boolean).join(' · ')}</Words>
      </p>
      {line.state === 'refused' && <p className="reason pre"><b>เหตุผล:</b> {[reason, line.comment].filter(Boolean).join(' ')}</p>}
      {line.state !== 'refused' && line.state !== 'cancelled' && line.state !== 'draft' && (
        <ol className="stepper" aria-hidden="true">{stepsOf(line.state).map(({ text, mark }) => <li key={text} className={mark}><Words>{text}</Words></li>)}</ol>
      )}
    </li>
  );
}
