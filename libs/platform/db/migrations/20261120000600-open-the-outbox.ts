import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runMigrations } from 'graphile-worker';
import { poolOf } from '../pool-of';

/**
 * The outbox is graphile-worker's own job table, in a schema that `prongsai_jobs` owns and nobody else may touch.
 * Applications reach it through `app.enqueue` alone, inside the act's transaction.
 */
export class OpenTheOutbox20261120000600 implements MigrationInterface {
  name = 'OpenTheOutbox20261120000600';
  /** graphile-worker migrates on a connection of its own. */
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    const [{ database }] = await runner.query('select current_database() as database');
    await runner.query(`grant create on database "${database}" to prongsai_jobs`);
    await runner.query('create schema if not exists graphile_worker authorization prongsai_jobs');
    const pool = poolOf(runner.connection.options, 'prongsai_jobs');
    try {
      await runMigrations({ pgPool: pool });
    } finally {
      await pool.end();
    }
    await runner.query(`revoke create on database "${database}" from prongsai_jobs`);
    await runner.query(`
      set role prongsai_jobs;
      -- A worker that has been silent for 30 seconds is dead, and its jobs are free again (SPEC 20).
      create table graphile_worker.prongsai_heartbeat (worker_id text primary key, beat_at timestamptz not null default clock_timestamp());
      create or replace function app.enqueue(task text, payload json, wanted_key text default null, wanted_run_at timestamptz default null)
        returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      begin
        if app.tenant_id() is null then
          raise exception 'a job needs the tenant of the act that asks for it';
        end if;
        -- The tenant comes from the transaction, never from the caller.
        perform graphile_worker.add_job(task, (payload::jsonb || jsonb_build_object('tenantId', app.tenant_id()))::json,
          job_key => case when wanted_key is null then null else app.tenant_id()::text || ':' || wanted_key end,
          run_at => wanted_run_at, max_attempts => 25);
      end $$;
      revoke all on function app.enqueue(text, json, text, timestamptz) from public;
      grant execute on function app.enqueue(text, json, text, timestamptz) to prongsai_staff;
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.enqueue(text, json, text, timestamptz)');
    await runner.query('drop schema graphile_worker cascade');
  }
}
