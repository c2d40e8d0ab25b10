import { Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import { bangkokDay } from '@prongsai/kernel/thai';
import type { NetworkRole, TenantRole } from '@prongsai/kernel/workflow';
import { networkAbility, tenantAbility, type NetworkActor, type TenantActor } from '@prongsai/platform/access';
import type { ActorDirectory } from '@prongsai/platform/auth';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { Account } from './account.entity';
import { inForceSql } from './in-force';

type Person = { id: string; name: string };

/** Who a signed-in account is in a unit or a network, from the appointments in force today. */
@Injectable()
export class AppointedActors implements ActorDirectory {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  async findAccount(accountId: string): Promise<Person | null> {
    const account = await this.transaction.act({ accountId }, () => this.transaction.manager.getRepository(Account).findOneBy({ id: accountId }));
    return account && !account.suspendedAt ? { id: account.id, name: account.name } : null;
  }

  async findInTenant(account: Person, slug: string, what: string): Promise<TenantActor | null> {
    const member = await this.findMember(account, slug);
    if (member) return member;
    const [networkActor, tenantId] = await this.findThroughNetwork(account, slug);
    if (!networkActor || !tenantId) return null;
    const actor: TenantActor = { ...networkActor, tenantId, reach: 'network' };
    // Each entry of a network role is recorded and visible to the unit (SPEC 3).
    const scope = { accountId: account.id, tenantId, reach: 'network' as const };
    await this.transaction.act(scope, () => this.audit.record('tenant.entered', 'tenant', tenantId, { what, roles: actor.roles }));
    return actor;
  }

  async findInNetwork(account: Person, network: string): Promise<NetworkActor | null> {
    const rows: Array<{ id: string; role: NetworkRole }> = await this.transaction.act({ accountId: account.id }, () =>
      this.transaction.manager.query(
        `select network.id, held.role from network_appointment held join network on network.id = held.network_id
         where held.account_id = $1 and held.ended_at is null and network.slug = $2`,
        [account.id, network],
      ),
    );
    const [first] = rows;
    if (!first) return null;
    const roles = rows.map((row) => row.role);
    return { accountId: account.id, name: account.name, networkId: first.id, reach: 'network', roles, ability: networkAbility(roles, 'network') };
  }

  private async findMember(account: Person, slug: string): Promise<TenantActor | null> {
    const accountId = account.id;
    const [place]: Array<{ id: string }> = await this.transaction.act({ accountId }, () =>
      this.transaction.manager.query(
        `select tenant.id from tenant
         join member on member.tenant_id = tenant.id and member.account_id = $1 and member.suspended_at is null
         where tenant.slug = $2`,
        [accountId, slug],
      ),
    );
    if (!place) return null;
    // Inside the unit, because whether a past term still counts depends on the other web masters.
    const rows: Array<{ role: TenantRole }> = await this.transaction.act({ accountId, tenantId: place.id, reach: 'unit' }, () =>
      this.transaction.manager.query(
        `select distinct role from appointment where account_id = $1 and ${inForceSql('$2::date')}`,
        [accountId, bangkokDay(this.clock.now())],
      ),
    );
    if (rows.length === 0) return null;
    const roles = rows.map((row) => row.role);
    return { accountId, name: account.name, tenantId: place.id, reach: 'unit', roles, ability: tenantAbility(accountId, roles) };
  }

  private async findThroughNetwork(account: Person, slug: string): Promise<[Omit<TenantActor, 'tenantId' | 'reach'> | null, string | null]> {
    const held: Array<{ network_id: string; role: NetworkRole }> = await this.transaction.act({ accountId: account.id }, () =>
      this.transaction.manager.query('select network_id, role from network_appointment where account_id = $1 and ended_at is null', [account.id]),
    );
    for (const networkId of new Set(held.map((row) => row.network_id))) {
      const [tenant]: Array<{ id: string }> = await this.transaction.act({ accountId: account.id, networkId }, () =>
        this.transaction.manager.query('select id from tenant where slug = $1 and network_id = $2', [slug, networkId]),
      );
      if (tenant) {
        const roles = held.filter((row) => row.network_id === networkId).map((row) => row.role);
        return [{ accountId: account.id, name: account.name, roles, ability: networkAbility(roles, 'tenant') }, tenant.id];
      }
    }
    return [null, null];
  }
}
