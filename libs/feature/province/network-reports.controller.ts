import { Body, Controller, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { FiscalYearQuery, NetworkReportLine, NoBody, PageQuery, pageOf, ReportReturnBody, ReportView, RoundBody, RoundView } from '@prongsai/kernel/contracts';
import { Clock } from '@prongsai/kernel/core';
import { fiscalYearOf } from '@prongsai/kernel/thai';
import { inNetwork, type NetworkActor } from '@prongsai/platform/access';
import { ApiRoute, CurrentActor, decodeCursor, pageOfRows, type Page } from '@prongsai/platform/http';
import { AcceptReport, AddFollowUpRound, afterRound, NetworkReportReader, ReturnReport } from '@prongsai/domain/reporting';

const path = '/networks/:network';
const ListQuery = PageQuery.extend(FiscalYearQuery.shape);

/** The network's rounds, and what its units send. */
@Controller()
export class NetworkReportsController {
  constructor(
    private readonly clock: Clock,
    private readonly reports: NetworkReportReader,
    private readonly addRound: AddFollowUpRound,
    private readonly acceptReport: AcceptReport,
    private readonly returnReport: ReturnReport,
  ) {}

  @ApiRoute('GET', `${path}/reports`, { access: inNetwork('read', 'NetworkReport'), summary: 'Every unit in every round of a fiscal year (B.E.), this year by default', query: ListQuery, response: pageOf(NetworkReportLine) })
  async list(@CurrentActor() actor: NetworkActor, @Query() query: z.infer<typeof ListQuery>): Promise<Page<NetworkReportLine>> {
    const [dueAt, code, slug] = query.cursor ? decodeCursor(query.cursor, 3) : [];
    const after = dueAt && code && slug ? { ...afterRound(dueAt, code), slug } : null;
    const lines = await this.reports.list(actor, { fiscalYear: query.fiscalYear ?? fiscalYearOf(this.clock.now()), after, limit: query.limit + 1 });
    return pageOfRows(lines, query.limit, (last) => [last.dueToProvinceAt, last.round, last.tenant.slug]);
  }

  @ApiRoute('GET', `${path}/rounds`, { access: inNetwork('read', 'Round'), summary: 'Rounds of the network, the last due first; of one fiscal year (B.E.) or all', query: ListQuery, response: pageOf(RoundView) })
  async listRounds(@CurrentActor() actor: NetworkActor, @Query() query: z.infer<typeof ListQuery>): Promise<Page<RoundView>> {
    const after = query.cursor ? afterRound(...(decodeCursor(query.cursor, 2) as [string, string])) : null;
    const rounds = await this.reports.listRounds(actor, { fiscalYear: query.fiscalYear, after, limit: query.limit + 1 });
    return pageOfRows(rounds, query.limit, (last) => [last.dueToProvinceAt, last.round]);
  }

  @ApiRoute('POST', `${path}/rounds`, { access: inNetwork('write', 'Round'), summary: 'Add a named follow-up round', body: RoundBody, response: RoundView, status: 201 })
  add(@CurrentActor() actor: NetworkActor, @Body() body: RoundBody): Promise<RoundView> {
    return this.addRound.run(actor, body);
  }

  @ApiRoute('POST', `${path}/reports/:id/accept`, { access: inNetwork('accept', 'NetworkReport'), summary: 'Accept a report that was sent', body: NoBody, response: ReportView })
  async accept(@CurrentActor() actor: NetworkActor, @Param('id') id: string): Promise<ReportView> {
    await this.acceptReport.run(actor, id);
    return this.reports.get(actor, id);
  }

  @ApiRoute('POST', `${path}/reports/:id/return`, { access: inNetwork('accept', 'NetworkReport'), summary: 'Send a report back with advice', body: ReportReturnBody, response: ReportView })
  async giveBack(@CurrentActor() actor: NetworkActor, @Param('id') id: string, @Body() body: z.infer<typeof ReportReturnBody>): Promise<ReportView> {
    await this.returnReport.run(actor, id, body.comment);
    return this.reports.get(actor, id);
  }
}
