import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests that somebody records for an owner without an account, the answer that is owed to them, and a unit's named templates. */
export class RecordRequestsKeepTemplates20261124001110 implements MigrationInterface {
  name = 'RecordRequestsKeepTemplates20261124001110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role prongsai_owner;
      alter table publication_request
        -- Recorded for the person named as contact, who has no account here; the recorder is the requester (four eyes).
        add column recorded boolean not null default false,
        add column answer_owed_at timestamptz,
        add column answered_at timestamptz,
        add column answered_by uuid references account (id),
        add column answer_note text;
      alter table publication_request add constraint request_answer_recorded check (answer_owed_at is null or recorded);
      create index publication_request_answer on publication_request (tenant_id, answer_owed_at) where answer_owed_at is not null;

      create table request_template (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        id uuid not null,
        name text not null check (length(name) between 1 and 100),
        fields jsonb not null check (jsonb_typeof(fields) = 'object'),
        made_by uuid not null references account (id),
        made_at timestamptz not null,
        primary key (tenant_id, id),
        unique (tenant_id, name)
      );
      alter table request_template enable row level security; alter table request_template force row level security;
      grant select, insert, update, delete on request_template to prongsai_staff;
      create policy request_template_unit on request_template to prongsai_staff
        using (tenant_id = app.tenant_id() and app.reach() = 'unit') with check (tenant_id = app.tenant_id() and app.reach() = 'unit');
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table request_template;
      alter table publication_request drop column recorded cascade, drop column answer_owed_at cascade, drop column answered_at, drop column answered_by, drop column answer_note;
    `);
  }
}
