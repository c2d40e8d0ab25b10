import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tries of a mail job: as many as the queue can count, some twenty years. A mail server that is away loses nothing (SPEC 14). */
const forEver = 32767;

/** When each person wants mail, what waits for its hour or its digest, and whom mail does not reach. */
export class DeliverMail20261124001500 implements MigrationInterface {
  name = 'DeliverMail20261124001500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role prongsai_owner;
      create table account_mail (
        account_id uuid primary key references account (id),
        pace text not null default 'at_once' check (pace in ('at_once','daily','weekly')),
        -- Minutes after midnight in Asia/Bangkok; a period may go over midnight.
        quiet_from integer check (quiet_from between 0 and 1439),
        quiet_until integer check (quiet_until between 0 and 1439),
        -- The address that the mail server refused for good, until a mail arrives there again.
        bounced_at timestamptz,
        bounced_address text,
        bounce_reason text,
        check ((quiet_from is null) = (quiet_until is null)),
        check (quiet_from <> quiet_until)
      );
      alter table account_mail enable row level security; alter table account_mail force row level security;
      grant select, insert (account_id, pace, quiet_from, quiet_until), update (pace, quiet_from, quiet_until) on account_mail to prongsai_staff;
      create policy account_mail_read on account_mail for select to prongsai_staff using (account_id = app.account_id());
      create policy account_mail_make on account_mail for insert to prongsai_staff with check (account_id = app.account_id());
      create policy account_mail_change on account_mail for update to prongsai_staff using (account_id = app.account_id()) with check (account_id = app.account_id());
      grant select, insert, update on account_mail to prongsai_gate;
      create policy account_mail_gate on account_mail to prongsai_gate using (true) with check (true);

      alter table mail_message
        add column account_id uuid references account (id), add column unit_name text, add column due_at timestamptz,
        add column digest text check (digest in ('daily','weekly')), add column digest_id uuid, add column bounced_at timestamptz,
        add constraint mail_digest_has_its_hour check (digest is null or (due_at is not null and account_id is not null and notice_id is not null)),
        add constraint mail_sent_or_bounced check (sent_at is null or bounced_at is null);
      create index mail_message_due on mail_message (due_at) where due_at is not null and sent_at is null and bounced_at is null;
      create index mail_message_account on mail_message (account_id) where digest is not null;
      -- What a mail says and to whom stays as it was written.
      revoke update on mail_message from prongsai_staff;
      grant update (due_at, digest_id, sent_at, bounced_at, tries, last_error) on mail_message to prongsai_staff;
      -- A digest gathers what waits for one person, whichever unit it comes from; inside a unit only that unit's mails show.
      create policy mail_message_own on mail_message for select to prongsai_staff using (app.tenant_id() is null and account_id = app.account_id());
      create policy mail_message_own_mark on mail_message for update to prongsai_staff
        using (app.tenant_id() is null and account_id = app.account_id()) with check (app.tenant_id() is null and account_id = app.account_id());
      grant select on mail_message to prongsai_gate;
      create policy mail_message_gate on mail_message for select to prongsai_gate using (true);
      reset role;

      update mail_message set account_id = notice.account_id from notice where notice.tenant_id = mail_message.tenant_id and notice.id = mail_message.notice_id;

      set role prongsai_gate;
      create function app.mail_wishes(wanted uuid[])
        returns table (account_id uuid, pace text, quiet_from integer, quiet_until integer, bounced_at timestamptz, bounced_address text)
        language sql stable security definer set search_path = pg_catalog, public
        begin atomic
          select account_mail.account_id, account_mail.pace, account_mail.quiet_from, account_mail.quiet_until, account_mail.bounced_at, account_mail.bounced_address
          from account_mail where account_mail.account_id = any(wanted);
        end;
      create function app.mail_bounced(wanted uuid, address text, reason text) returns void
        language sql volatile security definer set search_path = pg_catalog, public
        begin atomic
          insert into account_mail (account_id, bounced_at, bounced_address, bounce_reason) values (wanted, app.now(), address, reason)
          on conflict (account_id) do update set bounced_at = excluded.bounced_at, bounced_address = excluded.bounced_address, bounce_reason = excluded.bounce_reason;
        end;
      create function app.mail_arrived(wanted uuid, address text) returns void
        language sql volatile security definer set search_path = pg_catalog, public
        begin atomic
          update account_mail set bounced_at = null, bounced_address = null, bounce_reason = null where account_id = wanted and bounced_address = address;
        end;
      create function app.mails_due() returns table (tenant_id uuid, id uuid, account_id uuid, digest text)
        language sql stable security definer set search_path = pg_catalog, public
        begin atomic
          select mail.tenant_id, mail.id, mail.account_id, mail.digest from mail_message mail
          where mail.due_at <= app.now() and mail.sent_at is null and mail.bounced_at is null
            and not exists (select from account where account.id = mail.account_id and account.suspended_at is not null);
        end;
      revoke all on function app.mail_wishes(uuid[]), app.mail_bounced(uuid, text, text), app.mail_arrived(uuid, text), app.mails_due() from public;
      grant execute on function app.mail_wishes(uuid[]), app.mail_bounced(uuid, text, text), app.mail_arrived(uuid, text), app.mails_due() to prongsai_staff;
      reset role;

      set role prongsai_jobs;
      ${enqueue(`case when task = 'send-mail' then ${forEver} else 25 end`)}
      ${enqueueForAccount(String(forEver))}
      -- Asked for every minute while anything waits: one that waits, runs or is tried again stands for all of them.
      create function app.enqueue_digest(wanted_account uuid) returns void
        language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      begin
        perform graphile_worker.add_job('send-digest', json_build_object('accountId', wanted_account),
          job_key => 'account:' || wanted_account::text || ':send-digest', job_key_mode => 'unsafe_dedupe', max_attempts => ${forEver});
      end $$;
      revoke all on function app.enqueue_digest(uuid) from public;
      grant execute on function app.enqueue_digest(uuid) to prongsai_staff;
      -- What waits, or was given up, is tried as long as what comes after.
      update graphile_worker._private_jobs set max_attempts = ${forEver}
        where task_id in (select id from graphile_worker._private_tasks where identifier in ('send-mail', 'send-account-link'));
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role prongsai_jobs;
      drop function app.enqueue_digest(uuid);
      ${enqueue('25')}
      ${enqueueForAccount('25')}
      reset role;
      drop function app.mails_due(); drop function app.mail_arrived(uuid, text); drop function app.mail_bounced(uuid, text, text); drop function app.mail_wishes(uuid[]);
      drop policy mail_message_gate on mail_message; drop policy mail_message_own on mail_message; drop policy mail_message_own_mark on mail_message;
      revoke select on mail_message from prongsai_gate;
      grant update on mail_message to prongsai_staff;
      alter table mail_message drop column account_id cascade, drop column unit_name, drop column due_at cascade, drop column digest cascade, drop column digest_id, drop column bounced_at cascade;
      drop table account_mail;
    `);
  }
}

function enqueue(attempts: string): string {
  return `create or replace function app.enqueue(task text, payload json, wanted_key text default null, wanted_run_at timestamptz default null)
        returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      begin
        if app.tenant_id() is null then
          raise exception 'a job needs the tenant of the act that asks for it';
        end if;
        -- The tenant comes from the transaction, never from the caller.
        perform graphile_worker.add_job(task, (payload::jsonb || jsonb_build_object('tenantId', app.tenant_id()))::json,
          job_key => case when wanted_key is null then null else app.tenant_id()::text || ':' || wanted_key end,
          run_at => wanted_run_at, max_attempts => ${attempts});
      end $$;`;
}

function enqueueForAccount(attempts: string): string {
  return `create or replace function app.enqueue_for_account(task text, wanted_account uuid, payload json) returns void
        language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      begin
        perform graphile_worker.add_job(task, (payload::jsonb || jsonb_build_object('accountId', wanted_account))::json,
          job_key => 'account:' || wanted_account::text || ':' || task, max_attempts => ${attempts});
      end $$;`;
}
