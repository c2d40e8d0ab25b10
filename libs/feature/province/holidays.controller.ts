import { Body, Controller, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { FiscalYearQuery, HolidayBody, HolidayView, NoBody, PageQuery, pageOf } from '@prongsai/kernel/contracts';
import { Clock } from '@prongsai/kernel/core';
import { fiscalYearOf } from '@prongsai/kernel/thai';
import { inNetwork, type NetworkActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { ApiRoute, CurrentActor, decodeCursor, pageOfRows, type Page } from '@prongsai/platform/http';
import { AddHoliday, RemoveHoliday, TenantReader } from '@prongsai/domain/tenant';

const path = '/networks/:network/holidays';
const ListQuery = PageQuery.extend(FiscalYearQuery.shape);

/** Days off of the network. */
@Controller()
export class HolidaysController {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly tenants: TenantReader,
    private readonly addHoliday: AddHoliday,
    private readonly removeHoliday: RemoveHoliday,
  ) {}

  @ApiRoute('GET', path, { access: inNetwork('read', 'Holiday'), summary: 'Days off in a fiscal year (B.E.), this year by default', query: ListQuery, response: pageOf(HolidayView) })
  list(@CurrentActor() actor: NetworkActor, @Query() query: z.infer<typeof ListQuery>): Promise<Page<HolidayView>> {
    const after = query.cursor ? (decodeCursor(query.cursor, 1)[0] as string) : null;
    return this.transaction.act(actor, async () =>
      pageOfRows(await this.tenants.listHolidaysOf(actor.networkId, query.fiscalYear ?? fiscalYearOf(this.clock.now()), after, query.limit + 1), query.limit, (last) => [last.day]),
    );
  }

  @ApiRoute('POST', path, { access: inNetwork('write', 'Holiday'), summary: 'Add a day off', body: HolidayBody, response: HolidayView, status: 201 })
  async add(@CurrentActor() actor: NetworkActor, @Body() body: HolidayBody): Promise<HolidayView> {
    const { day, name } = await this.addHoliday.run(actor, body);
    return { day, name };
  }

  @ApiRoute('DELETE', `${path}/:day`, { access: inNetwork('write', 'Holiday'), summary: 'Remove a day off', body: NoBody, status: 204 })
  async remove(@CurrentActor() actor: NetworkActor, @Param('day') day: string): Promise<void> {
    await this.removeHoliday.run(actor, day);
  }
}
