import type { TestRooms } from '@prongsai/testing/db';
import { aTenant, openDomain } from '@prongsai/testing/factories';
import { AddWorkGroup } from './add-work-group.verb';
import { ChangeTenant } from './change-tenant.verb';
import { TenantReader } from './tenant.reader';

/** What a unit says of itself, and its sections. */
describe('a unit\'s own facts', () => {
  let rooms: TestRooms;
  beforeAll(async () => (rooms = await openDomain()));
  afterAll(() => rooms.close());

  it('are changed by the head and recorded by the names of the fields', async () => {
    const tenant = await aTenant(rooms);
    await rooms.get(ChangeTenant).run(tenant.actors.head, { fax: '0 7349 4065', headTitle: 'สาธารณสุขอำเภอ' });
    const unit = await rooms.transaction.act(tenant.actors.head, () => rooms.get(TenantReader).get(tenant.id));
    expect(unit).toMatchObject({ fax: '0 7349 4065', headTitle: 'สาธารณสุขอำเภอ' });
    const [entry] = await rooms.database.look(`select detail from audit_entry where tenant_id = $1 and act = 'tenant.changed'`, [tenant.id]);
    expect(entry?.['detail']).toEqual({ fields: ['fax', 'headTitle'] });
  });

  it('keep the five contact fields once the site is open', async () => {
    const tenant = await aTenant(rooms);
    await expect(rooms.get(ChangeTenant).run(tenant.actors.head, { phone: null })).rejects.toMatchObject({ code: 'INVALID', parts: { errors: [{ path: 'phone' }] } });
  });

  it('are nobody else\'s to change', async () => {
    const tenant = await aTenant(rooms);
    for (const actor of [tenant.actors.owner, tenant.actors.approver, tenant.actors.webMaster1]) {
      await expect(rooms.get(ChangeTenant).run(actor, { fax: '1' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
      await expect(rooms.get(AddWorkGroup).run(actor, 'กลุ่มงานใหม่')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    }
  });

  it('say how the framework decides, and by when', async () => {
    const tenant = await aTenant(rooms);
    const framework = { decidedBy: 'group_head' as const, verbalApprovalAllowed: false, workingDaysToDecide: 5, workingDaysToPublish: 2, workingDaysToConfirm: 7 };
    await rooms.get(ChangeTenant).run(tenant.actors.head, framework);
    expect(await rooms.transaction.act(tenant.actors.head, () => rooms.get(TenantReader).get(tenant.id))).toMatchObject(framework);
  });

  it('list a new work group once', async () => {
    const tenant = await aTenant(rooms);
    const { head } = tenant.actors;
    await rooms.get(AddWorkGroup).run(head, 'กลุ่มการพยาบาล');
    await expect(rooms.get(AddWorkGroup).run(head, 'กลุ่มการพยาบาล')).rejects.toMatchObject({ code: 'DUPLICATE' });
    const groups = await rooms.transaction.act(head, () => rooms.get(TenantReader).listWorkGroups());
    expect(groups.filter(({ name }) => name === 'กลุ่มการพยาบาล')).toHaveLength(1);
  });
});
