import { daysBetween, formatThaiDate } from '@prongsai/kernel/thai';
import { reportStateWords, type RoundKind } from '@prongsai/kernel/workflow';
import type { ComplianceFacts, RoundFact } from './facts';
import type { Verdict } from './verdict';

/** Days before a report's due day from which it is due soon: the first reminder (SPEC 12). */
const reportDueSoonDays = 30;

/**
 * The report of one round: in order once it is sent in time, overdue from the day after a due day or when it was sent
 * late. A returned report is not with the province, so it is owed again.
 */
export function judgeReport(kind: RoundKind, facts: Pick<ComplianceFacts, 'unit' | 'rounds'>, day: string): Verdict {
  const round = facts.rounds.find((one) => one.kind === kind);
  if (!round) return { status: 'not_due', dueOn: null, lapsesOn: null, facts: ['เครือข่ายจังหวัดยังไม่ได้กำหนดรอบนี้'] };
  const state = `${reportStateWords[round.state]}${round.sentOn ? ` ส่งเมื่อ ${formatThaiDate(round.sentOn, 'short')}` : ''}`;
  const due = `ครบกำหนด ${formatThaiDate(round.dueOn, 'short')}`;
  if (round.lastDueOn < facts.unit.openedOn && round.state === 'open') {
    return { status: 'not_applicable', dueOn: null, lapsesOn: null, facts: ['หน่วยงานเปิดในระบบหลังวันครบกำหนดของรอบนี้'] };
  }
  const status = statusOf(round, day);
  return { status, dueOn: status === 'met' ? null : round.dueOn, lapsesOn: null, facts: status === 'met' ? [state] : [state, due] };
}

function statusOf(round: RoundFact, day: string): Verdict['status'] {
  const sent = round.state === 'sent' || round.state === 'accepted';
  if (sent) return round.late ? 'overdue' : 'met';
  if (round.late || day > round.dueOn) return 'overdue';
  if (day < round.windowFrom) return 'not_due';
  return daysBetween(day, round.dueOn) <= reportDueSoonDays ? 'due_soon' : 'not_due';
}
