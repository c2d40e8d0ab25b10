import { Refusal } from '@prongsai/kernel/core';
import { requestStates, requestVerbs, type RequestState, type RequestVerb } from '@prongsai/kernel/workflow';
import { TenantTransaction } from '@prongsai/platform/db';
import type { TestRooms } from '@prongsai/testing/db';
import { allConfirmed, aRequest, aSpokenApproval, aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { ApproveRequest } from './approve-request.verb';
import { ApproveVerbally } from './approve-verbally.verb';
import { CancelRequest } from './cancel-request.verb';
import { ConfirmApproval } from './confirm-approval.verb';
import { EditRequest } from './edit-request.verb';
import { PublicationRequest } from './publication-request.entity';
import { PublishRequest } from './publish-request.verb';
import { RefuseRequest } from './refuse-request.verb';
import { ReturnRequest } from './return-request.verb';
import { SubmitRequest } from './submit-request.verb';
import { TakeBackApproval } from './take-back-approval.verb';

/** Where each verb leads from each state by the person whose work it is; null: refused with 409, nothing changes. */
const expected: Record<RequestState, Partial<Record<RequestVerb, RequestState>>> = {
  draft: { edit: 'draft', submit: 'submitted', cancel: 'cancelled' },
  submitted: { cancel: 'cancelled', approve: 'approved', approveVerbally: 'approved_verbally', return: 'returned', refuse: 'refused' },
  returned: { edit: 'returned', submit: 'submitted', cancel: 'cancelled' },
  approved_verbally: { confirmApproval: 'approved', publish: 'published' },
  approved: { takeBack: 'submitted', publish: 'published' },
  refused: {},
  cancelled: {},
  published: {},
};

describe('every verb from every state of a request', () => {
  let rooms: TestRooms;
  let tenant: TestTenant;

  beforeAll(async () => {
    rooms = await openDomain();
    tenant = await aTenant(rooms);
  });
  afterAll(() => rooms.close());

  /** `confirmPublished` is the same class as `confirmApproval`, on what was published on a spoken word: tested there. */
  type Verb = Exclude<RequestVerb, 'confirmPublished'>;
  const verbs = requestVerbs.filter((verb): verb is Verb => verb !== 'confirmPublished');
  const acts: Record<Verb, (request: PublicationRequest) => Promise<unknown>> = {
    edit: ({ id, version }) => rooms.get(EditRequest).run(tenant.actors.owner, id, { version, remarks: 'แก้แล้ว' }),
    submit: ({ id }) => rooms.get(SubmitRequest).run(tenant.actors.owner, id),
    cancel: ({ id }) => rooms.get(CancelRequest).run(tenant.actors.owner, id),
    approve: ({ id }) => rooms.get(ApproveRequest).run(tenant.actors.approver, id),
    approveVerbally: ({ id }) => rooms.get(ApproveVerbally).run(tenant.actors.webMaster1, id, aSpokenApproval(rooms, tenant)),
    confirmApproval: ({ id }) => rooms.get(ConfirmApproval).run(tenant.actors.head, id),
    takeBack: ({ id }) => rooms.get(TakeBackApproval).run(tenant.actors.approver, id),
    return: ({ id }) => rooms.get(ReturnRequest).run(tenant.actors.approver, id, 'แก้ช่วงวันที่'),
    refuse: ({ id }) => rooms.get(RefuseRequest).run(tenant.actors.approver, id, 'incomplete', null),
    publish: ({ id }) => rooms.get(PublishRequest).run(tenant.actors.webMaster2, id, { confirmations: allConfirmed }),
  };

  const stored = (id: string) =>
    rooms.get(TenantTransaction).act(tenant.actors.owner, () => rooms.transaction.manager.getRepository(PublicationRequest).findOneByOrFail({ id }));
  const trail = (id: string) =>
    rooms.database.look('select act from audit_entry where tenant_id = $1 and subject_id = $2 order by seq', [tenant.id, id]);

  const pairs = requestStates.flatMap((state) => verbs.map((verb) => [state, verb, expected[state][verb] ?? null] as const));

  it.each(pairs)('%s, %s: %s', async (state, verb, leadsTo) => {
    const { id } = await aRequest(rooms, tenant, state);
    const before = await stored(id);
    const trailBefore = await trail(id);
    const outcome: unknown = await acts[verb](before).catch((error: unknown) => error);
    const after = await stored(id);
    if (leadsTo) {
      expect(outcome).not.toBeInstanceOf(Error);
      expect(after.state).toBe(leadsTo);
      expect(await trail(id)).toHaveLength(trailBefore.length + 1);
    } else {
      expect(outcome).toBeInstanceOf(Refusal);
      expect(outcome).toMatchObject({ status: 409, code: 'NOT_POSSIBLE', parts: { reasons: [{ code: 'STATE', text: expect.stringMatching(/[\u0E00-\u0E7F]/) }] } });
      expect(after).toEqual(before);
      expect(await trail(id)).toEqual(trailBefore);
    }
  });
});
