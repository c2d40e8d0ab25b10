import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable } from '@nestjs/common';
import { escapeLiteral } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { Clock, Refusal } from '@prongsai/kernel/core';
import type { Behalf } from '@prongsai/kernel/workflow';
import type { Prelude, ReadingClient } from './reading-client';
import { isSameScope, type RepeatKey, type Scope } from './scope';

/** Data sources by login role; one process holds only those its ROLES need. */
export interface DataSources {
  staff: DataSource | null;
  site: DataSource | null;
  report: DataSource | null;
}
export const DATA_SOURCES = Symbol('data sources');

/** In which roles somebody acts: their own, and those that were lent. */
interface Office {
  ownRoles: readonly string[];
  behalf: readonly Behalf[];
}
const noOffice: Office = { ownRoles: [], behalf: [] };

interface Open {
  office?: Office;
  manager: EntityManager;
  scope: Scope;
  role: keyof DataSources;
  isReading: boolean;
  afterCommit: Array<() => void>;
}

const settingNames = ['tenant_id', 'account_id', 'network_id', 'reach', 'now'] as const;
const preludeText = `select set_config('transaction_read_only', 'on', true), ${settingNames.map((name, index) => `set_config('app.${name}', $${index + 1}, true)`).join(', ')}`;

/**
 * The only door to the database. Opens one transaction under a login role, tells PostgreSQL once whose rows it may
 * reach and what time it is, and commits or rolls back. Row-level security does the rest: without it nothing is seen.
 */
@Injectable()
export class TenantTransaction {
  private readonly ambient = new AsyncLocalStorage<Open>();
  private readonly commitListeners = new Set<(scope: Scope) => void>();

  constructor(
    @Inject(DATA_SOURCES) private readonly sources: DataSources,
    private readonly clock: Clock,
  ) {}

  /**
   * The manager of the transaction that is open here. Throws when none is: a forgotten transaction
   * would otherwise show nothing, silently.
   */
  get manager(): EntityManager {
    const open = this.ambient.getStore();
    if (!open) throw new Error('no transaction is open: wrap the work in TenantTransaction');
    return open.manager;
  }

  /** In which roles whoever opened the transaction acts. */
  get office(): Office {
    return this.ambient.getStore()?.office ?? noOffice;
  }

  /** Whether a transaction is open here. */
  get isOpen(): boolean {
    return this.ambient.getStore() !== undefined;
  }

  /** One act or reading as staff. Joins a transaction of the same scope; only the opener commits. */
  act<T>(scope: Scope & { repeat?: RepeatKey; roles?: readonly string[]; behalf?: readonly Behalf[] }, work: () => Promise<T>): Promise<T> {
    const { accountId, tenantId, networkId, reach, repeat } = scope;
    const plain: Scope = { accountId, tenantId, networkId, reach };
    const open = this.ambient.getStore();
    if (open) {
      if (open.role !== 'staff' || open.isReading || !isSameScope(open.scope, plain)) {
        throw new Error('a reading or a transaction of another scope is open: an act cannot reach into two');
      }
      return work();
    }
    const behalf = scope.behalf ?? [];
    const office = { behalf, ownRoles: (scope.roles ?? []).filter((role) => !behalf.some((lent) => lent.role === role)) };
    return this.open(plain, office, () => (repeat && accountId ? this.once(repeat, work) : work()));
  }

  /** A reading as staff, without the two trips of an act's beginning and end. Joins an act or a reading of the same scope. */
  look<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
    return this.join('staff', scope, work);
  }

  /** A citizen's reading of one unit, or of the public list of units when no tenant is named. Read-only. */
  site<T>(scope: { tenantId?: string }, work: () => Promise<T>): Promise<T> {
    return this.join('site', { tenantId: scope.tenantId }, work);
  }

  /** A network's reading of its report views. Read-only. */
  report<T>(scope: { networkId: string }, work: () => Promise<T>): Promise<T> {
    return this.join('report', { networkId: scope.networkId }, work);
  }

  /** Runs `effect` in this process once the open transaction has been committed; never when it rolls back. */
  afterCommit(effect: () => void): void {
    const open = this.ambient.getStore();
    if (!open) throw new Error('no transaction is open');
    open.afterCommit.push(effect);
  }

  /** Calls `listener` with the scope after each commit as staff in this process, before whoever acted gets an answer. */
  whenCommitted(listener: (scope: Scope) => void): void {
    this.commitListeners.add(listener);
  }

  private join<T>(role: keyof DataSources, scope: Scope, work: () => Promise<T>): Promise<T> {
    const open = this.ambient.getStore();
    if (!open) return this.read(role, scope, work);
    if (open.role !== role || !isSameScope(open.scope, scope)) throw new Error('a transaction of another scope is open');
    return work();
  }

  private async open<T>(scope: Scope, office: Office, work: () => Promise<T>): Promise<T> {
    const afterCommit: Array<() => void> = [];
    const runner = this.sourceOf('staff').createQueryRunner();
    await runner.connect();
    try {
      await runner.query(`begin; select ${this.settings(scope)}`);
      // Begun in the same trip as its settings, not by TypeORM, which is told so: its own savepoints and its end count from here.
      Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
      const result = await this.ambient.run({ manager: runner.manager, scope, office, role: 'staff', isReading: false, afterCommit }, work);
      await runner.commitTransaction();
      for (const listener of this.commitListeners) listener(scope);
      for (const effect of afterCommit) effect();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /**
   * A reading has no begin and no end of its own to wait for: what is asked at once travels as one short transaction, under
   * settings that hold for it alone.
   */
  private async read<T>(role: keyof DataSources, scope: Scope, work: () => Promise<T>): Promise<T> {
    const runner = this.sourceOf(role).createQueryRunner();
    const client = (await runner.connect()) as ReadingClient;
    client.beginReading(this.prelude(scope));
    try {
      return await this.ambient.run({ manager: runner.manager, scope, role, isReading: true, afterCommit: [] }, work);
    } finally {
      client.endReading();
      await runner.release();
    }
  }

  private sourceOf(role: keyof DataSources): DataSource {
    const source = this.sources[role];
    if (!source) throw new Error(`this process does not hold the ${role} login (see ROLES)`);
    return source;
  }

  /** What an act's transaction tells the database: whose rows it may reach, and what time it is. */
  private settings(scope: Scope): string {
    return this.told(scope).map(([name, value]) => `set_config('app.${name}', ${escapeLiteral(value)}, true)`).join(', ');
  }

  /** The same in front of what a reading asks, which moreover writes nothing. */
  private prelude(scope: Scope): Prelude {
    return { text: preludeText, values: this.told(scope).map(([, value]) => value) };
  }

  private told({ tenantId, accountId, networkId, reach }: Scope): Array<[name: string, value: string]> {
    const values = { tenant_id: tenantId, account_id: accountId, network_id: networkId, reach, now: this.clock.now().toISOString() };
    return settingNames.map((name) => [name, values[name] ?? '']);
  }

  /** The first run stores its answer in the act's own transaction; a repeat gets that answer and does nothing. */
  private async once<T>(repeat: RepeatKey, work: () => Promise<T>): Promise<T> {
    const { manager } = this;
    // The insert waits for a twin that is still running, then sees its row.
    const claimed: unknown[] = await manager.query(
      'insert into idempotent_act (key, fingerprint) values ($1, $2) on conflict do nothing returning key',
      [repeat.key, repeat.fingerprint],
    );
    if (claimed.length === 0) {
      const [earlier] = await manager.query('select fingerprint, result from idempotent_act where key = $1', [repeat.key]);
      if (!earlier || earlier.fingerprint !== repeat.fingerprint) {
        throw new Refusal('REPEATED_KEY', { detail: 'ใช้ Idempotency-Key ใหม่สำหรับคำขอใหม่' });
      }
      return earlier.result as T;
    }
    const result = await work();
    await manager.query('update idempotent_act set result = $2 where key = $1', [repeat.key, JSON.stringify(result ?? null)]);
    return result;
  }
}
