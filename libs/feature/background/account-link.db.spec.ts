import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AskAccountLink, PasswordCredentials, SetPassword } from '@prongsai/domain/people';
import type { TestRooms } from '@prongsai/testing/db';
import { aTenant, openDomain, unique } from '@prongsai/testing/factories';
import { AddMember } from '@prongsai/domain/people';
import { BackgroundModule } from './background.module';
import { SendAccountLinkJob } from './send-account-link.job';

/** Getting in for the first time and again: a link that works once (SPEC 4). */
describe('a link for setting a password', () => {
  let rooms: TestRooms;
  beforeAll(async () => (rooms = await openDomain([BackgroundModule])));
  afterAll(() => rooms.close());

  const jobsOf = (accountId: string) =>
    rooms.database.look(`select payload from graphile_worker._private_jobs where key = $1`, [`account:${accountId}:send-account-link`]);
  const accountOf = async (email: string) => String((await rooms.database.look('select id from account where email = $1', [email]))[0]?.['id']);
  /** Runs the waiting job as the worker would and reads the secret from the mail. */
  const secretMailedTo = async (email: string): Promise<string> => {
    const [job] = await jobsOf(await accountOf(email));
    const payload = job?.['payload'] as Record<string, unknown>;
    await rooms.get(SendAccountLinkJob).run(payload);
    const folder = path.join(rooms.settings.dataDir, 'mail');
    expect(readdirSync(folder)).toContain(`${String(payload['mailId'])}.eml`);
    const text = readFileSync(path.join(folder, `${String(payload['mailId'])}.eml`), 'utf8').replace(/=\n/g, '');
    expect(text).toContain(email);
    return /welcome#([\w-]{43})/.exec(text)?.[1] as string;
  };
  const invited = async () => {
    const tenant = await aTenant(rooms);
    const email = `${unique('new')}@example.org`;
    await rooms.get(AddMember).run(tenant.actors.head, { email, name: 'ผู้มาใหม่', appointment: { role: 'content_owner' } });
    return email;
  };

  it('invites a new person, lets them in once, and keeps no secret', async () => {
    const email = await invited();
    const secret = await secretMailedTo(email);
    const password = 'รหัสผ่านที่ยาวพอ';
    await rooms.get(SetPassword).run(secret, password);
    expect(await rooms.get(PasswordCredentials).check(email, password, '127.0.0.1')).toEqual({ accountId: await accountOf(email) });
    await expect(rooms.get(SetPassword).run(secret, 'อีกรหัสหนึ่งที่ยาว')).rejects.toMatchObject({ code: 'NOT_POSSIBLE' });
    const kept = await rooms.database.look('select secret_hash from account_link where account_id = $1', [await accountOf(email)]);
    expect(kept.some((row) => String(row['secret_hash']).includes(secret))).toBe(false);
  });

  it('refuses a link that is over or unknown, in the same words', async () => {
    const email = await invited();
    const secret = await secretMailedTo(email);
    await rooms.database.look(`update account_link set expires_at = clock_timestamp() - interval '1 second' where account_id = $1 returning id`, [await accountOf(email)]);
    const outcomes = await Promise.all([secret, 'x'.repeat(43)].map((one) => rooms.get(SetPassword).run(one, 'รหัสผ่านที่ยาวพอ').catch((error: Error) => error.message)));
    expect(outcomes[0]).toBe(outcomes[1]);
    expect(outcomes[0]).toMatch(/ขอคำเชิญใหม่/);
  });

  it('says the same of a forgotten password for any address, and mails at most one link in five minutes', async () => {
    const tenant = await aTenant(rooms);
    const { email, id } = tenant.people.owner;
    await rooms.get(AskAccountLink).forgotten('nobody@example.org');
    await rooms.get(AskAccountLink).forgotten(email);
    await secretMailedTo(email);
    await rooms.database.look(`delete from graphile_worker._private_jobs where key = $1 returning id`, [`account:${id}:send-account-link`]);
    await rooms.get(AskAccountLink).forgotten(email);
    expect(await jobsOf(id)).toEqual([]);
  });
});
