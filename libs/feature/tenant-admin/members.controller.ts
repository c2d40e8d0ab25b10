import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { AddMemberBody, AppointBody, MemberView, NoBody, pageOf, ShowMemberBody } from '@prongsai/kernel/contracts';
import { notFound } from '@prongsai/kernel/core';
import { inTenant, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { ApiRoute, CurrentActor, type Page } from '@prongsai/platform/http';
import { AddMember, AppointMember, EndAppointment, MemberReader, ShowMember, SuspendMember } from '@prongsai/domain/people';

const path = '/tenants/:slug/members';

/** People of a unit and what they are appointed to. */
@Controller()
export class MembersController {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly members: MemberReader,
    private readonly addMember: AddMember,
    private readonly appointMember: AppointMember,
    private readonly endAppointment: EndAppointment,
    private readonly showMember: ShowMember,
    private readonly suspendMember: SuspendMember,
  ) {}

  @ApiRoute('GET', path, { access: inTenant('read', 'Member'), summary: 'Members with the appointments in force today', response: pageOf(MemberView) })
  list(@CurrentActor() actor: TenantActor): Promise<Page<MemberView>> {
    return this.transaction.act(actor, async () => ({ items: await this.members.list(actor), nextCursor: null }));
  }

  @ApiRoute('POST', path, { access: inTenant('appoint', 'Member'), summary: 'Bring a person in with a first appointment', body: AddMemberBody, response: MemberView, status: 201 })
  add(@CurrentActor() actor: TenantActor, @Body() body: AddMemberBody): Promise<MemberView> {
    return this.transaction.act(actor, async () => this.one(actor, await this.addMember.run(actor, body)));
  }

  @ApiRoute('PATCH', `${path}/:id`, { access: inTenant('appoint', 'Member'), summary: 'Show a person on the public page of people, or no longer', body: ShowMemberBody, response: MemberView })
  show(@CurrentActor() actor: TenantActor, @Param('id') id: string, @Body() body: ShowMemberBody): Promise<MemberView> {
    return this.transaction.act(actor, async () => {
      await this.showMember.run(actor, id, body.shownPublicly);
      return this.one(actor, id);
    });
  }

  @ApiRoute('POST', `${path}/:id/appointments`, { access: inTenant('appoint', 'Member'), summary: 'Appoint a member', body: AppointBody, response: MemberView, status: 201 })
  appoint(@CurrentActor() actor: TenantActor, @Param('id') id: string, @Body() body: AppointBody): Promise<MemberView> {
    return this.transaction.act(actor, async () => {
      await this.appointMember.run(actor, await this.known(actor, id), body);
      return this.one(actor, id);
    });
  }

  @ApiRoute('DELETE', `${path}/:id/appointments/:appointmentId`, { access: inTenant('appoint', 'Member'), summary: 'End an appointment', body: NoBody, response: MemberView })
  end(@CurrentActor() actor: TenantActor, @Param('id') id: string, @Param('appointmentId') appointmentId: string): Promise<MemberView> {
    return this.transaction.act(actor, async () => {
      await this.endAppointment.run(actor, await this.known(actor, id), appointmentId);
      return this.one(actor, id);
    });
  }

  @ApiRoute('POST', `${path}/:id/suspend`, { access: inTenant('suspend', 'Member'), summary: 'Suspend a person in the unit for safety', body: NoBody, response: z.object({ frozen: z.boolean() }) })
  suspend(@CurrentActor() actor: TenantActor, @Param('id') id: string): Promise<{ frozen: boolean }> {
    return this.transaction.act(actor, async () => this.suspendMember.run(actor, await this.known(actor, id)));
  }

  private async one(actor: TenantActor, id: string): Promise<MemberView> {
    return (await this.members.list(actor)).find((member) => member.id === id) ?? notFound();
  }

  private async known(actor: TenantActor, id: string): Promise<string> {
    return (await this.one(actor, id)).id;
  }
}
