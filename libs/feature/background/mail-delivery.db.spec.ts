import { createServer, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { bangkokDay, endOfBangkokDayExclusive } from '@prongsai/kernel/thai';
import { ChooseNoticeSettings, GatherDigest, GiveDelegation, MailLogReader, MemberReader, Notifier } from '@prongsai/domain/people';
import type { TestRooms } from '@prongsai/testing/db';
import { aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { BackgroundModule } from './background.module';
import { ReleaseMailsJob, SendDigestJob } from './send-digest.job';
import { SendAccountLinkJob } from './send-account-link.job';
import { SendMailJob } from './send-mail.job';

/** A port that nobody else has, to start and stop a mail server on. */
async function aPort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

/** What becomes of mails with a real mail server, by the business clock (SPEC 14). */
describe('mail', () => {
  let rooms: TestRooms;
  let tenant: TestTenant;
  let port: number;
  let server: SMTPServer | null = null;
  let received: string[] = [];
  let refuses: { at: 'rcpt' | 'data'; code: number } | null = null;

  const up = async () => {
    const refusal = () => Object.assign(new Error('no such box'), { responseCode: refuses?.code });
    server = new SMTPServer({
      authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], logger: false,
      onRcptTo: (_address, _session, done) => done(refuses?.at === 'rcpt' ? refusal() : null),
      onData: (stream, _session, done) => void text(stream).then((message) => {
        if (refuses?.at === 'data') return done(refusal());
        received.push(message);
        done();
      }),
    });
    server.on('error', () => undefined);
    await new Promise<void>((ready) => server?.listen(port, '127.0.0.1', ready));
  };
  const down = async () => {
    if (server) await new Promise<void>((closed) => server?.close(closed));
    server = null;
  };

  beforeAll(async () => {
    port = await aPort();
    rooms = await openDomain([BackgroundModule], { environment: { SMTP_URL: `smtp://127.0.0.1:${port}` } });
  });
  beforeEach(async () => {
    received = [];
    refuses = null;
    tenant = await aTenant(rooms);
  });
  afterEach(down);
  afterAll(() => rooms.close());

  const at = (day: string, clock: string) => new Date(`${day}T${clock}:00+07:00`);
  const during = <T>(instant: Date, work: () => Promise<T>) => rooms.clock.during(instant, work);
  const message = (more: { kind?: string; title?: string } = {}) => ({ kind: 'published', title: 'เผยแพร่แล้ว “แผน”', body: 'ลิงก์ถาวร', path: '/t/@/requests/1', ...more });
  const tell = (person: { id: string }, more = {}) => rooms.transaction.act(tenant.actors.head, () => rooms.get(Notifier).toAccount(person.id, message(more)));
  const jobs = (task: string, key: string) => rooms.database.look(
    `select job.payload, job.max_attempts::int as most from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id where identifier = $1 and job.key like '%' || $2 || '%'`, [task, key]);
  const log = () => rooms.transaction.act(tenant.actors.head, () => rooms.get(MailLogReader).list(tenant.id, {}, null, 50));
  const send = async () => {
    for (const { id } of await log()) await rooms.get(SendMailJob).run({ tenantId: tenant.id, mailId: id });
  };
  const choose = (person: { id: string }, body: Parameters<ChooseNoticeSettings['run']>[1]) => rooms.get(ChooseNoticeSettings).run({ accountId: person.id }, body);
  const digest = (person: { id: string }) => rooms.get(SendDigestJob).run({ accountId: person.id });
  const release = () => rooms.get(ReleaseMailsJob).run();
  /** The readable words of a message's parts. */
  const plainOf = (mail: string) => mail.split(/\r\n--/).map((part) => {
    const [head = '', ...body] = part.split('\r\n\r\n');
    return /base64/i.test(head) ? Buffer.from(body.join(''), 'base64').toString('utf8') : /quoted-printable/i.test(head) ? decodeURIComponent(body.join('\n').replace(/=\r\n/g, '').replace(/%/g, '%25').replace(/=([0-9A-F]{2})/g, '%$1')) : '';
  }).join('\n').replace(/\u00a0/g, ' ');

  it('waits while the server is away, tried without end, and goes once when it is back', async () => {
    await tell(tenant.people.owner);
    const [waiting] = await log();
    expect(await jobs('send-mail', String(waiting?.id))).toEqual([expect.objectContaining({ most: 32767 })]);
    for (let time = 0; time < 3; time += 1) await expect(send()).rejects.toThrow();
    expect(await log()).toEqual([expect.objectContaining({ state: 'waiting', tries: 3, lastError: expect.stringContaining('ECONNREFUSED') })]);
    await up();
    await send();
    await send();
    expect(received).toHaveLength(1);
    expect(await log()).toEqual([expect.objectContaining({ state: 'sent', tries: 4, lastError: null })]);
  });

  it.each(['rcpt', 'data'] as const)('that is refused for good at %s is a bounce: told, and not tried again', async (stage) => {
    await up();
    refuses = { at: stage, code: 550 };
    await tell(tenant.people.owner);
    await send();
    refuses = null;
    await send();
    expect(received).toEqual([]);
    expect(await log()).toEqual([expect.objectContaining({ state: 'bounced', tries: 1, lastError: expect.stringContaining('no such box') })]);
    expect((await rooms.get(ChooseNoticeSettings).settingsOf({ accountId: tenant.people.owner.id })).bouncedAt).not.toBeNull();
    const bounced = () => rooms.transaction.act(tenant.actors.head, async () => (await rooms.get(MemberReader).list(tenant.actors.head)).filter((member) => member.bouncedAt).map(({ accountId }) => accountId));
    expect(await bounced()).toEqual([tenant.people.owner.id]);
    await tell(tenant.people.owner);
    await send();
    expect(await bounced()).toEqual([]);
  });

  it('that is refused for the moment is tried again', async () => {
    await up();
    refuses = { at: 'rcpt', code: 451 };
    await tell(tenant.people.owner);
    await expect(send()).rejects.toThrow();
    expect(await log()).toEqual([expect.objectContaining({ state: 'waiting', tries: 1 })]);
  });

  it('with a link for a password that is refused for good ends its job and is told', async () => {
    await up();
    refuses = { at: 'rcpt', code: 550 };
    await rooms.get(SendAccountLinkJob).run({ accountId: tenant.people.owner.id, purpose: 'invite', mailId: '0198a0c0-0000-7000-8000-00000000000b' });
    expect((await rooms.get(ChooseNoticeSettings).settingsOf({ accountId: tenant.people.owner.id })).bouncedAt).not.toBeNull();
  });

  it('waits through the quiet hours, is released once, and goes at once when it is urgent', async () => {
    const { approver } = tenant.people;
    await choose(approver, { pace: 'at_once', quiet: { from: '20:00', until: '06:00' } });
    await during(at('2026-11-24', '22:00'), () => tell(approver));
    const [held] = await log();
    expect(held).toMatchObject({ state: 'waiting', dueAt: at('2026-11-25', '06:00').toISOString() });
    await during(at('2026-11-25', '05:59'), release);
    expect(await jobs('send-mail', String(held?.id))).toEqual([]);
    await during(at('2026-11-25', '06:00'), async () => { await release(); await release(); });
    expect(await jobs('send-mail', String(held?.id))).toHaveLength(1);
    await during(at('2026-11-24', '22:00'), () => tell(approver, { kind: 'signature_owed' }));
    expect((await log())[0]).toMatchObject({ dueAt: null });
  });

  it('is gathered into one digest a day: one mail by unit and urgency, the same however often it is tried', async () => {
    const { owner } = tenant.people;
    await choose(owner, { pace: 'daily', quiet: null });
    await during(at('2026-11-24', '10:00'), () => tell(owner));
    await during(at('2026-11-24', '15:00'), () => tell(owner, { kind: 'returned', title: 'ส่งกลับแก้ไข “ข่าว”' }));
    await during(at('2026-11-25', '07:59'), async () => { await release(); await digest(owner); });
    expect(await jobs('send-digest', owner.id)).toEqual([]);
    await during(at('2026-11-25', '08:00'), async () => {
      await release();
      await release();
      expect(await jobs('send-digest', owner.id)).toHaveLength(1);
      await expect(digest(owner)).rejects.toThrow();
      // The process died here, before or after the mail went: the next makes the same mail.
      const [first, again] = [await rooms.get(GatherDigest).run(owner.id), await rooms.get(GatherDigest).run(owner.id)];
      expect([first?.id, first?.text]).toEqual([again?.id, again?.text]);
      await up();
      await digest(owner);
      await digest(owner);
      await release();
    });
    expect(received).toHaveLength(1);
    const words = plainOf(String(received[0]));
    expect(words).toContain('สรุปแจ้งเตือนประจำวัน 25 พฤศจิกายน 2569 2 เรื่อง');
    expect(words.indexOf('ต้องดำเนินการ')).toBeLessThan(words.indexOf('เพื่อทราบ'));
    expect(words.indexOf('ส่งกลับแก้ไข')).toBeLessThan(words.indexOf('เผยแพร่แล้ว'));
    expect(await log()).toEqual([expect.objectContaining({ state: 'sent', digest: 'daily', tries: 2 }), expect.objectContaining({ state: 'sent', digest: 'daily', tries: 2 })]);
    await during(at('2026-11-25', '09:00'), () => tell(owner));
    await during(at('2026-11-26', '08:00'), () => digest(owner));
    expect(received).toHaveLength(2);
  });

  it('for a role reaches whoever stands in for it, for that time and no longer', async () => {
    const { approver, owner } = tenant.people;
    const today = bangkokDay(rooms.clock.now());
    await rooms.get(GiveDelegation).run(tenant.actors.head, { principalId: approver.id, delegateId: owner.id, role: 'approver', kind: 'acting', orderNumber: '1/2569', from: today, until: today });
    const toldOf = async (title: string, instant: Date) => {
      await during(instant, () => rooms.transaction.act(tenant.actors.head, () => rooms.get(Notifier).toRoles(['approver'], message({ title }))));
      return (await log()).filter(({ subject }) => subject.endsWith(title)).map(({ to }) => to.address).sort();
    };
    const over = endOfBangkokDayExclusive(today);
    expect(await toldOf('ระหว่างทำแทน', new Date(over.getTime() - 1))).toEqual([approver.email, owner.email].sort());
    expect(await toldOf('หลังทำแทน', over)).toEqual([approver.email]);
  });

  it('of one person from two units comes in one digest, and shows each unit only its own', async () => {
    const other = await aTenant(rooms, { network: tenant.network });
    const { supervisor } = tenant.network;
    await choose(supervisor, { pace: 'weekly', quiet: null });
    for (const unit of [tenant, other]) await during(at('2026-11-24', '10:00'), () => rooms.transaction.act(unit.actors.head, () => rooms.get(Notifier).toSupervisors(message({ kind: 'report_sent', title: `รายงาน ${unit.slug}` }))));
    await up();
    await during(at('2026-11-27', '08:00'), () => digest(supervisor));
    expect(received).toEqual([]);
    await during(at('2026-11-30', '08:00'), () => digest(supervisor));
    expect(received).toHaveLength(1);
    const words = plainOf(String(received[0]));
    for (const unit of [tenant, other]) expect(words).toContain(`รายงาน ${unit.slug}`);
    expect((await log()).filter(({ to }) => to.address === supervisor.email)).toHaveLength(1);
  });
});
