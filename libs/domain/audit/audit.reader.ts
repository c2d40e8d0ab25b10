import { Injectable } from '@nestjs/common';
import type { AuditLine } from '@prongsai/kernel/contracts';
import { TenantTransaction } from '@prongsai/platform/db';
import { auditActs } from './audit-acts';

interface Row {
  seq: number;
  at: Date;
  act: string;
  account_id: string | null;
  by_name: string | null;
  subject_type: string;
  subject_id: string | null;
  detail: Record<string, unknown>;
}

/** Reads the trail of the transaction's tenant, newest first. */
@Injectable()
export class AuditReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** At most `limit` entries before the sequence number `before`; null begins at the newest. */
  async list(tenantId: string, before: number | null, limit: number): Promise<AuditLine[]> {
    const rows: Row[] = await this.transaction.manager.query(
      `select seq, at, act, account_id, by_name, subject_type, subject_id, detail
       from audit_entry
       where chain_id = $1 and ($2::bigint is null or seq < $2)
       order by seq desc limit $3`,
      [tenantId, before, limit],
    );
    return rows.map((row) => ({
      seq: row.seq,
      at: row.at.toISOString(),
      act: row.act,
      actTitle: row.act in auditActs ? auditActs[row.act as keyof typeof auditActs] : row.act,
      by: row.account_id ? { id: row.account_id, name: row.by_name ?? '' } : null,
      subjectType: row.subject_type,
      subjectId: row.subject_id,
      detail: row.detail,
    }));
  }
}
