import { Injectable } from '@nestjs/common';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';

/** Puts what has waited for its hour into the outbox: mails held through quiet hours, and one digest for each person. */
@Injectable()
export class ReleaseMails {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly outbox: Outbox,
  ) {}

  /** Safe to repeat: a mail is released once, in the transaction that asks for it; a digest that is asked for already stays one. */
  async run(): Promise<void> {
    const due: Array<{ tenant_id: string; id: string; account_id: string; digest: string | null }> = await this.transaction.act({}, () =>
      this.transaction.manager.query('select tenant_id, id, account_id, digest from app.mails_due()'),
    );
    for (const tenantId of new Set(due.filter(({ digest }) => digest === null).map((mail) => mail.tenant_id))) {
      await this.transaction.act({ tenantId, reach: 'unit' }, () => this.releaseOf(due.filter((mail) => mail.tenant_id === tenantId && mail.digest === null).map(({ id }) => id)));
    }
    const readers = new Set(due.filter(({ digest }) => digest !== null).map((mail) => mail.account_id));
    if (readers.size > 0) await this.transaction.act({}, () => this.transaction.manager.query('select app.enqueue_digest(wanted) from unnest($1::uuid[]) wanted', [[...readers]]));
  }

  private async releaseOf(ids: string[]): Promise<void> {
    const [rows]: [Array<{ id: string }>, number] = await this.transaction.manager.query(
      'update mail_message set due_at = null where tenant_id = app.tenant_id() and id = any($1) and due_at is not null and digest is null returning id', [ids],
    );
    for (const { id } of rows) await this.outbox.enqueue('send-mail', { mailId: id }, `send-mail:${id}`);
  }
}
