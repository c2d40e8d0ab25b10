import type { RequestView } from '@prongsai/kernel/contracts';
import { formatThaiDate, formatThaiDateTime } from '@prongsai/kernel/thai';
import { refusalReasons, type RefusalReason } from '@prongsai/kernel/workflow';
import { dueText } from './due-text';
import type { Step } from './urgency';

export interface Moment {
  step: Step;
  mark: 'done' | 'now' | 'wrong' | '';
  text: string;
  note?: string;
}

/** What happened to a request, step by step: when and by whom, or what it waits for. */
export function momentsOf(request: RequestView, day: string): Moment[] {
  const { state, decidedBy, webMaster, publishedBy, requester } = request;
  const by = (person: { name: string } | null) => (person ? ` โดย${person.name}` : '');
  const reason = request.refusalReason ? (refusalReasons[request.refusalReason as RefusalReason] ?? request.refusalReason) : '';
  const sent: Moment = request.submittedAt
    ? { step: 'sent', mark: 'done', text: `${at(request.submittedAt)}${by(requester)}` }
    : { step: 'sent', mark: 'now', text: 'ยังไม่ได้ส่ง' };
  if (state === 'cancelled') return [{ ...sent, mark: 'wrong', note: 'ยกเลิกโดยผู้ขอ ไม่มีการพิจารณา' }];
  if (state === 'refused' || state === 'returned') {
    const word = state === 'refused' ? 'ไม่อนุญาต' : 'ส่งกลับแก้ไข';
    const told: Moment = { step: 'told', mark: 'done', text: at(request.decidedAt) };
    return [sent, { step: 'considered', mark: 'wrong', text: `${word} ${at(request.decidedAt)}${by(decidedBy)}`, note: [reason, request.comment].filter(Boolean).join(' ') }, told];
  }
  const due = (act: string) => dueText(request.dueOn, day, act, request.dueIn)?.text ?? '';
  const isDecided = state === 'approved' || state === 'approved_verbally' || state === 'published';
  const allowed = request.verbal && !request.verbal.confirmedAt ? 'อนุญาตด้วยวาจา' : 'อนุญาต';
  const considered: Moment = isDecided
    ? { step: 'considered', mark: 'done', text: `${allowed} ${at(request.decidedAt)}${by(decidedBy)}` }
    : { step: 'considered', mark: state === 'submitted' ? 'now' : '', text: state === 'submitted' ? ['รอผู้อนุมัติรับรอง', due('พิจารณา')].filter(Boolean).join(' ') : 'หลังจากส่งคำขอ' };
  const published: Moment = state === 'published'
    ? { step: 'published', mark: 'done', text: `${at(request.publishedAt)}${by(publishedBy)}` }
    : { step: 'published', mark: isDecided ? 'now' : '', text: isDecided ? [`มอบหมาย ${webMaster?.name ?? 'Web Master'}`, due('เผยแพร่')].filter(Boolean).join(' ') : `ตั้งแต่ ${request.publishFrom ? formatThaiDate(request.publishFrom, 'short') : 'วันที่กำหนด'} เมื่อได้รับอนุญาต` };
  const told: Moment = { step: 'told', mark: state === 'published' ? 'done' : '', text: state === 'published' ? `แจ้งผลพร้อมลิงก์ ${at(request.publishedAt)}` : 'ระบบแจ้งท่านทันทีที่มีผล' };
  return [sent, considered, published, told];
}

function at(instant: string | null): string {
  return instant ? formatThaiDateTime(new Date(instant), 'short') : '';
}
