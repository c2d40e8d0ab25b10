import type { Transitions } from './machine';

/** States of a publication request (SPEC 6). */
export const requestStates = ['draft', 'submitted', 'returned', 'approved_verbally', 'approved', 'refused', 'cancelled', 'published'] as const;
export type RequestState = (typeof requestStates)[number];

/** Verbs on a publication request. */
export const requestVerbs = [
  'edit', 'submit', 'cancel', 'approve', 'approveVerbally', 'confirmApproval', 'confirmPublished', 'takeBack', 'return', 'refuse', 'publish',
] as const;
export type RequestVerb = (typeof requestVerbs)[number];

/**
 * The life of a request. `edit` keeps the state; a refused request is final and may only be copied. What was allowed
 * verbally may be published before the written approval; confirming comes before or after that.
 */
export const requestLife: Transitions<RequestState, Exclude<RequestVerb, 'edit'>> & {
  edit: { from: readonly RequestState[]; to: null };
} = {
  edit: { from: ['draft', 'returned'], to: null },
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  cancel: { from: ['draft', 'submitted', 'returned'], to: 'cancelled' },
  approve: { from: ['submitted'], to: 'approved' },
  approveVerbally: { from: ['submitted'], to: 'approved_verbally' },
  confirmApproval: { from: ['approved_verbally'], to: 'approved' },
  confirmPublished: { from: ['published'], to: 'published' },
  takeBack: { from: ['approved'], to: 'submitted' },
  return: { from: ['submitted'], to: 'returned' },
  refuse: { from: ['submitted'], to: 'refused' },
  publish: { from: ['approved', 'approved_verbally'], to: 'published' },
};

/** Thai words of the states (the interface's own terms). */
export const requestStateWords: Record<RequestState, string> = {
  draft: 'ร่าง',
  submitted: 'รอพิจารณา',
  returned: 'ส่งกลับแก้ไข',
  approved_verbally: 'อนุญาตด้วยวาจา รอลงนาม',
  approved: 'อนุญาตแล้ว รอเผยแพร่',
  refused: 'ไม่อนุญาต',
  cancelled: 'ยกเลิกโดยผู้ขอ',
  published: 'เผยแพร่แล้ว',
};

/** Why a verb cannot start from a state, in Thai; null when it can. */
export function requestStateObstacle(verb: RequestVerb, state: RequestState): string | null {
  if (requestLife[verb].from.includes(state)) return null;
  if (verb === 'publish') {
    return state === 'published'
      ? 'เรื่องนี้เผยแพร่แล้ว'
      : `ยังเผยแพร่ไม่ได้ เรื่องนี้ยังไม่ได้รับอนุญาต (สถานะ: ${requestStateWords[state]})`;
  }
  if (verb === 'approve' || verb === 'return' || verb === 'refuse') {
    return state === 'draft'
      ? 'ยังพิจารณาไม่ได้ เรื่องนี้ยังเป็นร่าง รอเจ้าของข้อมูลส่งคำขอ'
      : `พิจารณาไม่ได้ เรื่องนี้อยู่ในสถานะ: ${requestStateWords[state]}`;
  }
  if (verb === 'approveVerbally') return `บันทึกการอนุญาตด้วยวาจาไม่ได้ เรื่องนี้อยู่ในสถานะ: ${requestStateWords[state]}`;
  if (verb === 'confirmApproval' || verb === 'confirmPublished') return `ไม่มีการอนุญาตด้วยวาจาที่รอลงนาม เรื่องนี้อยู่ในสถานะ: ${requestStateWords[state]}`;
  if (verb === 'takeBack') {
    return state === 'published'
      ? 'ถอนผลการพิจารณาไม่ได้แล้ว เรื่องนี้เผยแพร่แล้ว ถ้าไม่ควรเผยแพร่ ให้นำลง'
      : `ไม่มีผลอนุญาตให้ถอน เรื่องนี้อยู่ในสถานะ: ${requestStateWords[state]}`;
  }
  const words: Record<'edit' | 'submit' | 'cancel', string> = { edit: 'แก้ไข', submit: 'ส่ง', cancel: 'ยกเลิก' };
  return `${words[verb]}ไม่ได้ เรื่องนี้อยู่ในสถานะ: ${requestStateWords[state]}`;
}

/** Reasons for refusing a request, with the documents' own words (seeds 000, 001, 003, 004). */
export const refusalReasons = {
  outside_mission: 'ไม่ตรงหรือไม่เกี่ยวข้องกับภารกิจของหน่วยงาน',
  wrong_file_type: 'ไม่ถูกต้องตามรูปแบบไฟล์ข้อมูลที่อนุญาต',
  incomplete: 'ข้อมูลไม่ครบถ้วน ไม่ถูกต้อง หรือไม่เป็นปัจจุบัน',
  personal_data: 'มีข้อมูลส่วนบุคคลที่ต้องปิดก่อนเผยแพร่',
  copyright: 'อาจละเมิดลิขสิทธิ์ หรือยังไม่ระบุแหล่งที่มา',
  unlawful: 'อาจขัดต่อกฎหมาย',
  other: 'เหตุผลอื่น',
} as const;
export type RefusalReason = keyof typeof refusalReasons;

/** How long an approval may be taken back, while nothing was published on it (SPEC 6). */
export const takeBackMinutes = 10;
