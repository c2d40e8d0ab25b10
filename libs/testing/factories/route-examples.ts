import { addDays, bangkokDay, fiscalYearOf } from '@prongsai/kernel/thai';
import { BusinessClock } from '@prongsai/platform/config';
import { TenantTransaction } from '@prongsai/platform/db';
import { ChangeClinicDay, HoursReader } from '@prongsai/domain/hours';
import { AskUnitPaper, MakePaper, type Paper } from '@prongsai/domain/papers';
import { GiveDelegation, MemberReader } from '@prongsai/domain/people';
import { SaveTemplate } from '@prongsai/domain/requests';
import { AddHoliday } from '@prongsai/domain/tenant';
import { multipartFile } from '@prongsai/testing/db';
import type { Caller, RouteExample } from './callers';
import type { FurnishedTenant } from './furnished-tenant';
import { actorInNetwork, unique } from './people';
import { aClinic, aClinicBody } from './hours';
import { aReport } from './report';
import { allConfirmed, aPdf, aPublication, aRequest, aRequestInput, aSpokenApproval } from './request';
import { aMember, aTenant } from './tenant';
import type { Providers } from './open-domain';

const members = ['owner', 'steward', 'approver', 'head', 'webMaster1'] as const satisfies readonly Caller[];
const everyone = [...members, 'supervisor', 'admin'] as const satisfies readonly Caller[];
const networkRoles = ['supervisor', 'admin'] as const satisfies readonly Caller[];
const hourKeepers = ['head', 'webMaster1'] as const satisfies readonly Caller[];
const deciders = ['approver', 'head'] as const satisfies readonly Caller[];

const unitPath = (unit: FurnishedTenant) => `/api/v1/tenants/${unit.slug}`;
const networkPath = (unit: FurnishedTenant) => `/api/v1/networks/${unit.network.slug}`;
const yearOf = (rooms: Providers) => fiscalYearOf(rooms.get(BusinessClock).now());

/** A route that reads: the same call each time. */
const reads = (may: readonly Caller[], path: (unit: FurnishedTenant, rooms: Providers) => string): RouteExample => ({
  may, status: 200, call: async (rooms, unit) => ({ path: path(unit, rooms) }),
});
const onRequest = (may: readonly Caller[], verb: string, state: Parameters<typeof aRequest>[2], body: object = {}): RouteExample => ({
  may, status: 200, call: async (rooms, unit) => ({ path: `${unitPath(unit)}/requests/${(await aRequest(rooms, unit, state)).id}/${verb}`, body }),
});
const onPublication = (may: readonly Caller[], verb: string, body: object): RouteExample => ({
  may, status: 200, call: async (rooms, unit) => ({ path: `${unitPath(unit)}/publications/${(await aPublication(rooms, unit)).id}/${verb}`, body }),
});

/** An order as it was drafted and made, not signed yet. */
async function anOrder(rooms: Providers, unit: FurnishedTenant): Promise<Paper> {
  const { id } = await rooms.get(AskUnitPaper).run(unit.actors.head, { kind: 'web_master_order' });
  return rooms.get(MakePaper).run({ tenantId: unit.id, reach: 'unit' }, id);
}

let years = 2600;
/** A report of a year that nobody has touched, told at a time inside that year's window. */
async function reportPath(rooms: Providers, unit: FurnishedTenant, state: 'open' | 'submitted' | 'acknowledged'): Promise<string> {
  if (state === 'open') return `${unitPath(unit)}/reports/${yearOf(rooms)}/twelve_month`;
  const fiscalYear = (years += 1);
  const inside = new Date(Date.UTC(fiscalYear - 543, 0, 10));
  await rooms.get(BusinessClock).during(inside, () => aReport(rooms, unit, state, { fiscalYear }));
  return `${unitPath(unit)}/reports/${fiscalYear}/six_month`;
}
const onReport = (may: readonly Caller[], verb: string, state: 'submitted' | 'acknowledged'): RouteExample => ({
  may, status: 200, call: async (rooms, unit) => ({ path: `${await reportPath(rooms, unit, state)}/${verb}`, body: {} }),
});
/** A member of the unit whose only appointment is new, with that appointment. */
async function aFreshMember(rooms: Providers, unit: FurnishedTenant): Promise<{ path: string; appointmentId: string }> {
  const person = await aMember(rooms, unit, 'content_owner');
  const list = await rooms.get(TenantTransaction).act(unit.actors.head, () => rooms.get(MemberReader).list(unit.actors.head));
  const member = list.find((one) => one.accountId === person.id);
  return { path: `${unitPath(unit)}/members/${member?.id}`, appointmentId: String(member?.appointments[0]?.id) };
}
let terms = 400;
/** The approver's role for a day that no other call of this run gave away; far off, so that nobody acts by it. */
function aDelegation(rooms: Providers, unit: FurnishedTenant) {
  const day = addDays(bangkokDay(rooms.get(BusinessClock).now()), (terms += 1));
  return { principalId: unit.people.approver.id, delegateId: unit.people.owner.id, role: 'approver' as const, kind: 'delegated' as const, from: day, until: day };
}
let daysOff = 0;
/** A day that no call of this run made a holiday yet. */
const aDayOff = () => addDays('2040-01-01', (daysOff += 1));
const email = () => `${unique('x')}@x.example`;

/** Every API route that names a unit or a network in its path. One that is missing here fails the walks. */
export const routeExamples: Record<string, RouteExample> = {
  'GET /api/v1/tenants/:slug': reads(everyone, unitPath),
  'GET /api/v1/tenants/:slug/live': reads(members, (unit) => `${unitPath(unit)}/live?once=1`),
  'GET /api/v1/networks/:network/live': reads(networkRoles, (unit) => `${networkPath(unit)}/live?once=1`),
  'PATCH /api/v1/tenants/:slug': {
    may: ['head', 'admin'], status: 200, call: async (_rooms, unit) => ({ path: unitPath(unit), body: { fax: '0 7349 4065' } }),
  },
  'POST /api/v1/tenants/:slug/work-groups': {
    may: ['head', 'admin'], status: 201, call: async (_rooms, unit) => ({ path: `${unitPath(unit)}/work-groups`, body: { name: unique('กลุ่มงาน') } }),
  },
  'POST /api/v1/tenants/:slug/go-live': {
    may: ['head', 'admin'], status: 409, call: async (_rooms, unit) => ({ path: `${unitPath(unit)}/go-live`, body: {} }),
  },
  'GET /api/v1/tenants/:slug/categories': reads(everyone, (unit) => `${unitPath(unit)}/categories`),
  'GET /api/v1/tenants/:slug/audit': reads(['head', 'admin'], (unit) => `${unitPath(unit)}/audit`),
  'GET /api/v1/tenants/:slug/audit/choices': reads(['head', 'admin'], (unit) => `${unitPath(unit)}/audit/choices`),
  'GET /api/v1/tenants/:slug/notices': reads([...members, 'admin'], (unit) => `${unitPath(unit)}/notices`),
  'POST /api/v1/tenants/:slug/notices/read': { may: [...members, 'admin'], status: 200, call: async (_rooms, unit) => ({ path: `${unitPath(unit)}/notices/read`, body: { all: true } }) },
  'GET /api/v1/tenants/:slug/mails': reads(['head', 'admin'], (unit) => `${unitPath(unit)}/mails`),
  'GET /api/v1/tenants/:slug/work': reads(members, (unit) => `${unitPath(unit)}/work`),
  'GET /api/v1/tenants/:slug/search': reads(members, (unit) => `${unitPath(unit)}/search?q=${encodeURIComponent('ประกาศ')}`),
  'GET /api/v1/tenants/:slug/compliance': reads(everyone, (unit) => `${unitPath(unit)}/compliance`),

  'GET /api/v1/tenants/:slug/members': reads(everyone, (unit) => `${unitPath(unit)}/members`),
  'POST /api/v1/tenants/:slug/members': {
    may: ['head', 'admin'], status: 201,
    call: async (_rooms, unit) => ({ path: `${unitPath(unit)}/members`, body: { email: email(), name: 'คนใหม่', appointment: { role: 'content_owner' } } }),
  },
  'PATCH /api/v1/tenants/:slug/members/:id': {
    may: ['head', 'admin'], status: 200,
    call: async (rooms, unit) => ({ path: (await aFreshMember(rooms, unit)).path, body: { shownPublicly: true } }),
  },
  'POST /api/v1/tenants/:slug/members/:id/appointments': {
    may: ['head', 'admin'], status: 201,
    call: async (rooms, unit) => ({ path: `${(await aFreshMember(rooms, unit)).path}/appointments`, body: { role: 'data_steward' } }),
  },
  'DELETE /api/v1/tenants/:slug/members/:id/appointments/:appointmentId': {
    may: ['head', 'admin'], status: 200,
    call: async (rooms, unit) => {
      const { path, appointmentId } = await aFreshMember(rooms, unit);
      return { path: `${path}/appointments/${appointmentId}` };
    },
  },
  'POST /api/v1/tenants/:slug/members/:id/suspend': {
    may: ['admin'], status: 200, call: async (rooms, unit) => ({ path: `${(await aFreshMember(rooms, unit)).path}/suspend`, body: {} }),
  },

  'GET /api/v1/tenants/:slug/delegations': reads(everyone, (unit) => `${unitPath(unit)}/delegations`),
  'POST /api/v1/tenants/:slug/delegations': {
    may: ['approver', 'head', 'admin'], status: 201, call: async (rooms, unit) => ({ path: `${unitPath(unit)}/delegations`, body: aDelegation(rooms, unit) }),
  },
  'DELETE /api/v1/tenants/:slug/delegations/:id': {
    may: ['approver', 'head', 'admin'], status: 204,
    call: async (rooms, unit) => ({ path: `${unitPath(unit)}/delegations/${(await rooms.get(GiveDelegation).run(unit.actors.head, aDelegation(rooms, unit))).id}` }),
  },

  'GET /api/v1/tenants/:slug/opening-hours': reads(members, (unit) => `${unitPath(unit)}/opening-hours`),
  'PUT /api/v1/tenants/:slug/opening-hours': {
    may: hourKeepers, status: 200,
    call: async (rooms, unit) => {
      const { version, weekly, closedOnHolidays, note, keeper, hints } = await rooms.get(TenantTransaction).act(unit.actors.head, () => rooms.get(HoursReader).opening(unit.actors.head));
      return { path: `${unitPath(unit)}/opening-hours`, body: { version, weekly, closedOnHolidays, note, keeper, hints, days: [] } };
    },
  },
  'GET /api/v1/tenants/:slug/clinics': reads(members, (unit) => `${unitPath(unit)}/clinics`),
  'POST /api/v1/tenants/:slug/clinics': {
    may: hourKeepers, status: 201, call: async (_rooms, unit) => ({ path: `${unitPath(unit)}/clinics`, body: aClinicBody() }),
  },
  'PATCH /api/v1/tenants/:slug/clinics/:id': {
    may: hourKeepers, status: 200, call: async (rooms, unit) => ({ path: `${unitPath(unit)}/clinics/${await aClinic(rooms, unit)}`, body: { version: 1, appointment: 'ไม่ต้องนัด' } }),
  },
  'DELETE /api/v1/tenants/:slug/clinics/:id': {
    may: hourKeepers, status: 204, call: async (rooms, unit) => ({ path: `${unitPath(unit)}/clinics/${await aClinic(rooms, unit)}` }),
  },
  'POST /api/v1/tenants/:slug/clinics/:id/days': {
    may: hourKeepers, status: 200,
    call: async (rooms, unit) => ({ path: `${unitPath(unit)}/clinics/${await aClinic(rooms, unit)}/days`, body: { day: bangkokDay(rooms.get(BusinessClock).now()), hours: [] } }),
  },
  'DELETE /api/v1/tenants/:slug/clinics/:id/days/:day': {
    may: hourKeepers, status: 200,
    call: async (rooms, unit) => {
      const [id, day] = [await aClinic(rooms, unit), bangkokDay(rooms.get(BusinessClock).now())];
      await rooms.get(ChangeClinicDay).run(unit.actors.head, id, { day, hours: [] });
      return { path: `${unitPath(unit)}/clinics/${id}/days/${day}` };
    },
  },

  'POST /api/v1/tenants/:slug/files': {
    may: members, status: 201, call: async (_rooms, unit) => ({ path: `${unitPath(unit)}/files`, ...multipartFile('x.pdf', aPdf(unique('pdf'))) }),
  },
  'GET /api/v1/tenants/:slug/files/:id': reads(members, (unit) => `${unitPath(unit)}/files/${unit.file.id}`),
  'GET /api/v1/tenants/:slug/files/:id/content': reads(members, (unit) => `${unitPath(unit)}/files/${unit.file.id}/content`),
  'GET /api/v1/tenants/:slug/files/:id/pages': reads(members, (unit) => `${unitPath(unit)}/files/${unit.file.id}/pages`),
  'GET /api/v1/tenants/:slug/files/:id/pages/:number': reads(members, (unit) => `${unitPath(unit)}/files/${unit.file.id}/pages/1`),

  'GET /api/v1/tenants/:slug/requests': reads(members, (unit) => `${unitPath(unit)}/requests`),
  'POST /api/v1/tenants/:slug/requests': {
    may: members, status: 201, call: async (rooms, unit) => ({ path: `${unitPath(unit)}/requests`, body: await aRequestInput(rooms, unit) }),
  },
  'GET /api/v1/tenants/:slug/requests/:id': reads(members, (unit) => `${unitPath(unit)}/requests/${unit.requests.submitted.id}`),
  'GET /api/v1/tenants/:slug/requests/:id/personal-data': reads(members, (unit) => `${unitPath(unit)}/requests/${unit.requests.submitted.id}/personal-data`),
  'PATCH /api/v1/tenants/:slug/requests/:id': {
    may: ['owner', 'head'], status: 200,
    call: async (rooms, unit) => ({ path: `${unitPath(unit)}/requests/${(await aRequest(rooms, unit)).id}`, body: { version: 1, title: 'เปลี่ยน' } }),
  },
  'DELETE /api/v1/tenants/:slug/requests/:id': {
    may: ['owner', 'head'], status: 204, call: async (rooms, unit) => ({ path: `${unitPath(unit)}/requests/${(await aRequest(rooms, unit)).id}` }),
  },
  'POST /api/v1/tenants/:slug/requests/:id/submit': onRequest(['owner', 'head'], 'submit', 'draft'),
  'POST /api/v1/tenants/:slug/requests/:id/cancel': onRequest(['owner', 'head'], 'cancel', 'submitted'),
  'POST /api/v1/tenants/:slug/requests/:id/approve': onRequest(deciders, 'approve', 'submitted'),
  'POST /api/v1/tenants/:slug/requests/:id/approve-verbally': {
    may: ['owner', 'webMaster1'], status: 200,
    call: async (rooms, unit) => ({ path: `${unitPath(unit)}/requests/${(await aRequest(rooms, unit, 'submitted')).id}/approve-verbally`, body: aSpokenApproval(rooms, unit) }),
  },
  'POST /api/v1/tenants/:slug/requests/:id/confirm-approval': onRequest(deciders, 'confirm-approval', 'approved_verbally'),
  'POST /api/v1/tenants/:slug/requests/:id/take-back': onRequest(deciders, 'take-back', 'approved'),
  'POST /api/v1/tenants/:slug/requests/:id/answered': {
    may: ['owner', 'head'], status: 200,
    call: async (rooms, unit) => ({
      path: `${unitPath(unit)}/requests/${(await aRequest(rooms, unit, 'refused', { recorded: true, intakeChannel: 'letter' })).id}/answered`, body: { note: 'ปน ๑๑๓๓/๔๗๒' },
    }),
  },
  'POST /api/v1/tenants/:slug/requests/:id/copy': {
    may: members, status: 201, call: async (_rooms, unit) => ({ path: `${unitPath(unit)}/requests/${unit.requests.refused.id}/copy`, body: {} }),
  },
  'GET /api/v1/tenants/:slug/request-figures': reads(members, (unit) => `${unitPath(unit)}/request-figures`),
  'GET /api/v1/tenants/:slug/request-templates': reads(members, (unit) => `${unitPath(unit)}/request-templates`),
  'POST /api/v1/tenants/:slug/request-templates': {
    may: members, status: 201, call: async (_rooms, unit) => ({ path: `${unitPath(unit)}/request-templates`, body: { requestId: unit.requests.submitted.id, name: unique('แม่แบบ') } }),
  },
  'DELETE /api/v1/tenants/:slug/request-templates/:id': {
    may: ['owner', 'head'], status: 204,
    call: async (rooms, unit) => ({ path: `${unitPath(unit)}/request-templates/${(await rooms.get(SaveTemplate).run(unit.actors.owner, unit.requests.submitted.id, unique('แม่แบบ'))).id}` }),
  },
  'POST /api/v1/tenants/:slug/requests/:id/return': onRequest(deciders, 'return', 'submitted', { comment: 'แก้ช่วงวันที่' }),
  'POST /api/v1/tenants/:slug/requests/:id/refuse': onRequest(deciders, 'refuse', 'submitted', { reason: 'incomplete' }),
  'POST /api/v1/tenants/:slug/requests/:id/publish': onRequest(['webMaster1'], 'publish', 'approved', { confirmations: allConfirmed }),

  'GET /api/v1/tenants/:slug/publications': reads(members, (unit) => `${unitPath(unit)}/publications`),
  'GET /api/v1/tenants/:slug/publications/:id': reads(members, (unit) => `${unitPath(unit)}/publications/${unit.publications.live.id}`),
  'POST /api/v1/tenants/:slug/publications/:id/withdraw': onPublication(['webMaster1'], 'withdraw', { reason: 'ข้อมูลคลาดเคลื่อน' }),
  'POST /api/v1/tenants/:slug/publications/:id/extend': onPublication(['webMaster1'], 'extend', { publishUntil: '2600-01-01', reason: 'ยังใช้อยู่' }),
  'POST /api/v1/tenants/:slug/publications/:id/replace': onPublication(members, 'replace', {}),
  'POST /api/v1/tenants/:slug/publications/:id/supersede': {
    may: ['webMaster1'], status: 200,
    call: async (rooms, unit) => ({ path: `${unitPath(unit)}/publications/${(await aPublication(rooms, unit)).id}/supersede`, body: { successorId: (await aPublication(rooms, unit)).id, reason: 'มีฉบับรวม' } }),
  },
  'GET /api/v1/tenants/:slug/publications/:id/versions': reads(members, (unit) => `${unitPath(unit)}/publications/${unit.publications.live.id}/versions`),
  'POST /api/v1/tenants/:slug/publications/:id/confirm-current': onPublication(['webMaster1'], 'confirm-current', {}),

  'GET /api/v1/tenants/:slug/publications/:id/papers': reads(members, (unit) => `${unitPath(unit)}/publications/${unit.publications.live.id}/papers`),
  'GET /api/v1/tenants/:slug/requests/:id/papers/:kind': reads(members, (unit) => `${unitPath(unit)}/requests/${unit.requests.submitted.id}/papers/form`),
  'GET /api/v1/tenants/:slug/papers/:id': reads(members, (unit) => `${unitPath(unit)}/papers/${unit.paper.id}`),
  'GET /api/v1/tenants/:slug/papers/:id/content': reads(members, (unit) => `${unitPath(unit)}/papers/${unit.paper.id}/content`),
  'GET /api/v1/tenants/:slug/papers/:id/docx': reads(members, (unit) => `${unitPath(unit)}/papers/${unit.paper.id}/docx`),
  'GET /api/v1/tenants/:slug/papers': reads(members, (unit) => `${unitPath(unit)}/papers`),
  'POST /api/v1/tenants/:slug/papers': {
    may: ['approver', 'head', 'webMaster1'], status: 201, call: async (_rooms, unit) => ({ path: `${unitPath(unit)}/papers`, body: { kind: 'framework_announcement' } }),
  },
  'POST /api/v1/tenants/:slug/papers/:id/sign': {
    may: ['head'], status: 200, call: async (rooms, unit) => ({ path: `${unitPath(unit)}/papers/${(await anOrder(rooms, unit)).id}/sign`, body: { signedOn: bangkokDay(rooms.get(BusinessClock).now()), orderNumber: '12/2569' } }),
  },
  'GET /api/v1/tenants/:slug/reports/:fiscalYear/:round/papers': reads(members, (unit, rooms) => `${unitPath(unit)}/reports/${yearOf(rooms)}/six_month/papers`),
  'GET /api/v1/tenants/:slug/reports/:fiscalYear/:round/papers/:kind': reads(members, (unit, rooms) => `${unitPath(unit)}/reports/${yearOf(rooms)}/six_month/papers/report`),
  'GET /api/v1/tenants/:slug/paper-settings': reads(members, (unit) => `${unitPath(unit)}/paper-settings`),
  'PUT /api/v1/tenants/:slug/paper-settings': {
    may: ['head'], status: 200,
    call: async (_rooms, unit) => ({ path: `${unitPath(unit)}/paper-settings`, body: { viaName: null, viaPosition: null, announcedOn: '2026-10-07', announcedClause: '๓.๒.๑' } }),
  },

  'GET /api/v1/tenants/:slug/reports': reads(everyone, (unit) => `${unitPath(unit)}/reports`),
  'GET /api/v1/tenants/:slug/reports/:fiscalYear/:round': reads(everyone, (unit, rooms) => `${unitPath(unit)}/reports/${yearOf(rooms)}/six_month`),
  'GET /api/v1/tenants/:slug/reports/:fiscalYear/:round/counted': reads(members, (unit, rooms) => `${unitPath(unit)}/reports/${yearOf(rooms)}/six_month/counted?category=dho.01&figure=published`),
  'PUT /api/v1/tenants/:slug/reports/:fiscalYear/:round': {
    may: ['webMaster1'], status: 200, call: async (rooms, unit) => ({ path: await reportPath(rooms, unit, 'open'), body: { problems: 'ไม่มี' } }),
  },
  'POST /api/v1/tenants/:slug/reports/:fiscalYear/:round/submit': {
    may: ['approver'], status: 200, call: async (rooms, unit) => ({ path: `${await reportPath(rooms, unit, 'open')}/submit`, body: {} }),
  },
  'POST /api/v1/tenants/:slug/reports/:fiscalYear/:round/acknowledge': onReport(['head'], 'acknowledge', 'submitted'),
  'POST /api/v1/tenants/:slug/reports/:fiscalYear/:round/send': onReport(['head'], 'send', 'acknowledged'),

  'GET /api/v1/networks/:network/tenants': reads(networkRoles, (unit) => `${networkPath(unit)}/tenants`),
  'POST /api/v1/networks/:network/tenants': {
    may: ['admin'], status: 201,
    call: async (_rooms, unit) => ({ path: `${networkPath(unit)}/tenants`, body: { slug: unique('new'), kind: 'hospital', name: 'โรงพยาบาลใหม่', shortName: 'รพ.ใหม่' } }),
  },
  'GET /api/v1/networks/:network/tenants/:slug': reads(networkRoles, (unit) => `${networkPath(unit)}/tenants/${unit.slug}`),
  'GET /api/v1/networks/:network/requirements/:code': reads(networkRoles, (unit) => `${networkPath(unit)}/requirements/basic`),
  'GET /api/v1/networks/:network/compliance': reads(networkRoles, (unit) => `${networkPath(unit)}/compliance`),
  'GET /api/v1/networks/:network/compliance/counts': reads(networkRoles, (unit) => `${networkPath(unit)}/compliance/counts`),
  'GET /api/v1/networks/:network/reports': reads(networkRoles, (unit) => `${networkPath(unit)}/reports`),
  'GET /api/v1/networks/:network/rounds': reads(networkRoles, (unit) => `${networkPath(unit)}/rounds`),
  'POST /api/v1/networks/:network/rounds': {
    may: ['admin'], status: 201,
    call: async (rooms, unit) => {
      const today = bangkokDay(rooms.get(BusinessClock).now());
      const due = addDays(today, 60);
      return { path: `${networkPath(unit)}/rounds`, body: { fiscalYear: yearOf(rooms), title: 'ติดตามเพิ่มเติม', windowFrom: today, windowUntil: addDays(today, 30), dueToSuperiorOn: due, dueToProvinceOn: due } };
    },
  },
  'GET /api/v1/networks/:network/holidays': reads(networkRoles, (unit) => `${networkPath(unit)}/holidays`),
  'POST /api/v1/networks/:network/holidays': {
    may: ['admin'], status: 201, call: async (_rooms, unit) => ({ path: `${networkPath(unit)}/holidays`, body: { day: aDayOff(), name: 'วันหยุดทดสอบ' } }),
  },
  'DELETE /api/v1/networks/:network/holidays/:day': {
    may: ['admin'], status: 204,
    call: async (rooms, unit) => {
      const day = aDayOff();
      await rooms.get(AddHoliday).run(await actorInNetwork(rooms, unit.network.admin, unit.network.slug), { day, name: 'วันหยุดทดสอบ' });
      return { path: `${networkPath(unit)}/holidays/${day}` };
    },
  },
  'POST /api/v1/networks/:network/reports/:id/accept': onSentReport('accept', {}),
  'POST /api/v1/networks/:network/reports/:id/return': onSentReport('return', { comment: 'เพิ่มแผนภูมิ' }),
};

/** A report that another unit of the same network has just sent. */
function onSentReport(verb: string, body: object): RouteExample {
  return {
    may: ['supervisor'], status: 200,
    call: async (rooms, unit) => {
      const sender = await aTenant(rooms, { network: unit.network });
      return { path: `${networkPath(unit)}/reports/${(await aReport(rooms, sender, 'sent')).id}/${verb}`, body };
    },
  };
}
