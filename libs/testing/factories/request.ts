import { Readable } from 'node:stream';
import type { ApproveVerballyBody, RequestInput } from '@prongsai/kernel/contracts';
import { addDays, bangkokDay } from '@prongsai/kernel/thai';
import type { RequestState } from '@prongsai/kernel/workflow';
import type { TenantActor } from '@prongsai/platform/access';
import { BusinessClock } from '@prongsai/platform/config';
import { TenantTransaction } from '@prongsai/platform/db';
import { ReceiveFile, type StoredFile } from '@prongsai/domain/files';
import type { Publication } from '@prongsai/domain/publishing';
import {
  ApproveRequest, ApproveVerbally, CancelRequest, CreateRequest, EditRequest, ExtendPublication, PublishRequest, RefuseRequest, ReplacePublication, ReturnRequest, SubmitRequest, type PublicationRequest,
} from '@prongsai/domain/requests';
import { CategoryReader } from '@prongsai/domain/taxonomy';
import { fiscalYearOf } from '@prongsai/kernel/thai';
import type { Providers } from './open-domain';
import { unique } from './people';
import type { TestTenant } from './tenant';

/** The four confirmations, all given. */
export const allConfirmed = { rightsCleared: true, noPersonalData: true, descriptionRight: true, lawful: true };

/** A smallest PDF; `mark` makes its bytes, and so its hash, different. */
export function aPdf(mark = ''): Buffer {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'];
  let body = `%PDF-1.4\n%${mark}\n`;
  const offsets = objects.map((object, index) => {
    const at = Buffer.byteLength(body);
    body += `${index + 1} 0 obj${object}endobj\n`;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(`${body}xref\n0 4\n0000000000 65535 f \n${rows}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${Buffer.byteLength(body)}\n%%EOF\n`);
}

/** A file received from this person. */
export function aFile(rooms: Providers, actor: TenantActor, name = 'แผนปฏิบัติการ.pdf', bytes = aPdf(unique('file'))): Promise<StoredFile> {
  return rooms.get(ReceiveFile).run(actor, { name, stream: Readable.from([bytes]) });
}

/** The first category of the unit's profile this year. */
export async function aCategory(rooms: Providers, tenant: TestTenant): Promise<string> {
  const year = fiscalYearOf(rooms.get(BusinessClock).now());
  const [first] = await rooms.get(TenantTransaction).act(tenant.actors.owner, () => rooms.get(CategoryReader).list(year));
  if (!first) throw new Error(`${tenant.slug} has no categories`);
  return first.code;
}

/** A request's fields, complete for sending: live from today for thirty days. */
export async function aRequestInput(rooms: Providers, tenant: TestTenant, wishes: RequestInput = {}): Promise<RequestInput> {
  const today = bangkokDay(rooms.get(BusinessClock).now());
  return {
    title: `ประกาศทดสอบ ${unique('เรื่อง')}`, details: 'รายละเอียดโดยสรุป', categoryCode: await aCategory(rooms, tenant), sourceName: 'กลุ่มงานบริหารทั่วไป', credit: 'กลุ่มงานบริหารทั่วไป 12 กุมภาพันธ์ 2569 10.00 น.',
    dataFrom: today, dataUntil: today, publishFrom: today, publishUntil: addDays(today, 30), intakeChannel: 'console',
    contact: { name: 'เจ้าของข้อมูล', position: 'นักวิชาการสาธารณสุข', unit: 'กลุ่มงานบริหารทั่วไป', phone: '073494064' },
    ...wishes,
  };
}

/** What the approver said on the telephone a moment ago. */
export function aSpokenApproval(rooms: Providers, tenant: TestTenant): ApproveVerballyBody {
  return { approverId: tenant.people.approver.id, approvedAt: rooms.get(BusinessClock).now().toISOString(), channel: 'โทรศัพท์' };
}

/** The owner's request, brought to `state` by the people whose work that is. */
export async function aRequest(rooms: Providers, tenant: TestTenant, state: RequestState = 'draft', wishes: RequestInput = {}): Promise<PublicationRequest> {
  const { owner, approver, webMaster1 } = tenant.actors;
  const draft = await rooms.get(CreateRequest).run(owner, await aRequestInput(rooms, tenant, wishes));
  if (state === 'draft') return draft;
  const submitted = await rooms.get(SubmitRequest).run(owner, draft.id);
  switch (state) {
    case 'submitted':
      return submitted;
    case 'cancelled':
      return rooms.get(CancelRequest).run(owner, draft.id);
    case 'returned':
      return rooms.get(ReturnRequest).run(approver, draft.id, 'แก้ช่วงวันที่ของข้อมูล');
    case 'refused':
      return rooms.get(RefuseRequest).run(approver, draft.id, 'outside_mission', null);
    case 'approved_verbally':
      return rooms.get(ApproveVerbally).run(owner, draft.id, { ...aSpokenApproval(rooms, tenant), webMasterId: webMaster1.accountId });
    case 'approved':
      return rooms.get(ApproveRequest).run(approver, draft.id, webMaster1.accountId);
    case 'published':
      await rooms.get(ApproveRequest).run(approver, draft.id, webMaster1.accountId);
      return (await rooms.get(PublishRequest).run(webMaster1, draft.id, { confirmations: allConfirmed })).request;
  }
}

/** An item online, by request, approval and publishing. */
export async function aPublication(rooms: Providers, tenant: TestTenant, wishes: RequestInput = {}): Promise<Publication> {
  const approved = await aRequest(rooms, tenant, 'approved', wishes);
  return (await rooms.get(PublishRequest).run(tenant.actors.webMaster1, approved.id, { confirmations: allConfirmed })).publication;
}

/** A new version of a live item behind the same link: asked by the owner, allowed, put online by the second web master. */
export async function aNewVersion(rooms: Providers, tenant: TestTenant, id: string, wishes: RequestInput): Promise<Publication> {
  const { owner, approver, webMaster2 } = tenant.actors;
  const draft = await rooms.get(ReplacePublication).run(owner, id);
  await rooms.get(EditRequest).run(owner, draft.id, { ...wishes, version: draft.version });
  await rooms.get(SubmitRequest).run(owner, draft.id);
  await rooms.get(ApproveRequest).run(approver, draft.id);
  return (await rooms.get(PublishRequest).run(webMaster2, draft.id, { confirmations: allConfirmed })).publication;
}

/** A later end of a live item: asked by a web master, allowed. */
export async function anExtension(rooms: Providers, tenant: TestTenant, id: string, until: string | null): Promise<PublicationRequest> {
  const asked = await rooms.get(ExtendPublication).run(tenant.actors.webMaster1, id, until, 'ยังใช้อยู่');
  return rooms.get(ApproveRequest).run(tenant.actors.approver, asked.id);
}
