import type { NetworkReportLine } from '@prongsai/kernel/contracts';
import { ActButton, daysLeftText, momentText, ReportTag, StatusTag, Words } from '@prongsai/console/ui';
import { Link } from '@tanstack/react-router';
import { label } from './labels';
import { latenessText } from './lateness';

interface TableProps {
  lines: readonly NetworkReportLine[];
  /** The id of the report that is being accepted now. */
  accepting: string | null;
  onAccept: (line: NetworkReportLine) => void;
  onReturn: (line: NetworkReportLine) => void;
}

/** The lines of one round: state, both acts with days left or how late, and the province's answer. */
export function BoardTable({ lines, accepting, onAccept, onReturn }: TableProps) {
  const now = new Date();
  return (
    <table className="t fold list">
      <caption className="vh">รายงานของหน่วยงานในรอบที่เลือก</caption>
      <thead><tr><th scope="col">{label('province.unit')}</th><th scope="col">{label('filter.state')}</th><th scope="col">{label('board.submitted')}</th><th scope="col">{label('board.sent')}</th><th scope="col"><span className="vh">{label('board.act')}</span></th></tr></thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.tenant.slug}>
            <th scope="row"><Link to={`/t/${line.tenant.slug}/reports/${line.fiscalYear}/${line.round}`}><Words>{line.tenant.name}</Words></Link></th>
            <td><ReportTag state={line.state} /></td>
            <td data-label={label('board.submitted')}><When doneAt={line.submittedAt} dueAt={line.dueToSuperiorAt} isLate={line.lateToSuperior} now={now} /></td>
            <td data-label={label('board.sent')}><When doneAt={line.sentAt} dueAt={line.dueToProvinceAt} isLate={line.lateToProvince} now={now} /></td>
            <td>
              {line.state === 'sent' && (
                <div className="row tight">
                  <ActButton abilities={line.abilities} act="accept" size="small" busy={accepting === line.id} onClick={() => onAccept(line)}>{label('board.accept')}<span className="vh"> {line.tenant.name}</span></ActButton>
                  <ActButton abilities={line.abilities} act="return" tone="sec" size="small" onClick={() => onReturn(line)}>{label('board.return')}<span className="vh"> {line.tenant.name}</span></ActButton>
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** When it was done or how long is left; what missed its due instant says by how much, to the second. */
function When({ doneAt, dueAt, isLate, now }: { doneAt: string | null; dueAt: string; isLate: boolean; now: Date }) {
  const late = isLate ? latenessText(dueAt, doneAt ? new Date(doneAt) : now) : null;
  return (
    <>
      {doneAt ? momentText(doneAt) : !late && <Words>{daysLeftText(dueAt, now)}</Words>}
      {isLate && <>{' '}<StatusTag shape="late">{late ?? label('board.late')}</StatusTag></>}
    </>
  );
}
