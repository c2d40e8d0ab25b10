import { Injectable } from '@nestjs/common';
import type { AuditChoices, AuditLine, AuditQuery } from '@prongsai/kernel/contracts';
import { compareThai } from '@prongsai/kernel/thai';
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

/** How many entries back the choices of a long trail are looked for. */
const choicesFrom = 20_000;

/** Reads the trail of the transaction's tenant, newest first. */
@Injectable()
export class AuditReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** At most `limit` entries that `filter` lets through, before the sequence number `before`; null begins at the newest. */
  async list(tenantId: string, before: number | null, limit: number, filter: AuditQuery = {}): Promise<AuditLine[]> {
    const rows: Row[] = await this.transaction.manager.query(
      `select seq, at, act, account_id, by_name, subject_type, subject_id, detail
       from audit_entry
       where chain_id = $1 and ($2::bigint is null or seq < $2)
         and ($4::text is null or act = $4) and ($5::text is null or subject_type = $5) and ($6::uuid is null or account_id = $6)
       order by seq desc limit $3`,
      [tenantId, before, limit, filter.act ?? null, filter.subjectType ?? null, filter.by ?? null],
    );
    return rows.map((row) => ({
      seq: row.seq,
      at: row.at.toISOString(),
      act: row.act,
      actTitle: titleOf(row.act),
      by: row.account_id ? { id: row.account_id, name: row.by_name ?? '' } : null,
      subjectType: row.subject_type,
      subjectId: row.subject_id,
      detail: row.detail,
    }));
  }

  /** The acts and the people that the unit's trail tells of, each once: acts by their words, people by name. */
  async choices(tenantId: string): Promise<AuditChoices> {
    const recent = 'chain_id = $1 and seq > (select coalesce(max(seq), 0) - $2 from audit_entry where chain_id = $1)';
    const { manager } = this.transaction;
    const acts: Array<{ act: string; subjectType: string }> = await manager.query(
      `select act, min(subject_type) as "subjectType" from audit_entry where ${recent} group by act`, [tenantId, choicesFrom],
    );
    const people: AuditChoices['people'] = await manager.query(
      `select account_id as id, max(by_name) as name from audit_entry where ${recent} and account_id is not null group by account_id`, [tenantId, choicesFrom],
    );
    return {
      acts: acts.map(({ act, subjectType }) => ({ act, subjectType, title: titleOf(act) })).sort((a, b) => compareThai(a.title, b.title)),
      people: people.map(({ id, name }) => ({ id, name: name ?? '' })).sort((a, b) => compareThai(a.name, b.name)),
    };
  }
}

function titleOf(act: string): string {
  return act in auditActs ? auditActs[act as keyof typeof auditActs] : act;
}
