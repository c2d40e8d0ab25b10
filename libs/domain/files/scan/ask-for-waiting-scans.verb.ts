import { Injectable } from '@nestjs/common';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import { StoredFile } from '../stored-file.entity';

/** Files of one unit that are asked for at once; the rest comes with the next round. */
const mostAtOnce = 500;

/**
 * Asks again for every file that waits for the scanner. A job that failed waits ever longer, up to hours; this makes the
 * longest wait after the scanner is back one round.
 */
@Injectable()
export class AskForWaitingScans {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly outbox: Outbox,
  ) {}

  /** Answers how many files wait. */
  async run(): Promise<number> {
    const units: Array<{ tenant_id: string }> = await this.transaction.act({}, () => this.transaction.manager.query('select tenant_id from app.tenants_with_waiting_files()'));
    let waiting = 0;
    for (const { tenant_id: tenantId } of units) {
      waiting += await this.transaction.act({ tenantId, reach: 'unit' }, async () => {
        const files = await this.transaction.manager.getRepository(StoredFile).find({ where: { tenantId, state: 'checking' }, order: { createdAt: 'ASC' }, take: mostAtOnce });
        for (const { id } of files) await this.outbox.enqueue('scan-file', { fileId: id }, `scan-file:${id}`);
        return files.length;
      });
    }
    return waiting;
  }
}
