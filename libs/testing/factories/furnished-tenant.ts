import { addDays, bangkokDay } from '@prongsai/kernel/thai';
import { BusinessClock } from '@prongsai/platform/config';
import { TenantTransaction } from '@prongsai/platform/db';
import { JudgeCompliance } from '@prongsai/domain/compliance';
import { MakePageImages, type StoredFile } from '@prongsai/domain/files';
import { ChangePaperSetting, MakePaper, OpenPublicationPapers, type Paper } from '@prongsai/domain/papers';
import { WithdrawPublication, type Publication } from '@prongsai/domain/publishing';
import type { MonitoringReport } from '@prongsai/domain/reporting';
import { GiveDelegation } from '@prongsai/domain/people';
import { ReadFile } from '@prongsai/domain/personal-data';
import { RequestFindingsReader, SaveTemplate, SubmitRequest, type PublicationRequest } from '@prongsai/domain/requests';
import type { Providers } from './open-domain';
import { unique, type Person } from './people';
import { aFile, aNewVersion, aPublication, aRequest } from './request';
import { someHours } from './hours';
import { aReport } from './report';
import { aMember, aTenant, type TenantWishes, type TestTenant } from './tenant';

/** A unit with something in every place where one unit could see another's: the victim of the isolation walks. */
export interface FurnishedTenant extends TestTenant {
  /** One more person, a data steward. */
  steward: Person;
  file: StoredFile;
  requests: Record<'draft' | 'submitted' | 'returned' | 'approved' | 'refused', PublicationRequest>;
  publications: Record<'live' | 'revised' | 'scheduled' | 'expired' | 'withdrawn', Publication>;
  /** Its six-month report of this fiscal year, sent to the province. */
  report: MonitoringReport;
  /** The form of its live publication, made. */
  paper: Paper;
}

/** Opens a unit and does a little of all its work, each item with a file, by the ordinary verbs. */
export async function aFurnishedTenant(rooms: Providers, wishes: TenantWishes = {}): Promise<FurnishedTenant> {
  const tenant = await aTenant(rooms, wishes);
  const { owner, webMaster1 } = tenant.actors;
  const clock = rooms.get(BusinessClock);
  const now = clock.now();
  const today = bangkokDay(now);
  const steward = await aMember(rooms, tenant, 'data_steward', 'steward');
  const file = await aFile(rooms, owner);
  await rooms.get(MakePageImages).run({ tenantId: tenant.id, reach: 'unit' }, file.id);
  await rooms.get(ReadFile).run({ tenantId: tenant.id, reach: 'unit' }, file.id);
  const withFile = async () => ({ fileIds: [(await aFile(rooms, owner)).id] });
  const requests = {
    draft: await aRequest(rooms, tenant, 'draft', { fileIds: [file.id] }),
    submitted: await aRequest(rooms, tenant, 'submitted', await withFile()),
    returned: await aRequest(rooms, tenant, 'returned', await withFile()),
    approved: await aRequest(rooms, tenant, 'approved', await withFile()),
    refused: await aRequest(rooms, tenant, 'refused', await withFile()),
  };
  await rooms.get(GiveDelegation).run(tenant.actors.head, {
    principalId: tenant.people.head.id, delegateId: tenant.people.approver.id, role: 'unit_head', kind: 'acting', from: addDays(today, 300), until: addDays(today, 301),
  });
  await rooms.get(SaveTemplate).run(owner, requests.submitted.id, 'แม่แบบทดสอบ');
  const monthAgo = addDays(today, -30);
  const publications = {
    live: await aPublication(rooms, tenant, await withFile()),
    scheduled: await aPublication(rooms, tenant, { ...(await withFile()), publishFrom: addDays(today, 5) }),
    expired: await clock.during(new Date(now.getTime() - 30 * 86_400_000), async () =>
      aPublication(rooms, tenant, { ...(await withFile()), publishFrom: monthAgo, publishUntil: addDays(today, -1) }),
    ),
    revised: await aNewVersion(rooms, tenant, (await aPublication(rooms, tenant, await withFile())).id, { title: `ฉบับแก้ไข ${unique('เรื่อง')}` }),
    withdrawn: await rooms.get(WithdrawPublication).run(webMaster1, (await aPublication(rooms, tenant, await withFile())).id, 'ข้อมูลคลาดเคลื่อน'),
  };
  await aClearedRequest(rooms, tenant);
  const report = await aReport(rooms, tenant, 'sent');
  await rooms.get(JudgeCompliance).run({ tenantId: tenant.id, reach: 'unit' });
  await aHoliday(rooms, tenant);
  const paper = await aPaper(rooms, tenant, publications.live.id);
  await someHours(rooms, tenant);
  return { ...tenant, steward, file, requests, publications, report, paper };
}

/** Sent with a hospital number in it and the reason for that. */
async function aClearedRequest(rooms: Providers, tenant: TestTenant): Promise<void> {
  const { owner } = tenant.actors;
  const draft = await aRequest(rooms, tenant, 'draft', { remarks: 'HN 1234567' });
  const { findings } = await rooms.get(TenantTransaction).act(owner, () => rooms.get(RequestFindingsReader).get(owner, draft.id));
  await rooms.get(SubmitRequest).run(owner, draft.id, findings.map(({ id }) => ({ findingId: id, reason: 'ตัวอย่างในคู่มือ' })));
}

/** A day off of the network; whoever furnishes the second unit of one finds it there. */
async function aHoliday(rooms: Providers, { network }: TestTenant): Promise<void> {
  const transaction = rooms.get(TenantTransaction);
  await transaction.act({ networkId: network.id }, () =>
    transaction.manager.query(`insert into holiday (network_id, day, name) values ($1, '2027-04-13', 'วันสงกรานต์') on conflict do nothing`, [network.id]),
  );
}

/** The form of a publication; the page itself is not read, since no site runs here. */
async function aPaper(rooms: Providers, tenant: TestTenant, publicationId: string): Promise<Paper> {
  const scope = { tenantId: tenant.id, reach: 'unit' as const };
  await rooms.get(ChangePaperSetting).run(tenant.actors.head, { viaName: 'ผู้ช่วยหัวหน้า', viaPosition: 'ผู้ช่วยหัวหน้าหน่วยงาน', announcedOn: null, announcedClause: null });
  const form = (await rooms.get(OpenPublicationPapers).run(scope, publicationId)).find(({ kind }) => kind === 'request_form');
  if (!form) throw new Error('no form was opened');
  return rooms.get(MakePaper).run(scope, form.id);
}
