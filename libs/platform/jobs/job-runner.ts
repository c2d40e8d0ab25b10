import { EventEmitter } from 'node:events';
import { Logger, run, type Runner } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Logger as Log } from 'pino';
import { patientPool } from './patient-pool';

/** What a task gets: the ids that the act named, with the tenant that the database added. */
export type JobPayload = { tenantId?: string } & Record<string, unknown>;

/** Does one kind of job. It may run twice: it must find out by row id what is already done. */
export interface JobHandler {
  readonly task: string;
  run(payload: JobPayload): Promise<void>;
}
export const JOB_HANDLERS = Symbol('job handlers');

const heartbeatMs = 10_000;
const silentSeconds = 30;

/** Runs the outbox: graphile-worker with a heartbeat, so that a killed worker's jobs are free within a minute. */
export class JobRunner {
  private readonly pool: Pool;
  private readonly workerIds = new Set<string>();
  private runner: Runner | null = null;
  private heart: NodeJS.Timeout | null = null;

  constructor(
    url: string,
    private readonly handlers: readonly JobHandler[],
    private readonly log: Log,
  ) {
    this.pool = patientPool({ connectionString: url, max: 6 });
    const lost = (error: Error) => log.warn({ err: error }, 'job connection lost');
    this.pool.on('error', lost);
    this.pool.on('connect', (client) => client.on('error', lost));
  }

  /** Starts working. `schedule` is crontab text in UTC, for example `* * * * * sweep`. */
  async start(schedule: string, options: { concurrency?: number; pollMs?: number } = {}): Promise<void> {
    const events = new EventEmitter();
    // Jobs are locked by the pool of workers, not by the single worker.
    events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => this.workerIds.add(workerPool.id));
    this.runner = await run({
      pgPool: this.pool,
      concurrency: options.concurrency ?? 3,
      pollInterval: options.pollMs ?? 2_000,
      noHandleSignals: true,
      crontab: schedule,
      events: events as never,
      logger: new Logger(() => (level, message) => (level === 'error' ? this.log.error(message) : level === 'warning' ? this.log.warn(message) : undefined)),
      taskList: Object.fromEntries(this.handlers.map((handler) => [handler.task, (payload: unknown) => handler.run((payload ?? {}) as JobPayload)])),
    });
    await this.beat();
    this.heart = setInterval(() => void this.beat().catch((error) => this.log.warn({ err: error }, 'heartbeat failed')), heartbeatMs);
  }

  /** Asks for a task that belongs to no tenant (the sweep); a waiting one is enough. */
  async ask(task: string): Promise<void> {
    await this.pool.query('select graphile_worker.add_job($1, $2::json, job_key => $1)', [task, '{}']);
  }

  /** Lets running jobs finish, then stops. */
  async stop(): Promise<void> {
    if (this.heart) clearInterval(this.heart);
    await this.runner?.stop();
    await this.pool.query('delete from graphile_worker.prongsai_heartbeat where worker_id = any($1)', [[...this.workerIds]]).catch(() => undefined);
    await this.pool.end();
  }

  /** Says "alive" for this process's workers and frees the jobs of those that fell silent. */
  async beat(): Promise<void> {
    await this.pool.query(
      `insert into graphile_worker.prongsai_heartbeat (worker_id) select unnest($1::text[])
       on conflict (worker_id) do update set beat_at = clock_timestamp()`,
      [[...this.workerIds]],
    );
    await this.pool.query(
      `select graphile_worker.force_unlock_workers(array(
         select distinct job.locked_by from graphile_worker._private_jobs job
         where job.locked_by is not null and job.locked_at < clock_timestamp() - make_interval(secs => $1)
           and not exists (select from graphile_worker.prongsai_heartbeat alive
                           where alive.worker_id = job.locked_by and alive.beat_at > clock_timestamp() - make_interval(secs => $1))))`,
      [silentSeconds],
    );
  }
}
