import { Body, Controller, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { CountedList, CountedQuery, FiscalYearQuery, NoBody, PageQuery, pageOf, ReportDraftBody, ReportLine, ReportView } from '@prongsai/kernel/contracts';
import { notFound } from '@prongsai/kernel/core';
import { inTenant, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { ApiRoute, CurrentActor, decodeCursor, pageOfRows, type Page } from '@prongsai/platform/http';
import { AcknowledgeReport, afterRound, CountedReader, DraftReport, ReportReader, SendReport, SubmitReport, type AfterRound, type ReportPlace } from '@prongsai/domain/reporting';

const list = '/tenants/:slug/reports';
const one = `${list}/:fiscalYear/:round`;
const ListQuery = PageQuery.extend(FiscalYearQuery.shape);
const CountedListQuery = PageQuery.extend(CountedQuery.shape);

/** The unit's reports: list, draft, submit to the head, acknowledge, send to the province. */
@Controller()
export class ReportsController {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly reader: ReportReader,
    private readonly counted: CountedReader,
    private readonly draftReport: DraftReport,
    private readonly submitReport: SubmitReport,
    private readonly acknowledgeReport: AcknowledgeReport,
    private readonly sendReport: SendReport,
  ) {}

  @ApiRoute('GET', list, { access: inTenant('read', 'Report'), summary: 'Rounds of the network with the unit\'s state, the last due first; of one fiscal year (B.E.) or all', query: ListQuery, response: pageOf(ReportLine) })
  list(@CurrentActor() actor: TenantActor, @Query() query: z.infer<typeof ListQuery>): Promise<Page<ReportLine>> {
    const { fiscalYear, limit } = query;
    return this.transaction.act(actor, async () =>
      pageOfRows(await this.reader.list(actor, { fiscalYear, after: afterOf(query.cursor), limit: limit + 1 }), limit, (last) => [last.dueToProvinceAt, last.round]),
    );
  }

  @ApiRoute('GET', one, { access: inTenant('read', 'Report'), summary: 'One report: counted now, or as it was sent', response: ReportView })
  show(@CurrentActor() actor: TenantActor, @Param('fiscalYear') fiscalYear: string, @Param('round') round: string): Promise<ReportView> {
    return this.transaction.act(actor, () => this.reader.get(actor, placeOf(fiscalYear, round)));
  }

  @ApiRoute('GET', `${one}/counted`, { access: inTenant('read', 'Publication'), summary: 'The list behind a figure of a report: as many things as it counts', query: CountedListQuery, response: CountedList })
  listCounted(@CurrentActor() actor: TenantActor, @Param('fiscalYear') fiscalYear: string, @Param('round') round: string, @Query() query: z.infer<typeof CountedListQuery>): Promise<CountedList> {
    const [at, key] = query.cursor ? decodeCursor(query.cursor, 2) : [];
    const after = at && key ? { at: afterRound(at, key).dueAt, key } : null;
    return this.transaction.act(actor, async () => {
      const { things, ...told } = await this.counted.list(actor, placeOf(fiscalYear, round), query, { after, limit: query.limit + 1 });
      const page = pageOfRows(things, query.limit, (last) => [last.at, last.key]);
      return { ...told, nextCursor: page.nextCursor, items: page.items.map(({ key: _key, ...thing }) => thing) };
    });
  }

  @ApiRoute('PUT', one, { access: inTenant('draft', 'Report'), summary: 'Write problems and suggestions', body: ReportDraftBody, response: ReportView })
  draft(@CurrentActor() actor: TenantActor, @Param('fiscalYear') fiscalYear: string, @Param('round') round: string, @Body() body: ReportDraftBody): Promise<ReportView> {
    return this.act(actor, placeOf(fiscalYear, round), (place) => this.draftReport.run(actor, place, body));
  }

  @ApiRoute('POST', `${one}/submit`, { access: inTenant('submit', 'Report'), summary: 'Sign it and put it to the head', body: NoBody, response: ReportView })
  submit(@CurrentActor() actor: TenantActor, @Param('fiscalYear') fiscalYear: string, @Param('round') round: string): Promise<ReportView> {
    return this.act(actor, placeOf(fiscalYear, round), (place) => this.submitReport.run(actor, place));
  }

  @ApiRoute('POST', `${one}/acknowledge`, { access: inTenant('acknowledge', 'Report'), summary: 'The head takes note', body: NoBody, response: ReportView })
  acknowledge(@CurrentActor() actor: TenantActor, @Param('fiscalYear') fiscalYear: string, @Param('round') round: string): Promise<ReportView> {
    return this.act(actor, placeOf(fiscalYear, round), (place) => this.acknowledgeReport.run(actor, place));
  }

  @ApiRoute('POST', `${one}/send`, { access: inTenant('send', 'Report'), summary: 'Send it to the province; its figures are frozen', body: NoBody, response: ReportView })
  send(@CurrentActor() actor: TenantActor, @Param('fiscalYear') fiscalYear: string, @Param('round') round: string): Promise<ReportView> {
    return this.act(actor, placeOf(fiscalYear, round), (place) => this.sendReport.run(actor, place));
  }

  /** An act and the report as it is after it, in one transaction. */
  private act(actor: TenantActor, place: ReportPlace, verb: (place: ReportPlace) => Promise<unknown>): Promise<ReportView> {
    return this.transaction.act(actor, async () => {
      await verb(place);
      return this.reader.get(actor, place);
    });
  }
}

/** The report that the address names. Throws NOT_FOUND when the year is no year. */
function placeOf(fiscalYear: string, round: string): ReportPlace {
  if (!/^2[5-7]\d\d$/.test(fiscalYear)) notFound();
  return { fiscalYear: Number(fiscalYear), round };
}

function afterOf(cursor: string | undefined): AfterRound | null {
  return cursor ? afterRound(...(decodeCursor(cursor, 2) as [string, string])) : null;
}
