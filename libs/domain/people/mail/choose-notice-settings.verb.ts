import { Injectable } from '@nestjs/common';
import type { NoticeSettingsBody, NoticeSettingsView } from '@prongsai/kernel/contracts';
import { notFound } from '@prongsai/kernel/core';
import type { Actor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { Account } from '../account.entity';
import { AccountMail } from '../notice.entity';

/** A person chooses when they want mail. What waits already goes at the hour that was chosen before. Nobody's work, so no entry of the trail. */
@Injectable()
export class ChooseNoticeSettings {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Answers the settings as they now are. */
  async run(actor: Pick<Actor, 'accountId'>, { pace, quiet }: NoticeSettingsBody): Promise<NoticeSettingsView> {
    const accountId = actor.accountId ?? notFound();
    return this.transaction.act({ accountId }, async () => {
      await this.transaction.manager.query(
        `insert into account_mail (account_id, pace, quiet_from, quiet_until) values ($1, $2, $3, $4)
         on conflict (account_id) do update set pace = excluded.pace, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until`,
        [accountId, pace, quiet ? minutesOf(quiet.from) : null, quiet ? minutesOf(quiet.until) : null],
      );
      return this.settingsOf({ accountId });
    });
  }

  /** The actor's own settings; the usual ones while nothing was chosen. */
  async settingsOf(actor: Pick<Actor, 'accountId'>): Promise<NoticeSettingsView> {
    const accountId = actor.accountId ?? notFound();
    return this.transaction.act({ accountId }, async () => {
      const { manager } = this.transaction;
      const account = (await manager.getRepository(Account).findOneBy({ id: accountId })) ?? notFound();
      const chosen = await manager.getRepository(AccountMail).findOneBy({ accountId });
      const quiet = chosen && chosen.quietFrom !== null && chosen.quietUntil !== null ? { from: clockOf(chosen.quietFrom), until: clockOf(chosen.quietUntil) } : null;
      return { pace: chosen?.pace ?? 'at_once', quiet, email: account.email, bouncedAt: chosen?.bouncedAddress === account.email ? (chosen.bouncedAt?.toISOString() ?? null) : null };
    });
  }
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
