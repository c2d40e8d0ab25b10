import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links by which a person sets a password: an invitation, or a forgotten one. Only their hash is kept. */
export class CreateAccountLinks20261120000700 implements MigrationInterface {
  name = 'CreateAccountLinks20261120000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role prongsai_owner;
      -- Real time throughout: a link is a credential, not a business record.
      create table account_link (
        id uuid primary key,
        account_id uuid not null references account (id),
        purpose text not null check (purpose in ('invite','reset')),
        secret_hash text not null unique,
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index account_link_account on account_link (account_id, created_at);
      alter table account_link enable row level security; alter table account_link force row level security;
      grant insert on account_link to prongsai_staff;
      grant select, update on account_link to prongsai_gate;
      grant update (password_hash) on account to prongsai_gate;
      create policy account_link_make on account_link for insert to prongsai_staff with check (true);
      create policy account_link_gate on account_link to prongsai_gate using (true) with check (true);
      create policy account_gate_password on account for update to prongsai_gate using (true) with check (true);
      reset role;

      set role prongsai_gate;
      -- One use, in time, for an account that may sign in; answers the account, or null.
      create function app.set_password_by_link(wanted_secret_hash text, new_password_hash text) returns uuid
        language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      declare
        who uuid;
      begin
        update account_link link set used_at = clock_timestamp()
        from account
        where link.secret_hash = wanted_secret_hash and link.used_at is null and link.expires_at > clock_timestamp()
          and account.id = link.account_id and account.suspended_at is null
        returning link.account_id into who;
        if who is null then return null; end if;
        update account set password_hash = new_password_hash where id = who;
        -- Whatever other links are out are worth nothing now.
        update account_link set used_at = clock_timestamp() where account_id = who and used_at is null;
        return who;
      end $$;
      create function app.account_may_get_link(wanted uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog, public
        begin atomic
          select not exists (select from account_link where account_id = wanted and created_at > clock_timestamp() - interval '5 minutes');
        end;
      create function app.account_address(wanted uuid) returns table (email text, name text)
        language sql stable security definer set search_path = pg_catalog, public
        begin atomic select account.email, account.name from account where account.id = wanted and account.suspended_at is null; end;
      revoke all on function app.set_password_by_link(text, text), app.account_may_get_link(uuid), app.account_address(uuid) from public;
      grant execute on function app.set_password_by_link(text, text), app.account_may_get_link(uuid), app.account_address(uuid) to prongsai_staff;
      reset role;

      set role prongsai_jobs;
      -- A job for a person rather than for a unit: the one kind that has no tenant.
      create function app.enqueue_for_account(task text, wanted_account uuid, payload json) returns void
        language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      begin
        perform graphile_worker.add_job(task, (payload::jsonb || jsonb_build_object('accountId', wanted_account))::json,
          job_key => 'account:' || wanted_account::text || ':' || task, max_attempts => 25);
      end $$;
      revoke all on function app.enqueue_for_account(text, uuid, json) from public;
      grant execute on function app.enqueue_for_account(text, uuid, json) to prongsai_staff;
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.enqueue_for_account(text, uuid, json);
      drop function app.account_address(uuid); drop function app.account_may_get_link(uuid); drop function app.set_password_by_link(text, text);
      drop policy account_gate_password on account; revoke update (password_hash) on account from prongsai_gate; drop table account_link;
    `);
  }
}
