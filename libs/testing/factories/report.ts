import { fiscalYearOf } from '@prongsai/kernel/thai';
import type { ReportState } from '@prongsai/kernel/workflow';
import { BusinessClock } from '@prongsai/platform/config';
import {
  AcceptReport, AcknowledgeReport, DraftReport, MakeRounds, ReturnReport, SendReport, SubmitReport, type MonitoringReport, type ReportPlace,
} from '@prongsai/domain/reporting';
import type { Providers } from './open-domain';
import { actorInNetwork } from './people';
import type { TestTenant } from './tenant';

/** The unit's report of a round, this year's six-month one by default, brought to `state` by the people whose work that is. */
export async function aReport(
  rooms: Providers, tenant: TestTenant, state: Exclude<ReportState, 'open'>, wishes: Partial<ReportPlace> = {},
): Promise<MonitoringReport> {
  const place = { fiscalYear: fiscalYearOf(rooms.get(BusinessClock).now()), round: 'six_month', ...wishes };
  const { webMaster1, approver, head } = tenant.actors;
  await rooms.get(MakeRounds).run({ networkId: tenant.network.id }, place.fiscalYear);
  const drafted = await rooms.get(DraftReport).run(webMaster1, place, { problems: `ปัญหาของ${tenant.name}`, suggestions: 'จัดอบรมเพิ่ม' });
  if (state === 'drafted') return drafted;
  const submitted = await rooms.get(SubmitReport).run(approver, place);
  if (state === 'submitted') return submitted;
  const acknowledged = await rooms.get(AcknowledgeReport).run(head, place);
  if (state === 'acknowledged') return acknowledged;
  const sent = await rooms.get(SendReport).run(head, place);
  if (state === 'sent') return sent;
  const supervisor = await actorInNetwork(rooms, tenant.network.supervisor, tenant.network.slug);
  if (state === 'accepted') await rooms.get(AcceptReport).run(supervisor, sent.id);
  else await rooms.get(ReturnReport).run(supervisor, sent.id, 'เพิ่มแผนภูมิ');
  return { ...sent, state };
}
