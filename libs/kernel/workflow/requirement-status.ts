/** Status of one requirement of one unit (SPEC 11). */
export const requirementStatuses = ['met', 'due_soon', 'overdue', 'missing', 'not_due', 'not_applicable'] as const;
export type RequirementStatus = (typeof requirementStatuses)[number];

export const requirementStatusWords: Record<RequirementStatus, string> = {
  met: 'ครบ',
  due_soon: 'ใกล้ครบกำหนด',
  overdue: 'เกินกำหนด',
  missing: 'ยังไม่มี',
  not_due: 'ยังไม่ถึงกำหนด',
  not_applicable: 'ไม่ต้องมี',
};

/** How often a category's content must be checked; `as_needed` never lapses. */
export const cadences = ['monthly', 'quarterly', 'yearly', 'as_needed'] as const;
export type Cadence = (typeof cadences)[number];

export const cadenceWords: Record<Cadence, string> = {
  monthly: 'เดือนละ 1 ครั้ง',
  quarterly: 'ไตรมาสละ 1 ครั้ง',
  yearly: 'ปีละ 1 ครั้ง',
  as_needed: 'ตามความเหมาะสม',
};
