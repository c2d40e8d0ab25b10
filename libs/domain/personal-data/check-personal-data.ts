import { Injectable } from '@nestjs/common';
import type { Clearances, PersonalDataFinding, PersonalDataView } from '@prongsai/kernel/contracts';
import { Clock, Refusal } from '@prongsai/kernel/core';
import type { TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import type { StoredFile } from '@prongsai/domain/files';
import { Tenant } from '@prongsai/domain/tenant';
import { In } from 'typeorm';
import { PersonalDataClearance } from './clearance.entity';
import { FileReading } from './file-reading.entity';
import { findPersonalData, type Found } from './finder/find-personal-data';
import { findingText } from './finding-words';
import { piecesOf, type RequestTexts } from './request-texts';

type CheckedFile = Pick<StoredFile, 'id' | 'name'>;

/** Stands between a request and the public: what was found in it must be taken out or have a reason (SPEC 6). */
@Injectable()
export class CheckPersonalData {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** What is found in the request's words and files now, with the reasons given so far. Needs an open transaction. */
  async tell(request: RequestTexts, files: readonly CheckedFile[]): Promise<PersonalDataView> {
    const readings = await this.readings(files);
    const given = await this.given(request.id);
    const findings = (await this.found(request, files, readings)).map((finding) => ({ ...finding, clearance: given.get(finding.id) ?? null }));
    return { findings, files: files.map(({ id, name }) => ({ id, name, state: readings.get(id)?.state ?? 'waiting' })) };
  }

  /**
   * Keeps the reasons and lets the request pass. Throws PERSONAL_DATA with every finding that has none yet; nothing is
   * kept then. Inside the act that sends or publishes it; writes to the audit trail.
   */
  async pass(actor: TenantActor, request: RequestTexts, files: readonly CheckedFile[], clearances: Clearances = []): Promise<void> {
    const { findings } = await this.tell(request, files);
    const reasons = new Map(clearances.filter(({ reason }) => reason !== '').map(({ findingId, reason }) => [findingId, reason]));
    const owed = findings.filter(({ id, clearance }) => !clearance && !reasons.has(id));
    if (owed.length > 0) {
      throw new Refusal('PERSONAL_DATA', {
        detail: owed[0]?.text,
        errors: owed.map(({ id, kind, text }) => ({ path: `clearances.${id}`, code: kind, text })), extra: { findings: owed },
      });
    }
    const cleared = findings.flatMap((finding) => {
      const reason = reasons.get(finding.id);
      return reason === undefined || reason === finding.clearance?.reason ? [] : [{ ...finding, reason }];
    });
    await this.keep(actor, request.id, cleared);
  }

  private async keep(actor: TenantActor, requestId: string, cleared: ReadonlyArray<PersonalDataFinding & { reason: string }>): Promise<void> {
    if (cleared.length === 0) return;
    const rows = cleared.map(({ id, reason }) => ({ tenantId: actor.tenantId, requestId, findingId: id, reason, clearedBy: actor.accountId, clearedAt: this.clock.now() }));
    await this.transaction.manager.getRepository(PersonalDataClearance).upsert(rows, ['tenantId', 'requestId', 'findingId']);
    const findings = cleared.map(({ id, kind, fileId, where, places, count, reason }) => ({ findingId: id, kind, fileId, where, places, count, reason }));
    await this.audit.record('request.personal_data_cleared', 'request', requestId, { findings });
  }

  private async readings(files: readonly CheckedFile[]): Promise<Map<string, FileReading>> {
    if (files.length === 0) return new Map();
    const rows = await this.transaction.manager.getRepository(FileReading).findBy({ fileId: In(files.map(({ id }) => id)) });
    return new Map(rows.map((row) => [row.fileId, row]));
  }

  private async found(request: RequestTexts, files: readonly CheckedFile[], readings: ReadonlyMap<string, FileReading>): Promise<PersonalDataFinding[]> {
    const unit = await this.transaction.manager.getRepository(Tenant).findOneBy({ id: request.tenantId });
    const ownPhones = [unit?.phone, request.contact?.phone].filter((phone) => phone !== null && phone !== undefined);
    const inWords = findPersonalData(piecesOf(request), ownPhones).map((one) => findingOf(one, null));
    return [...inWords, ...files.flatMap((file) => (readings.get(file.id)?.found ?? []).map((one) => findingOf(one, file)))];
  }

  private async given(requestId: string): Promise<Map<string, { reason: string; by: string; at: string }>> {
    const rows: Array<{ finding_id: string; reason: string; name: string; cleared_at: Date }> = await this.transaction.manager.query(
      `select finding_id, reason, account.name, cleared_at from personal_data_clearance join account on account.id = cleared_by where request_id = $1`, [requestId],
    );
    return new Map(rows.map((row) => [row.finding_id, { reason: row.reason, by: row.name, at: row.cleared_at.toISOString() }]));
  }
}

function findingOf({ key, kind, count, places, samples }: Found, file: CheckedFile | null): PersonalDataFinding {
  const where = file?.name ?? 'ข้อความในคำขอ';
  return {
    id: file ? `${file.id}:${key}` : key, kind, fileId: file?.id ?? null, where, places, count, samples,
    text: findingText({ kind, count, places }, where), clearance: null,
  };
}
