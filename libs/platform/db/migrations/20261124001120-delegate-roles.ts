import type { MigrationInterface, QueryRunner } from 'typeorm';

/** รักษาราชการแทน and ปฏิบัติราชการแทน (SPEC 4): who acts for an approver or head, by order and until when; and for whom a request was decided. */
export class DelegateRoles20261124001120 implements MigrationInterface {
  name = 'DelegateRoles20261124001120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role prongsai_owner;
      create table delegation (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        id uuid not null,
        principal_id uuid not null,
        delegate_id uuid not null,
        role text not null check (role in ('approver','unit_head')),
        kind text not null check (kind in ('acting','delegated')),
        order_number text,
        starts_at timestamptz not null,
        -- Exclusive: at this instant it is over, whether a job runs or not.
        ends_at timestamptz not null,
        given_by uuid not null references account (id),
        given_at timestamptz not null,
        ended_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, principal_id) references member (tenant_id, account_id),
        foreign key (tenant_id, delegate_id) references member (tenant_id, account_id),
        check (principal_id <> delegate_id),
        check (ends_at > starts_at)
      );
      create unique index delegation_once on delegation (tenant_id, principal_id, delegate_id, role, starts_at) where ended_at is null;
      create index delegation_delegate on delegation (delegate_id);
      alter table delegation enable row level security; alter table delegation force row level security;
      grant select, insert, update on delegation to prongsai_staff;
      create policy delegation_read on delegation for select to prongsai_staff using (tenant_id = app.tenant_id() or delegate_id = app.account_id());
      create policy delegation_make on delegation for insert to prongsai_staff with check (tenant_id = app.tenant_id());
      create policy delegation_change on delegation for update to prongsai_staff using (tenant_id = app.tenant_id()) with check (tenant_id = app.tenant_id());

      alter table publication_request add column decided_for uuid references account (id), add column decided_as text check (decided_as in ('acting','delegated'));
      alter table publication_request add constraint request_decided_for_someone check ((decided_for is null) = (decided_as is null));
      -- Whoever acts for the requester is the requester.
      alter table publication_request add constraint request_four_eyes_behalf check (
        approved_by is null or decided_for is null or (decided_for <> requester_id and decided_for <> last_editor_id));
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table publication_request drop column decided_for cascade, drop column decided_as cascade;
      drop table delegation;
    `);
  }
}
