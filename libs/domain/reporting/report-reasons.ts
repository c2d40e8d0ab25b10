import type { Reason } from '@prongsai/kernel/core';
import { reportStateObstacle, type ReportVerb } from '@prongsai/kernel/workflow';
import { reasonsNotAllowed, type Act, type Actor, type Subject } from '@prongsai/platform/access';
import type { MonitoringReport } from './monitoring-report.entity';

/** What a verb may do to a report, and on whose side of it. */
const permissions: Record<ReportVerb, readonly [Act, Subject]> = {
  draft: ['draft', 'Report'], submit: ['submit', 'Report'], acknowledge: ['acknowledge', 'Report'], send: ['send', 'Report'],
  accept: ['accept', 'NetworkReport'], return: ['accept', 'NetworkReport'],
};

/** Why this actor cannot do it to a report in this state: lacking the role (SPEC 4), or the state. */
export function reportReasons(verb: ReportVerb, actor: Actor, report: Pick<MonitoringReport, 'state'>): Reason[] {
  const obstacle = reportStateObstacle(verb, report.state);
  return [...reasonsNotAllowed(actor, ...permissions[verb]), ...(obstacle ? [{ code: 'STATE', text: obstacle }] : [])];
}
