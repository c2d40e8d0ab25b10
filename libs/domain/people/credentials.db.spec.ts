import { newId } from '@prongsai/kernel/core';
import type { TestRooms } from '@prongsai/testing/db';
import { aTenant, openDomain, testPassword, unique, type TestTenant } from '@prongsai/testing/factories';
import { hashLinkSecret, newLinkSecret } from './account-link';
import { AskAccountLink } from './ask-account-link.verb';
import { hashPassword, PasswordCredentials } from './credentials';
import { SetPassword } from './set-password.verb';

describe('e-mail and password', () => {
  let rooms: TestRooms;
  let tenant: TestTenant;
  let credentials: PasswordCredentials;
  const address = () => unique('203.0.113');
  const failures = (email: string) => rooms.database.look('select count(*)::int as n from sign_in_failure where email = $1', [email]);
  /** Puts failures on record as old as told, as the service itself would have. */
  const fail = (times: number, parts: { email?: string; address?: string; minutesAgo?: number }) =>
    rooms.database.as('prongsai_staff', {}, (ask) =>
      ask(`insert into sign_in_failure (email, address, failed_at) select $1, $2, clock_timestamp() - make_interval(mins => $3) from generate_series(1, $4)`,
        [parts.email ?? `${unique('x')}@x.example`, parts.address ?? address(), parts.minutesAgo ?? 0, times]), 'keep');

  beforeAll(async () => {
    rooms = await openDomain();
    tenant = await aTenant(rooms, { live: false });
    credentials = rooms.get(PasswordCredentials);
  });
  afterAll(() => rooms.close());

  it('are kept as argon2id at 19 MiB and two passes', async () => {
    expect(await hashPassword('x')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hashPassword('x')).not.toBe(await hashPassword('x'));
  });

  it('let the person in, however the address is written', async () => {
    const { id, email } = tenant.people.owner;
    expect(await credentials.check(email, testPassword, address())).toEqual({ accountId: id });
    expect(await credentials.check(` ${email.toUpperCase()} `, testPassword, address())).toEqual({ accountId: id });
  });

  it('are refused alike for a wrong password and an unknown address, and both are counted', async () => {
    const unknown = `${unique('nobody')}@nowhere.example`;
    expect(await credentials.check(tenant.people.approver.email, 'wrong', address())).toEqual({ refused: true });
    expect(await credentials.check(unknown, 'wrong', address())).toEqual({ refused: true });
    expect([await failures(tenant.people.approver.email), await failures(unknown)]).toEqual([[{ n: 1 }], [{ n: 1 }]]);
  });

  it('are never counted when they were right', async () => {
    for (let time = 0; time < 3; time++) await credentials.check(tenant.people.head.email, testPassword, address());
    expect(await failures(tenant.people.head.email)).toEqual([{ n: 0 }]);
  });

  it('lock the account for a quarter of an hour after ten failures, right password or not, known or not', async () => {
    for (const email of [tenant.people.webMaster1.email, `${unique('nobody')}@nowhere.example`]) {
      await fail(9, { email });
      expect(await credentials.check(email, 'wrong', address())).toEqual({ refused: true });
      const outcome = await credentials.check(email, testPassword, address());
      expect(outcome).toEqual({ locked: true, retryAfterSeconds: expect.any(Number) });
      const { retryAfterSeconds } = outcome as { retryAfterSeconds: number };
      expect(retryAfterSeconds).toBeGreaterThan(14 * 60);
      expect(retryAfterSeconds).toBeLessThanOrEqual(15 * 60);
    }
  });

  it('open again when the failures are a quarter of an hour old', async () => {
    await fail(20, { email: tenant.people.webMaster2.email, minutesAgo: 16 });
    expect(await credentials.check(tenant.people.webMaster2.email, testPassword, address())).toEqual({ accountId: tenant.people.webMaster2.id });
  });

  it('lock an address that tried a hundred times, whomever it tried', async () => {
    const from = address();
    await fail(100, { address: from });
    expect(await credentials.check(tenant.people.head.email, testPassword, from)).toEqual({ locked: true, retryAfterSeconds: expect.any(Number) });
    expect(await credentials.check(tenant.people.head.email, testPassword, address())).toEqual({ accountId: tenant.people.head.id });
  });

  it('stay on real time when the business clock moves', async () => {
    await fail(10, { email: tenant.people.approver.email });
    const tomorrow = new Date(Date.now() + 86_400_000);
    expect(await rooms.clock.during(tomorrow, () => credentials.check(tenant.people.approver.email, testPassword, address()))).toMatchObject({ locked: true });
  });

  describe('set by a link', () => {
    const linkFor = async (accountId: string, expires = `interval '1 hour'`) => {
      const { secret, hash } = newLinkSecret();
      await rooms.database.as('prongsai_staff', {}, (ask) =>
        ask(`insert into account_link (id, account_id, purpose, secret_hash, expires_at) values ($1, $2, 'reset', $3, clock_timestamp() + ${expires})`, [newId(), accountId, hash]), 'keep');
      return secret;
    };
    const set = (secret: string, password = 'a-new-password') => rooms.get(SetPassword).run(secret, password);

    it('work once, end the sessions and make other links worthless', async () => {
      const { owner } = tenant.people;
      const [first, second] = [await linkFor(owner.id), await linkFor(owner.id)];
      const sid = newId();
      await rooms.database.as('prongsai_staff', {}, (ask) => ask(`insert into session values ($1, $2, now() + interval '1 hour')`, [sid, { passport: owner.id }]), 'keep');
      await set(first);
      expect(await credentials.check(owner.email, 'a-new-password', address())).toEqual({ accountId: owner.id });
      expect(await rooms.database.look('select 1 from session where sid = $1', [sid])).toEqual([]);
      for (const secret of [first, second]) await expect(set(secret)).rejects.toMatchObject({ code: 'NOT_POSSIBLE', status: 409 });
    });

    it('are refused alike when it is over, unknown, or made up', async () => {
      const over = await linkFor(tenant.people.owner.id, `interval '-1 second'`);
      const refusals = await Promise.all([over, newLinkSecret().secret, '', "' or true --"].map((secret) => set(secret).catch((error: Error) => error.message)));
      expect(new Set(refusals).size).toBe(1);
    });

    it('work once also when it is used twice at once', async () => {
      const secret = await linkFor(tenant.people.owner.id);
      const outcomes = await Promise.allSettled([set(secret, 'one-password'), set(secret, 'another-password')]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('keep no secret at rest', async () => {
      const { secret, hash } = newLinkSecret();
      expect(secret).toMatch(/^[\w-]{43}$/);
      expect(hash).toBe(hashLinkSecret(secret));
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
    });

    it('are mailed at most once in five minutes, and asking shows nothing of who is known', async () => {
      const jobs = () => rooms.database.look(`select count(*)::int as n from graphile_worker._private_jobs where payload->>'accountId' = $1::text`, [tenant.people.approver.id]);
      const ask = rooms.get(AskAccountLink);
      expect(await ask.forgotten(`${unique('nobody')}@nowhere.example`)).toBeUndefined();
      expect(await ask.forgotten(tenant.people.approver.email)).toBeUndefined();
      expect(await ask.forgotten(tenant.people.approver.email)).toBeUndefined();
      expect(await jobs()).toEqual([{ n: 1 }]);
      await linkFor(tenant.people.approver.id);
      await rooms.database.as('prongsai_jobs', {}, (run) => run(`delete from graphile_worker._private_jobs where payload->>'accountId' = $1`, [tenant.people.approver.id]), 'keep');
      await ask.forgotten(tenant.people.approver.email);
      expect(await jobs()).toEqual([{ n: 0 }]);
    });
  });
});
