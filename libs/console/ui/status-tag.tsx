import {
  publicationStateWords, reportStateWords, requestStateWords, requirementStatusWords,
  type PublicationState, type ReportState, type RequestState, type RequirementStatus,
} from '@prongsai/kernel/workflow';
import { Words } from './words';

type Shape = 'ok' | 'soon' | 'late' | 'gone' | 'info' | 'na' | 'notdue' | 'done' | 'plain';

/** A status: word, shape and colour, in that order of weight (DESIGN 2). Never a button. */
export function StatusTag({ shape, children }: { shape: Shape; children: string }) {
  return <span className={`tag ${shape}`}><span><Words>{children}</Words></span></span>;
}

const requestShapes: Record<RequestState, Shape> = {
  draft: 'na', submitted: 'info', returned: 'soon', approved: 'info', refused: 'late', cancelled: 'na', published: 'done',
};
const publicationShapes: Record<PublicationState, Shape> = { scheduled: 'info', live: 'done', expired: 'na', withdrawn: 'late', superseded: 'na' };
const reportShapes: Record<ReportState, Shape> = {
  open: 'notdue', drafted: 'info', submitted: 'info', acknowledged: 'info', sent: 'info', accepted: 'done', returned: 'late',
};
const requirementShapes: Record<RequirementStatus, Shape> = {
  met: 'done', due_soon: 'soon', overdue: 'late', missing: 'gone', not_due: 'notdue', not_applicable: 'na',
};

export function RequestTag({ state }: { state: RequestState }) {
  return <StatusTag shape={requestShapes[state]}>{requestStateWords[state]}</StatusTag>;
}

export function PublicationTag({ state }: { state: PublicationState }) {
  return <StatusTag shape={publicationShapes[state]}>{publicationStateWords[state]}</StatusTag>;
}

export function ReportTag({ state }: { state: ReportState }) {
  return <StatusTag shape={reportShapes[state]}>{reportStateWords[state]}</StatusTag>;
}

export function RequirementTag({ status }: { status: RequirementStatus }) {
  return <StatusTag shape={requirementShapes[status]}>{requirementStatusWords[status]}</StatusTag>;
}
