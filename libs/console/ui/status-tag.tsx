import {
  publicationStateWords, reportStateWords, requestStateWords, requirementStatusWords,
  type PublicationState, type ReportState, type RequestState, type RequirementStatus,
} from '@prongsai/kernel/workflow';
import { labelsOf } from './language';
import { Words } from './words';

type Shape = 'ok' | 'soon' | 'late' | 'gone' | 'info' | 'na' | 'notdue' | 'done' | 'plain';

/** A status: word, shape and colour, in that order of weight (DESIGN 2). Never a button. */
export function StatusTag({ shape, children }: { shape: Shape; children: string }) {
  return <span className={`tag ${shape}`}><span><Words>{children}</Words></span></span>;
}

const requestShapes: Record<RequestState, Shape> = {
  draft: 'na', submitted: 'info', returned: 'soon', approved_verbally: 'soon', approved: 'info', refused: 'late', cancelled: 'na', published: 'done',
};
const publicationShapes: Record<PublicationState, Shape> = { scheduled: 'info', live: 'done', expired: 'na', withdrawn: 'late', superseded: 'na' };
const reportShapes: Record<ReportState, Shape> = {
  open: 'notdue', drafted: 'info', submitted: 'info', acknowledged: 'info', sent: 'info', accepted: 'done', returned: 'late',
};
const requirementShapes: Record<RequirementStatus, Shape> = {
  met: 'done', due_soon: 'soon', overdue: 'late', missing: 'gone', not_due: 'notdue', not_applicable: 'na',
};

/** Thai words of states with the English beside them. */
function stateLabels<S extends string>(thai: Record<S, string>, english: Record<S, string>): (state: S) => string {
  const states = Object.keys(thai) as S[];
  return labelsOf(Object.fromEntries(states.map((state) => [state, [thai[state], english[state]] as const])) as Record<S, readonly [string, string]>);
}

/** The name of a request's state. */
export const requestStateName = stateLabels(requestStateWords, {
  draft: 'Draft', submitted: 'Waiting for a decision', returned: 'Returned for changes', approved_verbally: 'Allowed verbally, signature owed', approved: 'Allowed, to be published', refused: 'Not allowed', cancelled: 'Cancelled by the owner', published: 'Published',
});
/** The name of a publication's state. */
export const publicationStateName = stateLabels(publicationStateWords, { scheduled: 'Scheduled', live: 'Published', expired: 'Period over', withdrawn: 'Taken down early', superseded: 'Replaced' });
const reportLabel = stateLabels(reportStateWords, {
  open: 'Not begun', drafted: 'Drafted', submitted: 'Put to the superior', acknowledged: 'Acknowledged', sent: 'Sent to the province', accepted: 'Accepted by the province', returned: 'Returned by the province',
});
const requirementLabel = stateLabels(requirementStatusWords, { met: 'Complete', due_soon: 'Due soon', overdue: 'Overdue', missing: 'Missing', not_due: 'Not due yet', not_applicable: 'Not required' });

export function RequestTag({ state }: { state: RequestState }) {
  return <StatusTag shape={requestShapes[state]}>{requestStateName(state)}</StatusTag>;
}

export function PublicationTag({ state }: { state: PublicationState }) {
  return <StatusTag shape={publicationShapes[state]}>{publicationStateName(state)}</StatusTag>;
}

export function ReportTag({ state }: { state: ReportState }) {
  return <StatusTag shape={reportShapes[state]}>{reportLabel(state)}</StatusTag>;
}

export function RequirementTag({ status }: { status: RequirementStatus }) {
  return <StatusTag shape={requirementShapes[status]}>{requirementLabel(status)}</StatusTag>;
}
