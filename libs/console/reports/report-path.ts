import type { ReportView } from '@prongsai/kernel/contracts';

export const reportSteps = ['draft', 'submit', 'acknowledge', 'send', 'accept'] as const;
export type ReportStep = (typeof reportSteps)[number];

const waitsFor: Record<ReportView['state'], ReportStep | null> = {
  open: 'draft', drafted: 'submit', submitted: 'acknowledge', acknowledged: 'send', sent: 'accept', accepted: null, returned: 'submit',
};

/** Whose turn it is and for what, in a sentence; null when nothing is left to do. */
const turns: Record<ReportView['state'], string | null> = {
  open: 'ผู้อนุมัติรับรองตรวจตัวเลข แล้วเสนอผู้บังคับบัญชา Web Master เพิ่มปัญหาและข้อเสนอแนะได้',
  drafted: 'ผู้อนุมัติรับรองตรวจตัวเลข แล้วเสนอผู้บังคับบัญชา',
  submitted: 'หัวหน้าหน่วยงานลงนามรับทราบ',
  acknowledged: 'หัวหน้าหน่วยงานส่งจังหวัด',
  sent: 'จังหวัดรับรายงาน หรือส่งกลับแก้ไข',
  accepted: null,
  returned: 'แก้ตามที่จังหวัดแนะนำ แล้วเสนอผู้บังคับบัญชาและส่งใหม่',
};

export interface PathStep {
  step: ReportStep;
  is: 'done' | 'now' | 'ahead';
  at: string | null;
}

/** The way of a report from draft to accepted: what is done and when, and where it stands. */
export function pathOf(report: Pick<ReportView, 'state' | 'submittedAt' | 'acknowledgedAt' | 'sentAt' | 'acceptedAt'>): PathStep[] {
  const now = waitsFor[report.state];
  const reached = now === null ? reportSteps.length : reportSteps.indexOf(now);
  const at: Record<ReportStep, string | null> = { draft: null, submit: report.submittedAt, acknowledge: report.acknowledgedAt, send: report.sentAt, accept: report.acceptedAt };
  return reportSteps.map((step, index) => ({ step, is: index < reached ? 'done' : index === reached ? 'now' : 'ahead', at: index < reached ? at[step] : null }));
}

/** What comes next and who does it. */
export function turnOf(state: ReportView['state']): string | null {
  return turns[state];
}
