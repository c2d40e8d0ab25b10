import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the province reads of a unit without entering it: why a requirement stands as it does, and whom to call. */
export class TellTheProvinceWhy20261124000400 implements MigrationInterface {
  name = 'TellTheProvinceWhy20261124000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role prongsai_views;
      create view report.requirement_fact with (security_barrier) as
        select network_id, tenant_id, fiscal_year, code, facts from requirement_status where network_id = app.network_id();
      create view report.unit_contact with (security_barrier) as
        select network_id, id as tenant_id, phone, email, head_title from tenant where network_id = app.network_id();
      grant select on report.requirement_fact, report.unit_contact to prongsai_report;
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('set role prongsai_views; drop view report.unit_contact, report.requirement_fact; reset role;');
  }
}
