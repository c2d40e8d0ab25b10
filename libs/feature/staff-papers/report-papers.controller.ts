import { Controller, Param } from '@nestjs/common';
import { PaperList } from '@prongsai/kernel/contracts';
import { notFound } from '@prongsai/kernel/core';
import { inTenant, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { ApiRoute, contentDisposition, CurrentActor, PlainAnswer } from '@prongsai/platform/http';
import { MakeReportPapers, PaperReader, PreviewPaper } from '@prongsai/domain/papers';
import { ReportReader, type ReportPlace } from '@prongsai/domain/reporting';

const path = '/tenants/:slug/reports/:fiscalYear/:round/papers';
/** Last parts of a preview's address, and the paper that each shows. */
const previews: Record<string, 'report_memo' | 'monitoring_report' | 'report_register'> = { memo: 'report_memo', report: 'monitoring_report', register: 'report_register' };

/** Memo, report and register of a round: as they stand, and as they were sent. */
@Controller()
export class ReportPapersController {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly papers: PaperReader,
    private readonly reports: ReportReader,
    private readonly make: MakeReportPapers,
    private readonly preview: PreviewPaper,
  ) {}

  @ApiRoute('GET', path, { access: inTenant('read', 'Paper'), summary: 'Papers of a report that was sent; asked for here when there are none yet', response: PaperList })
  list(@CurrentActor() actor: TenantActor, @Param('slug') slug: string, @Param('fiscalYear') fiscalYear: string, @Param('round') round: string): Promise<PaperList> {
    return this.transaction.act(actor, async () => {
      const { id, state } = await this.reports.get(actor, placeOf(fiscalYear, round));
      if (!id) return { items: [] };
      await this.make.ask(actor.tenantId, { id, state });
      return { items: await this.papers.list(actor, { reportId: id }, `/api/v1/tenants/${slug}/papers`) };
    });
  }

  @ApiRoute('GET', `${path}/:kind`, { access: inTenant('read', 'Paper'), summary: 'The `memo`, `report` or `register` as it stands now, as PDF' })
  async show(@CurrentActor() actor: TenantActor, @Param('fiscalYear') fiscalYear: string, @Param('round') round: string, @Param('kind') kind: string): Promise<PlainAnswer> {
    const wanted = (Object.hasOwn(previews, kind) && previews[kind]) || notFound();
    const { name, bytes } = await this.preview.ofReport(actor, placeOf(fiscalYear, round), wanted);
    return new PlainAnswer(bytes, 'application/pdf', { 'content-disposition': contentDisposition('inline', name), 'cache-control': 'private, no-store' });
  }
}

/** The report that the address names. Throws NOT_FOUND when the year is no year. */
function placeOf(fiscalYear: string, round: string): ReportPlace {
  if (!/^2[5-7]\d\d$/.test(fiscalYear)) notFound();
  return { fiscalYear: Number(fiscalYear), round };
}
