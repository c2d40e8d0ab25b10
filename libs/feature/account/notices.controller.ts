import { Body, Controller, Query } from '@nestjs/common';
import type { z } from 'zod';
import { MailQuery, MailView, NoticeSettingsBody, NoticeSettingsView, NoticesRead, NoticesReadBody, PageQuery, pageOf } from '@prongsai/kernel/contracts';
import { inTenant, signedIn, type Actor, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { ApiRoute, CurrentActor, decodeCursor, pageOfRows, type Page } from '@prongsai/platform/http';
import { ChooseNoticeSettings, MailLogReader, MarkNoticesRead } from '@prongsai/domain/people';

const MailListQuery = PageQuery.extend(MailQuery.shape);

/** A person's own notices of a unit, when they are mailed about them, and what became of a unit's mails. */
@Controller()
export class NoticesController {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly markRead: MarkNoticesRead,
    private readonly settings: ChooseNoticeSettings,
    private readonly log: MailLogReader,
  ) {}

  @ApiRoute('POST', '/tenants/:slug/notices/read', { access: inTenant('read', 'Notice'), summary: 'Mark own notices as read', body: NoticesReadBody, response: NoticesRead })
  async read(@CurrentActor() actor: TenantActor, @Body() body: NoticesReadBody): Promise<z.infer<typeof NoticesRead>> {
    return { unread: await this.markRead.run(actor, body.ids ?? 'all') };
  }

  @ApiRoute('GET', '/session/notice-settings', { access: signedIn, summary: 'When the signed-in person wants mail, and whether it arrives', response: NoticeSettingsView })
  showSettings(@CurrentActor() actor: Actor): Promise<NoticeSettingsView> {
    return this.settings.settingsOf(actor);
  }

  @ApiRoute('PUT', '/session/notice-settings', { access: signedIn, summary: 'Choose when to be mailed: at once, daily or weekly, and quiet hours', body: NoticeSettingsBody, response: NoticeSettingsView })
  choose(@CurrentActor() actor: Actor, @Body() body: NoticeSettingsBody): Promise<NoticeSettingsView> {
    return this.settings.run(actor, body);
  }

  @ApiRoute('GET', '/tenants/:slug/mails', { access: inTenant('readAll', 'Notice'), summary: 'Mails of the unit and what became of them, newest first', query: MailListQuery, response: pageOf(MailView) })
  mails(@CurrentActor() actor: TenantActor, @Query() query: z.infer<typeof MailListQuery>): Promise<Page<MailView>> {
    const before = query.cursor ? (decodeCursor(query.cursor, 1)[0] as string) : null;
    return this.transaction.act(actor, async () => pageOfRows(await this.log.list(actor.tenantId, query, before, query.limit + 1), query.limit, (last) => [last.id]));
  }
}
