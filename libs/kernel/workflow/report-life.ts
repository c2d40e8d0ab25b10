import type { Transitions } from './machine';

/** States of a monitoring report (SPEC 12). */
export const reportStates = ['open', 'drafted', 'submitted', 'acknowledged', 'sent', 'accepted', 'returned'] as const;
export type ReportState = (typeof reportStates)[number];

export const reportVerbs = ['draft', 'submit', 'acknowledge', 'send', 'accept', 'return'] as const;
export type ReportVerb = (typeof reportVerbs)[number];

/** เสนอผู้บังคับบัญชา → ผู้บังคับบัญชารับทราบ → ส่งจังหวัด → จังหวัดรับรายงาน หรือส่งกลับแก้ไข */
export const reportLife: Transitions<ReportState, ReportVerb> = {
  draft: { from: ['open', 'drafted', 'returned'], to: 'drafted' },
  submit: { from: ['open', 'drafted', 'returned'], to: 'submitted' },
  acknowledge: { from: ['submitted'], to: 'acknowledged' },
  send: { from: ['acknowledged'], to: 'sent' },
  accept: { from: ['sent'], to: 'accepted' },
  return: { from: ['sent'], to: 'returned' },
};

export const reportStateWords: Record<ReportState, string> = {
  open: 'ยังไม่เริ่มร่าง',
  drafted: 'ร่างแล้ว',
  submitted: 'เสนอผู้บังคับบัญชาแล้ว',
  acknowledged: 'ผู้บังคับบัญชารับทราบแล้ว',
  sent: 'ส่งจังหวัดแล้ว',
  accepted: 'จังหวัดรับรายงานแล้ว',
  returned: 'จังหวัดส่งกลับแก้ไข',
};

/** Why a verb cannot start from a state, in Thai; null when it can. */
export function reportStateObstacle(verb: ReportVerb, state: ReportState): string | null {
  if (reportLife[verb].from.includes(state)) return null;
  if ((verb === 'draft' || verb === 'submit') && (state === 'sent' || state === 'accepted')) {
    return 'รายงานรอบนี้ส่งแล้ว แก้ไขไม่ได้ ขอให้จังหวัดส่งกลับก่อน';
  }
  const waits: Partial<Record<ReportVerb, string>> = {
    acknowledge: 'ยังรับทราบไม่ได้ รอผู้รายงานเสนอ',
    send: 'ยังส่งจังหวัดไม่ได้ รอผู้บังคับบัญชารับทราบ',
    accept: 'ยังรับรายงานไม่ได้ หน่วยงานยังไม่ได้ส่ง',
    return: 'ยังส่งกลับไม่ได้ หน่วยงานยังไม่ได้ส่ง',
  };
  return `${waits[verb] ?? 'ทำรายการนี้ไม่ได้'} (สถานะ: ${reportStateWords[state]})`;
}

/** Kinds of round. Named follow-ups are a network's own. */
export const roundKinds = ['six_month', 'twelve_month', 'year_close', 'follow_up'] as const;
export type RoundKind = (typeof roundKinds)[number];
