import { Injectable } from '@nestjs/common';
import { TenantTransaction } from './tenant-transaction';

/** Asks for a side effect inside the act's transaction; the worker does it after commit, at least once. */
@Injectable()
export class Outbox {
  constructor(private readonly transaction: TenantTransaction) {}

  /**
   * Enqueues `task` for the transaction's tenant. `key` makes repeated asking one job: while it waits, a second
   * asking replaces it. The payload must name rows by id, never carry their content.
   */
  async enqueue(task: string, payload: Record<string, unknown>, key?: string): Promise<void> {
    await this.transaction.manager.query('select app.enqueue($1, $2::json, $3)', [task, JSON.stringify(payload), key ?? null]);
  }

  /**
   * The same for work that takes long: it stands in a line of its own, one of two by unit, so that nothing short waits
   * behind it.
   */
  async enqueueLong(task: string, payload: Record<string, unknown>, key: string): Promise<void> {
    await this.transaction.manager.query('select app.enqueue_long($1, $2::json, $3)', [task, JSON.stringify(payload), key]);
  }

  /** Enqueues `task` for a person rather than for a unit; a waiting one of the same task is replaced. */
  async enqueueForAccount(task: string, accountId: string, payload: Record<string, unknown>): Promise<void> {
    await this.transaction.manager.query('select app.enqueue_for_account($1, $2, $3::json)', [task, accountId, JSON.stringify(payload)]);
  }
}
