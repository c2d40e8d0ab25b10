import { Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import type { MemberView, NoticeView } from '@prongsai/kernel/contracts';
import { bangkokDay } from '@prongsai/kernel/thai';
import type { NetworkRole, TenantRole, TenantState } from '@prongsai/kernel/workflow';
import type { TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { Tenant } from '@prongsai/domain/tenant';
import { EndAppointment } from './end-appointment.verb';
import { inForceSql } from './in-force';

/** Reads the people of a unit, and a person's own places. */
@Injectable()
export class MemberReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly endAppointment: EndAppointment,
  ) {}

  /** Members with the appointments in force today, by Thai name; `after` is the last member id of the page before. */
  async list(actor: TenantActor): Promise<MemberView[]> {
    const { manager } = this.transaction;
    const tenant = await manager.getRepository(Tenant).findOneByOrFail({ id: actor.tenantId });
    const rows: Array<Record<string, string | null> & { bounced_at: Date | null }> = await manager.query(
      `select member.id as member_id, member.account_id, account.name, account.email, account.position, member.suspended_at::text as suspended_at, member.shown_publicly::text as shown, told.bounced_at,
              appointment.id, appointment.role, work_group.name as work_group, appointment.order_number,
              appointment.from_on::text as from_on, appointment.until_on::text as until_on
       from member
       join account on account.id = member.account_id
       left join app.mail_wishes(array(select account_id from member)) told on told.account_id = account.id and told.bounced_address = account.email
       left join appointment on appointment.tenant_id = member.tenant_id and appointment.member_id = member.id and ${inForceSql('$1::date')}
       left join work_group on work_group.tenant_id = appointment.tenant_id and work_group.id = appointment.work_group_id
       order by member.id, appointment.id`,
      [bangkokDay(this.clock.now())],
    );
    const members = new Map<string, MemberView>();
    for (const row of rows) {
      const id = row['member_id'] as string;
      const member = members.get(id) ?? {
        id, accountId: row['account_id'] as string, name: row['name'] as string, email: row['email'] as string,
        position: row['position'] ?? null, suspended: row['suspended_at'] !== null, bouncedAt: row.bounced_at?.toISOString() ?? null, shownPublicly: row['shown'] === 'true', appointments: [],
      };
      members.set(id, member);
      if (!row['id']) continue;
      const role = row['role'] as TenantRole;
      const reasons = this.endAppointment.reasons(actor, { role, suspendedAt: null }, tenant);
      member.appointments.push({
        id: row['id'], role, workGroup: row['work_group'] ?? null, orderNumber: row['order_number'] ?? null,
        from: row['from_on'] as string, until: row['until_on'] ?? null, abilities: { end: { allowed: reasons.length === 0, reasons } },
      });
    }
    return [...members.values()].sort((a, b) => a.name.localeCompare(b.name, 'th'));
  }

  /** The places of the signed-in person, for the console's switcher. Runs in the person's own scope. */
  async placesOf(accountId: string): Promise<{
    account: { id: string; name: string; email: string; position: string | null };
    memberships: Array<{ slug: string; name: string; shortName: string; state: TenantState; roles: TenantRole[] }>;
    networks: Array<{ slug: string; name: string; roles: NetworkRole[] }>;
  }> {
    return this.transaction.look({ accountId }, async () => {
      const { manager } = this.transaction;
      const [account] = await manager.query('select id, name, email, position from account where id = $1', [accountId]);
      const memberships: Array<{ slug: string; name: string; shortName: string; state: TenantState; roles: TenantRole[] }> = await manager.query(
        `select tenant.slug, tenant.name_th as name, tenant.short_name_th as "shortName", tenant.state, array_agg(distinct appointment.role order by appointment.role) as roles
         from appointment
         join member on member.tenant_id = appointment.tenant_id and member.id = appointment.member_id and member.suspended_at is null
         join tenant on tenant.id = appointment.tenant_id
         where appointment.account_id = $1 and ${inForceSql('$2::date')}
         group by tenant.id order by tenant.slug`,
        [accountId, bangkokDay(this.clock.now())],
      );
      // What is lent shows the screens; what it allows is judged inside the unit, where the giver's own role is known.
      const lent: Array<{ slug: string; role: TenantRole }> = await manager.query(
        `select tenant.slug, delegation.role from delegation join tenant on tenant.id = delegation.tenant_id
         where delegation.delegate_id = $1 and delegation.ended_at is null and delegation.starts_at <= $2 and delegation.ends_at > $2`,
        [accountId, this.clock.now()],
      );
      for (const { slug, role } of lent) {
        const place = memberships.find((one) => one.slug === slug);
        if (place && !place.roles.includes(role)) place.roles.push(role);
      }
      const networks = await manager.query(
        `select network.slug, network.name_th as name, array_agg(distinct held.role order by held.role) as roles
         from network_appointment held join network on network.id = held.network_id
         where held.account_id = $1 and held.ended_at is null group by network.id order by network.slug`,
        [accountId],
      );
      return { account, memberships, networks };
    });
  }

  /**
   * Notices of the unit: all of them, or one person's own; what `reader` has not read comes first, and each part is newest
   * first. `before` names the last of the page before: whether it was unread, and its id.
   */
  async listNotices(reader: string, accountId: string | null, before: { isUnread: boolean; id: string } | null, limit: number): Promise<NoticeView[]> {
    const rows: Array<Record<string, string | Date | null>> = await this.transaction.manager.query(
      `select id, kind, title, body, link, account_id, account_name, created_at, read_at from notice
       where tenant_id = app.tenant_id() and ($1::uuid is null or account_id = $1) and ($2::uuid is null or (account_id = $4::uuid and read_at is null, id) < ($5::boolean, $2::uuid))
       order by (account_id = $4 and read_at is null) desc, id desc limit $3`,
      [accountId, before?.id ?? null, limit, reader, before?.isUnread ?? null],
    );
    return rows.map((row) => ({
      id: row['id'] as string, kind: row['kind'] as string, title: row['title'] as string, body: row['body'] as string, link: row['link'] as string | null,
      to: { id: row['account_id'] as string, name: row['account_name'] as string },
      createdAt: (row['created_at'] as Date).toISOString(), readAt: row['read_at'] ? (row['read_at'] as Date).toISOString() : null,
    }));
  }

  /** How many notices of this person in the unit are not read yet. */
  async countUnread(accountId: string | null): Promise<number> {
    const [row]: Array<{ count: string }> = await this.transaction.manager.query(
      'select count(*) from notice where tenant_id = app.tenant_id() and account_id = $1 and read_at is null', [accountId],
    );
    return Number(row?.count);
  }
}
