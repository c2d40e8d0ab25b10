import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable } from '@nestjs/common';
import { Clock, newId } from '@prongsai/kernel/core';
import { bangkokDay } from '@prongsai/kernel/thai';
import type { TenantRole } from '@prongsai/kernel/workflow';
import { consoleOrigin, SETTINGS, type Settings } from '@prongsai/platform/config';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import { delegationInForceSql, inForceSql } from './in-force';
import { mailTiming, usualWish, type MailWish } from './mail/mail-timing';
import { escapeHtml, mailPage } from './mail/mail-text';
import { MailMessage, Notice } from './notice.entity';

export interface Message {
  kind: string;
  title: string;
  body: string;
  /** Path in the console, with `@` for the unit's slug, or an absolute address. */
  path: string;
}

interface Recipient {
  id: string;
  name: string;
  email: string;
}

const quiet = new AsyncLocalStorage<true>();

/** Runs `work` so that notices are written but no mail is sent: history told by the demo. */
export function withoutMail<T>(work: () => Promise<T>): Promise<T> {
  return quiet.run(true, work);
}

/** Whether mail is held back here. */
export function isQuiet(): boolean {
  return quiet.getStore() === true;
}

/** Tells people, inside the act's transaction: a notice in the console and a mail through the outbox. */
@Injectable()
export class Notifier {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Tells everyone who holds one of the roles today or stands in for one who does, except the one who acted. */
  async toRoles(roles: readonly TenantRole[], message: Message, exceptAccountId?: string): Promise<void> {
    const people: Recipient[] = await this.transaction.manager.query(
      `select distinct account.id, account.name, account.email
       from appointment join account on account.id = appointment.account_id
       where appointment.role = any($1) and ${inForceSql('$2::date')} and account.suspended_at is null
       union
       select account.id, account.name, account.email
       from delegation join account on account.id = delegation.delegate_id
       where delegation.tenant_id = app.tenant_id() and delegation.role = any($1) and ${delegationInForceSql('$3::timestamptz', '$2::date')} and account.suspended_at is null`,
      [roles, bangkokDay(this.clock.now()), this.clock.now()],
    );
    await this.send(people.filter((person) => person.id !== exceptAccountId), message);
  }

  /** Tells one member of the unit. */
  async toAccount(accountId: string, message: Message): Promise<void> {
    const people: Recipient[] = await this.transaction.manager.query(
      'select id, name, email from account where id = $1 and suspended_at is null',
      [accountId],
    );
    await this.send(people, message);
  }

  /** Tells the supervisors of the unit's network. */
  async toSupervisors(message: Message): Promise<void> {
    const people: Recipient[] = await this.transaction.manager.query('select account_id as id, name, email from app.network_watchers()');
    await this.send(people, message);
  }

  /** Mails somebody who has no account here; nothing shows it in the console. `path` is an absolute address. */
  async toAddress(person: { name: string; email: string }, message: Message): Promise<void> {
    if (isQuiet()) return;
    const [tenant] = await this.transaction.manager.query('select short_name_th as name from tenant where id = app.tenant_id()');
    await this.mail({ ...person, id: null }, message, message.path, String(tenant.name), null, usualWish);
  }

  private async send(people: Recipient[], message: Message): Promise<void> {
    if (people.length === 0) return;
    const { manager } = this.transaction;
    const [tenant] = await manager.query('select slug, short_name_th as name from tenant where id = app.tenant_id()');
    const link = message.path.startsWith('/') ? `${consoleOrigin(this.settings)}${message.path.replace('/t/@/', `/t/${tenant.slug}/`)}` : message.path;
    const wishes = isQuiet() ? new Map<string, MailWish>() : await this.wishesOf(people);
    for (const person of people) {
      const notice = { id: newId(), accountId: person.id, accountName: person.name, kind: message.kind, title: message.title, body: message.body, link, createdAt: this.clock.now() };
      await manager.createQueryBuilder().insert().into(Notice).values(notice).updateEntity(false).execute();
      if (!isQuiet()) await this.mail(person, message, link, tenant.name, notice.id, wishes.get(person.id) ?? usualWish);
    }
  }

  private async wishesOf(people: Recipient[]): Promise<Map<string, MailWish>> {
    const rows: Array<MailWish & { id: string }> = await this.transaction.manager.query(
      'select account_id as id, pace, quiet_from as "quietFrom", quiet_until as "quietUntil" from app.mail_wishes($1)', [people.map(({ id }) => id)],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async mail(person: { id: string | null; name: string; email: string }, message: Message, link: string, unit: string, noticeId: string | null, wish: MailWish): Promise<void> {
    const now = this.clock.now();
    const { dueAt, digest } = mailTiming(now, wish, message.kind);
    const mail = {
      id: newId(), noticeId, accountId: person.id, unitName: unit, toAddress: person.email, toName: person.name, subject: `[${unit}] ${message.title}`,
      textBody: `${message.title}\n\n${message.body}\n\n${link}\n`, htmlBody: htmlOf(message, link), createdAt: now, tries: 0, dueAt, digest,
    };
    await this.transaction.manager.createQueryBuilder().insert().into(MailMessage).values(mail).updateEntity(false).execute();
    // What waits for its hour is asked for by the sweep, by the business clock.
    if (!dueAt) await this.outbox.enqueue('send-mail', { mailId: mail.id }, `send-mail:${mail.id}`);
  }
}

function htmlOf(message: Message, link: string): string {
  const paragraphs = [message.title, message.body].filter(Boolean).map((text) => `<p>${escapeHtml(text)}</p>`);
  return mailPage(`${paragraphs.join('')}<p><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></p>`);
}
