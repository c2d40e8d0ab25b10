import { Injectable } from '@nestjs/common';
import { Clock, isId, notFound } from '@prongsai/kernel/core';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { PaperPress } from '@prongsai/platform/pdf';
import { MonitoringReport, Round, type ReportPlace } from '@prongsai/domain/reporting';
import { RequestReader } from '@prongsai/domain/requests';
import { ReportFactsReader } from './facts/report-facts.reader';
import { RequestFactsReader } from './facts/request-facts.reader';
import { fileNameOf, orderOf } from './wording/paper-order';

type ReportPaperKind = 'report_memo' | 'monitoring_report' | 'report_register';

/** Papers of a request or a report as they would be now; nothing is kept. Set in the press's own thread. */
@Injectable()
export class PreviewPaper {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly requests: RequestFactsReader,
    private readonly reports: ReportFactsReader,
    private readonly reader: RequestReader,
    private readonly press: PaperPress,
  ) {}

  /** Memo, report or register of a round as they stand now, or as they were sent. Throws 403 or NOT_FOUND. */
  async ofReport(actor: TenantActor, place: ReportPlace, kind: ReportPaperKind): Promise<{ name: string; bytes: Buffer }> {
    checkAllowed(actor, 'read', 'Paper');
    const facts = await this.transaction.act(actor, async () => {
      const { manager } = this.transaction;
      const round = (await manager.getRepository(Round).findOneBy({ fiscalYear: place.fiscalYear, code: place.round })) ?? notFound();
      return this.reports.of(actor.tenantId, round, await manager.getRepository(MonitoringReport).findOneBy({ tenantId: actor.tenantId, roundId: round.id }));
    });
    const title = `${facts.round.title} ปีงบประมาณ ${facts.fiscalYear}`;
    return { name: fileNameOf(kind, '', title, 'pdf'), bytes: await this.press.set(orderOf({ ...facts, kind }, { title, createdAt: this.clock.now() })) };
  }

  /** Whoever may read the request may see its papers. Throws 403 or NOT_FOUND. */
  async run(actor: TenantActor, requestId: string, kind: 'request_form' | 'publication_memo'): Promise<{ name: string; bytes: Buffer }> {
    checkAllowed(actor, 'read', 'Paper');
    if (!isId(requestId)) notFound();
    const facts = await this.transaction.act(actor, async () => {
      await this.reader.get(actor, requestId);
      return this.requests.of(actor.tenantId, requestId);
    });
    const title = facts.title || 'คำขอที่ยังไม่ได้ตั้งหัวข้อ';
    const bytes = await this.press.set(orderOf({ ...facts, kind }, { title, createdAt: this.clock.now() }));
    return { name: fileNameOf(kind, facts.number ?? '', title, 'pdf'), bytes };
  }
}
