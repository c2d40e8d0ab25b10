import { Body, Controller, Param } from '@nestjs/common';
import { ClinicBody, ClinicDayBody, ClinicPatch, ClinicView, NoBody, OpeningHoursBody, OpeningHoursView, pageOf } from '@prongsai/kernel/contracts';
import { notFound } from '@prongsai/kernel/core';
import { inTenant, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { ApiRoute, CurrentActor, type Page } from '@prongsai/platform/http';
import { AddClinic, ChangeClinicDay, HoursReader, RemoveClinic, SaveClinic, SetOpeningHours, TakeBackClinicDay } from '@prongsai/domain/hours';

const clinics = '/tenants/:slug/clinics';
const mayRead = inTenant('read', 'Hours');
const mayChange = inTenant('change', 'Hours');

/** When a unit and its clinics are open (เวลาทำการ, คลินิก). */
@Controller()
export class HoursController {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly hours: HoursReader,
    private readonly setOpeningHours: SetOpeningHours,
    private readonly addClinic: AddClinic,
    private readonly saveClinic: SaveClinic,
    private readonly removeClinic: RemoveClinic,
    private readonly changeClinicDay: ChangeClinicDay,
    private readonly takeBackClinicDay: TakeBackClinicDay,
  ) {}

  @ApiRoute('GET', '/tenants/:slug/opening-hours', { access: mayRead, summary: 'The unit\'s opening hours; version 0 when it has entered none', response: OpeningHoursView })
  show(@CurrentActor() actor: TenantActor): Promise<OpeningHoursView> {
    return this.transaction.act(actor, () => this.hours.opening(actor));
  }

  @ApiRoute('PUT', '/tenants/:slug/opening-hours', { access: mayChange, summary: 'Write the opening hours as a whole', body: OpeningHoursBody, response: OpeningHoursView })
  set(@CurrentActor() actor: TenantActor, @Body() body: OpeningHoursBody): Promise<OpeningHoursView> {
    return this.transaction.act(actor, async () => {
      await this.setOpeningHours.run(actor, body);
      return this.hours.opening(actor);
    });
  }

  @ApiRoute('GET', clinics, { access: mayRead, summary: 'Clinics in their order, with the days that differ', response: pageOf(ClinicView) })
  list(@CurrentActor() actor: TenantActor): Promise<Page<ClinicView>> {
    return this.transaction.act(actor, async () => ({ items: await this.hours.clinics(actor), nextCursor: null }));
  }

  @ApiRoute('POST', clinics, { access: mayChange, summary: 'Add a clinic', body: ClinicBody, response: ClinicView, status: 201 })
  add(@CurrentActor() actor: TenantActor, @Body() body: ClinicBody): Promise<ClinicView> {
    return this.transaction.act(actor, async () => this.one(actor, await this.addClinic.run(actor, body)));
  }

  @ApiRoute('PATCH', `${clinics}/:id`, { access: mayChange, summary: 'Change a clinic', body: ClinicPatch, response: ClinicView })
  save(@CurrentActor() actor: TenantActor, @Param('id') id: string, @Body() body: ClinicPatch): Promise<ClinicView> {
    return this.transaction.act(actor, async () => {
      await this.saveClinic.run(actor, id, body);
      return this.one(actor, id);
    });
  }

  @ApiRoute('DELETE', `${clinics}/:id`, { access: mayChange, summary: 'Take a clinic out of the table', body: NoBody, status: 204 })
  async remove(@CurrentActor() actor: TenantActor, @Param('id') id: string): Promise<void> {
    await this.removeClinic.run(actor, id);
  }

  @ApiRoute('POST', `${clinics}/:id/days`, { access: mayChange, summary: 'Other hours on one day, or none; replaces an earlier change of that day', body: ClinicDayBody, response: ClinicView })
  changeDay(@CurrentActor() actor: TenantActor, @Param('id') id: string, @Body() body: ClinicDayBody): Promise<ClinicView> {
    return this.transaction.act(actor, async () => {
      await this.changeClinicDay.run(actor, id, body);
      return this.one(actor, id);
    });
  }

  @ApiRoute('DELETE', `${clinics}/:id/days/:day`, { access: mayChange, summary: 'Take the change of a day back', body: NoBody, response: ClinicView })
  takeBackDay(@CurrentActor() actor: TenantActor, @Param('id') id: string, @Param('day') day: string): Promise<ClinicView> {
    return this.transaction.act(actor, async () => {
      await this.takeBackClinicDay.run(actor, id, day);
      return this.one(actor, id);
    });
  }

  private async one(actor: TenantActor, id: string): Promise<ClinicView> {
    const [clinic] = await this.hours.clinics(actor, id);
    return clinic ?? notFound();
  }
}
