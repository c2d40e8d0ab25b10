import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '@prongsai/platform/db';
import { officeActs, type AuditAct } from './audit-acts';

/** Writes the trail. It can only be written inside the transaction of the act that it records. */
@Injectable()
export class AuditTrail {
  constructor(private readonly transaction: TenantTransaction) {}

  /**
   * Appends one entry to the chain of the transaction's tenant (or network). Who and when come from the transaction.
   * `detail` holds facts, never the text of a draft or personal data; an act of office by a stand-in also says for whom.
   * Throws when no transaction is open.
   */
  async record(act: AuditAct, subjectType: string, subjectId: string | null, detail: Record<string, unknown> = {}): Promise<void> {
    await this.transaction.manager.query('select app.record($1, $2, $3, $4::jsonb)', [act, subjectType, subjectId, JSON.stringify({ ...this.standingIn(act), ...detail })]);
  }

  private standingIn(act: AuditAct): Record<string, unknown> {
    const { ownRoles, behalf } = this.transaction.office;
    const office = officeActs[act] ?? [];
    const lent = behalf.find(({ role }) => office.includes(role));
    if (!lent || ownRoles.some((role) => (office as readonly string[]).includes(role))) return {};
    return { onBehalfOf: { id: lent.principalId, name: lent.principalName, role: lent.role, kind: lent.kind } };
  }
}
