import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAuditNoticesMail20261120000300 implements MigrationInterface {
  name = 'CreateAuditNoticesMail20261120000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role prongsai_owner;

      -- One chain per tenant, and one per network for what is done in no tenant.
      create table audit_head (
        chain_id uuid primary key,
        seq bigint not null,
        hash text not null
      );
      create table audit_entry (
        chain_id uuid not null,
        seq bigint not null,
        tenant_id uuid references tenant (id),
        network_id uuid references network (id),
        at timestamptz not null,
        recorded_at timestamptz not null,
        account_id uuid references account (id),
        by_name text,
        reach text,
        act text not null,
        subject_type text not null,
        subject_id text,
        detail jsonb not null,
        previous_hash text not null,
        hash text not null,
        primary key (chain_id, seq),
        check ((tenant_id is null) <> (network_id is null))
      );
      create index audit_entry_subject on audit_entry (chain_id, subject_type, subject_id);

      create table notice (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        id uuid not null,
        account_id uuid not null references account (id),
        account_name text not null,
        kind text not null,
        title text not null,
        body text not null,
        link text,
        created_at timestamptz not null,
        read_at timestamptz,
        primary key (tenant_id, id)
      );
      create index notice_account on notice (account_id, id);

      create table mail_message (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        id uuid not null,
        notice_id uuid,
        to_address text not null,
        to_name text not null,
        subject text not null,
        text_body text not null,
        html_body text not null,
        created_at timestamptz not null,
        sent_at timestamptz,
        tries integer not null default 0,
        last_error text,
        primary key (tenant_id, id),
        foreign key (tenant_id, notice_id) references notice (tenant_id, id)
      );

      alter table audit_head enable row level security; alter table audit_head force row level security;
      alter table audit_entry enable row level security; alter table audit_entry force row level security;
      alter table notice enable row level security; alter table notice force row level security;
      alter table mail_message enable row level security; alter table mail_message force row level security;

      grant select, insert, update on audit_head to prongsai_auditor;
      grant select, insert on audit_entry to prongsai_auditor;
      grant select on account to prongsai_auditor;
      grant select on audit_entry to prongsai_staff;
      create policy audit_head_writer on audit_head to prongsai_auditor using (true) with check (true);
      create policy audit_entry_writer on audit_entry to prongsai_auditor using (true) with check (true);
      create policy audit_account on account for select to prongsai_auditor using (true);
      create policy audit_entry_read on audit_entry for select to prongsai_staff using (
        tenant_id = app.tenant_id() or (tenant_id is null and network_id = app.network_id()));

      grant select, insert on notice to prongsai_staff;
      -- Only that it was read: an own notice could otherwise be moved into another unit.
      grant update (read_at) on notice to prongsai_staff;
      create policy notice_read on notice for select to prongsai_staff using (tenant_id = app.tenant_id() or account_id = app.account_id());
      create policy notice_make on notice for insert to prongsai_staff with check (tenant_id = app.tenant_id());
      create policy notice_mark on notice for update to prongsai_staff using (account_id = app.account_id()) with check (account_id = app.account_id());

      grant select, insert, update on mail_message to prongsai_staff;
      create policy mail_message_tenant on mail_message to prongsai_staff using (tenant_id = app.tenant_id()) with check (tenant_id = app.tenant_id());

      reset role;
      set role prongsai_auditor;
      -- The only way to write the trail: in the act's own transaction, with the act's own settings, under the chain's lock.
      create function app.record(wanted_act text, wanted_type text, wanted_id text, wanted_detail jsonb) returns bigint
        language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      declare
        chain uuid := coalesce(app.tenant_id(), app.network_id());
        last_seq bigint;
        last_hash text;
        next_hash text;
        who text;
      begin
        if chain is null or app.now() is null then
          raise exception 'an audit entry needs the transaction of the act it records';
        end if;
        insert into audit_head (chain_id, seq, hash) values (chain, 0, '') on conflict do nothing;
        select head.seq, head.hash into last_seq, last_hash from audit_head head where head.chain_id = chain for update;
        select account.name into who from account where account.id = app.account_id();
        next_hash := encode(sha256(convert_to(concat_ws('|', last_hash, chain, last_seq + 1, to_char(app.now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
          coalesce(app.account_id()::text, ''), coalesce(app.reach(), ''), wanted_act, wanted_type, coalesce(wanted_id, ''), wanted_detail::text), 'UTF8')), 'hex');
        insert into audit_entry (chain_id, seq, tenant_id, network_id, at, recorded_at, account_id, by_name, reach, act, subject_type, subject_id, detail, previous_hash, hash)
        values (chain, last_seq + 1, app.tenant_id(), case when app.tenant_id() is null then app.network_id() end, app.now(), clock_timestamp(),
          app.account_id(), who, app.reach(), wanted_act, wanted_type, wanted_id, wanted_detail, last_hash, next_hash);
        update audit_head head set seq = last_seq + 1, hash = next_hash where head.chain_id = chain;
        return last_seq + 1;
      end $$;
      revoke all on function app.record(text, text, text, jsonb) from public;
      grant execute on function app.record(text, text, text, jsonb) to prongsai_staff;
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.record(text, text, text, jsonb);
      drop table mail_message, notice, audit_entry, audit_head;
      drop policy audit_account on account;
    `);
  }
}
