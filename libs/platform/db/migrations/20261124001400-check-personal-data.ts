import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the personal-data check read in each file, and the reasons for which a finding passed (SPEC 6). No number is kept in clear. */
export class CheckPersonalData20261124001400 implements MigrationInterface {
  name = 'CheckPersonalData20261124001400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role prongsai_owner;
      create table file_reading (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        file_id uuid not null,
        state text not null check (state in ('waiting','read','unreadable')),
        -- Kind, count, places, masked samples and a key of each; one entry per kind.
        found jsonb not null default '[]' check (jsonb_typeof(found) = 'array'),
        -- Begun so often; what ends the process every time is given up.
        tries integer not null default 0 check (tries >= 0),
        read_at timestamptz,
        primary key (tenant_id, file_id),
        foreign key (tenant_id, file_id) references stored_file (tenant_id, id) on delete cascade,
        check ((state = 'waiting') = (read_at is null))
      );
      create table personal_data_clearance (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        request_id uuid not null,
        finding_id text not null check (length(finding_id) between 1 and 100),
        reason text not null check (length(reason) between 1 and 500),
        cleared_by uuid not null references account (id),
        cleared_at timestamptz not null,
        primary key (tenant_id, request_id, finding_id),
        foreign key (tenant_id, request_id) references publication_request (tenant_id, id) on delete cascade
      );
      alter table file_reading enable row level security; alter table file_reading force row level security;
      alter table personal_data_clearance enable row level security; alter table personal_data_clearance force row level security;
      grant select, insert, update, delete on file_reading, personal_data_clearance to prongsai_staff;
      create policy file_reading_unit on file_reading to prongsai_staff
        using (tenant_id = app.tenant_id() and app.reach() = 'unit') with check (tenant_id = app.tenant_id() and app.reach() = 'unit');
      create policy personal_data_clearance_unit on personal_data_clearance to prongsai_staff
        using (tenant_id = app.tenant_id() and app.reach() = 'unit') with check (tenant_id = app.tenant_id() and app.reach() = 'unit');
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table personal_data_clearance, file_reading;');
  }
}
