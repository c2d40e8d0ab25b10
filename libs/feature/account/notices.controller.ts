import { Body, Controller } from '@nestjs/common';
import type { z } from 'zod';
import { NoticesRead, NoticesReadBody } from '@prongsai/kernel/contracts';
import { inTenant, type TenantActor } from '@prongsai/platform/access';
import { ApiRoute, CurrentActor } from '@prongsai/platform/http';
import { MarkNoticesRead } from '@prongsai/domain/people';

/** A person's own notices of a unit. */
@Controller()
export class NoticesController {
  constructor(private readonly markRead: MarkNoticesRead) {}

  @ApiRoute('POST', '/tenants/:slug/notices/read', { access: inTenant('read', 'Notice'), summary: 'Mark own notices as read', body: NoticesReadBody, response: NoticesRead })
  async read(@CurrentActor() actor: TenantActor, @Body() body: NoticesReadBody): Promise<z.infer<typeof NoticesRead>> {
    return { unread: await this.markRead.run(actor, body.ids ?? 'all') };
  }
}
