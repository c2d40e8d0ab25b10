import { newId, Refusal } from '@prongsai/kernel/core';
import type { TestRooms } from '@prongsai/testing/db';
import { aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { Outbox } from './outbox';
import { DATA_SOURCES, TenantTransaction, type DataSources } from './tenant-transaction';

describe('the only door to the database', () => {
  let rooms: TestRooms;
  let transaction: TenantTransaction;
  let tenant: TestTenant;
  const scope = () => ({ accountId: tenant.people.owner.id, tenantId: tenant.id, reach: 'unit' as const });
  const settings = async () => {
    const [row] = await transaction.manager.query(
      `select app.tenant_id() as tenant, app.account_id() as account, app.network_id() as network, app.reach() as reach, app.now() as now, current_user as role`,
    );
    return row as Record<string, unknown>;
  };

  beforeAll(async () => {
    rooms = await openDomain();
    transaction = rooms.transaction;
    tenant = await aTenant(rooms);
  });
  afterAll(() => rooms.close());

  it('is shut unless somebody opened it', () => {
    expect(transaction.isOpen).toBe(false);
    expect(() => transaction.manager).toThrow('no transaction is open');
    expect(() => transaction.afterCommit(() => undefined)).toThrow('no transaction is open');
  });

  it('tells PostgreSQL whose rows, and the business time', async () => {
    const now = new Date('2027-02-28T16:59:59Z');
    const told = await rooms.clock.during(now, () => transaction.act(scope(), settings));
    expect(told).toEqual({ tenant: tenant.id, account: tenant.people.owner.id, network: null, reach: 'unit', now, role: 'prongsai_staff' });
  });

  it('leaves nothing of it behind on the connection', async () => {
    await transaction.act(scope(), settings);
    for (let again = 0; again < 8; again++) expect(await transaction.act({}, settings)).toMatchObject({ tenant: null, account: null, network: null, reach: null });
  });

  it('is joined by work of the same scope, whose opener alone commits', async () => {
    const name = `กลุ่มงาน ${newId()}`;
    const insert = () => transaction.manager.query('insert into work_group (id, name, created_at) values ($1, $2, app.now())', [newId(), name]);
    await expect(transaction.act(scope(), async () => {
      const outer = transaction.manager;
      await transaction.act(scope(), async () => {
        expect(transaction.manager).toBe(outer);
        await insert();
      });
      throw new Error('the opener changed its mind');
    })).rejects.toThrow('the opener changed its mind');
    expect(await rooms.database.look('select 1 from work_group where name = $1', [name])).toEqual([]);
  });

  it('refuses to reach into a second scope', async () => {
    const elsewhere = { ...scope(), tenantId: newId() };
    for (const inner of [() => transaction.act(elsewhere, settings), () => transaction.site({ tenantId: tenant.id }, settings), () => transaction.report({ networkId: tenant.network.id }, settings)]) {
      await expect(transaction.act(scope(), async () => inner())).rejects.toThrow('another scope');
    }
  });

  it('keeps the scopes of acts that run at once apart', async () => {
    const others = await Promise.all(Array.from({ length: 3 }, () => aTenant(rooms, { network: tenant.network, live: false })));
    const told = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const mine = others[index % 3] as TestTenant;
        return transaction.act({ tenantId: mine.id, reach: 'unit' }, async () => {
          const rows: Array<{ tenant_id: string }> = await transaction.manager.query('select distinct tenant_id from member');
          return rows.length === 1 && rows[0]?.tenant_id === mine.id;
        });
      }),
    );
    expect(told).toEqual(Array(60).fill(true));
  });

  it('lets the site and the report read and never write', async () => {
    expect(await transaction.site({ tenantId: tenant.id }, settings)).toMatchObject({ role: 'prongsai_site', tenant: tenant.id });
    expect(await transaction.report({ networkId: tenant.network.id }, settings)).toMatchObject({ role: 'prongsai_report', network: tenant.network.id });
    await expect(transaction.site({ tenantId: tenant.id }, () => transaction.manager.query('create temporary table x (y int)'))).rejects.toThrow('read-only transaction');
  });

  it('lets staff look without writing, under the same settings as an act', async () => {
    const now = new Date('2027-02-28T16:59:59Z');
    const told = await rooms.clock.during(now, () => transaction.look(scope(), settings));
    expect(told).toEqual({ tenant: tenant.id, account: tenant.people.owner.id, network: null, reach: 'unit', now, role: 'prongsai_staff' });
    await expect(transaction.look(scope(), () => transaction.manager.query('insert into work_group (id, name, created_at) values ($1, $2, app.now())', [newId(), 'x']))).rejects.toThrow('read-only');
    await expect(transaction.look(scope(), () => transaction.act(scope(), settings))).rejects.toThrow('a reading');
    expect(await transaction.act(scope(), () => transaction.look(scope(), settings))).toMatchObject({ tenant: tenant.id });
  });

  it('keeps readings that share connections apart, whatever they ask and however they end', async () => {
    const other = await aTenant(rooms);
    const slugs = () => transaction.manager.query('select slug from tenant order by slug');
    const reading = async (of: TestTenant, index: number) => {
      const work = transaction.look({ tenantId: of.id, reach: 'unit' }, async () => {
        const first = await Promise.all([slugs(), settings(), ...(index % 5 === 0 ? [transaction.manager.query('select 1 / $1::int', [0])] : [])]);
        return [first, await slugs()];
      });
      if (index % 5 === 0) await expect(work).rejects.toThrow('division by zero');
      else expect(await work).toMatchObject([[[{ slug: of.slug }], { tenant: of.id }], [{ slug: of.slug }]]);
    };
    await Promise.all(Array.from({ length: 60 }, (_, index) => reading(index % 2 ? tenant : other, index)));
    expect(await transaction.look({}, slugs)).toEqual([]);
  });

  it('holds no login that the process was not given', async () => {
    const less = new TenantTransaction({ ...rooms.get<DataSources>(DATA_SOURCES), site: null }, rooms.clock);
    await expect(less.site({}, settings)).rejects.toThrow('does not hold the site login');
  });

  it('runs what waits for the commit after it, and never after a rollback', async () => {
    const done: string[] = [];
    await transaction.act(scope(), async () => {
      transaction.afterCommit(() => done.push('committed'));
      expect(done).toEqual([]);
    });
    await transaction.act(scope(), async () => {
      transaction.afterCommit(() => done.push('rolled back'));
      throw new Error('no');
    }).catch(() => undefined);
    expect(done).toEqual(['committed']);
  });

  describe('an act with a repeat key', () => {
    const repeatOf = (fingerprint = 'a') => ({ key: newId(), fingerprint });
    let runs: number;
    const work = async () => {
      runs += 1;
      await transaction.manager.query('insert into work_group (id, name, created_at) values ($1, $2, app.now())', [newId(), `กลุ่ม ${newId()}`]);
      return { run: runs };
    };
    beforeEach(() => (runs = 0));

    it('has one effect and the same answer each time', async () => {
      const repeat = repeatOf();
      const answers = [await transaction.act({ ...scope(), repeat }, work), await transaction.act({ ...scope(), repeat }, work)];
      expect(answers).toEqual([{ run: 1 }, { run: 1 }]);
      expect(runs).toBe(1);
    });

    it('has one effect also when both come at once', async () => {
      const repeat = repeatOf();
      const answers = await Promise.all([1, 2, 3].map(() => transaction.act({ ...scope(), repeat }, work)));
      expect(answers).toEqual([{ run: 1 }, { run: 1 }, { run: 1 }]);
    });

    it('may be tried again after it failed', async () => {
      const repeat = repeatOf();
      await expect(transaction.act({ ...scope(), repeat }, async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
      expect(await transaction.act({ ...scope(), repeat }, work)).toEqual({ run: 1 });
    });

    it('refuses the key for anything else', async () => {
      const repeat = repeatOf('one body');
      await transaction.act({ ...scope(), repeat }, work);
      const outcome = await transaction.act({ ...scope(), repeat: { ...repeat, fingerprint: 'another body' } }, work).catch((error: unknown) => error);
      expect(outcome).toBeInstanceOf(Refusal);
      expect(outcome).toMatchObject({ code: 'REPEATED_KEY', status: 409 });
      expect(runs).toBe(1);
    });

    it('is the person\'s own: another person\'s same key is another', async () => {
      const repeat = repeatOf();
      await transaction.act({ ...scope(), repeat }, work);
      await transaction.act({ ...scope(), accountId: tenant.people.approver.id, repeat }, work);
      expect(runs).toBe(2);
    });
  });

  it('asks for side effects inside an act of a tenant only', async () => {
    const outbox = rooms.get(Outbox);
    await expect(outbox.enqueue('sweep', {})).rejects.toThrow('no transaction is open');
    await expect(transaction.act({}, () => outbox.enqueue('sweep', {}))).rejects.toThrow('a job needs the tenant');
  });
});
