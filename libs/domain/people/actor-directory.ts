import { Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import { bangkokDay } from '@prongsai/kernel/thai';
import type { Behalf, NetworkRole, TenantRole } from '@prongsai/kernel/workflow';
import { networkAbility, tenantAbility, type NetworkActor, type TenantActor } from '@prongsai/platform/access';
import type { ActorDirectory, Person, Standing } from '@prongsai/platform/auth';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { DelegationReader } from './delegation.reader';
import { inForceSql } from './in-force';

interface Held {
  networkId: string;
  slug: string;
  role: NetworkRole;
}

/** Who a signed-in account is in a unit or a network, from the appointments in force today. */
@Injectable()
export class AppointedActors implements ActorDirectory {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly delegations: DelegationReader,
  ) {}

  async findPerson(accountId: string): Promise<Person | null> {
    return this.transaction.look({ accountId }, () => this.personOf(accountId));
  }

  async findInTenant(accountId: string, slug: string, what: string): Promise<Standing<TenantActor>> {
    const { person, place, held } = await this.transaction.look({ accountId }, async () => {
      const [person, [place], held] = await Promise.all([this.personOf(accountId), this.placesOf(accountId, slug), this.heldBy(accountId)]);
      return { person, place, held };
    });
    if (!person) return { person, actor: null };
    const member = place ? await this.memberOf(person, place.id) : null;
    return { person, actor: member ?? (await this.enter(person, slug, held, what)) };
  }

  async findInNetwork(accountId: string, network: string): Promise<Standing<NetworkActor>> {
    const [person, held] = await this.transaction.look({ accountId }, () => Promise.all([this.personOf(accountId), this.heldBy(accountId)]));
    const roles = held.filter(({ slug }) => slug === network).map(({ role }) => role);
    const networkId = held.find(({ slug }) => slug === network)?.networkId;
    if (!person || !networkId) return { person, actor: null };
    return { person, actor: { accountId, name: person.name, networkId, reach: 'network', roles, ability: networkAbility(roles, 'network') } };
  }

  private async personOf(accountId: string): Promise<Person | null> {
    const [person]: Person[] = await this.transaction.manager.query('select id, name from account where id = $1 and suspended_at is null', [accountId]);
    return person ?? null;
  }

  private placesOf(accountId: string, slug: string): Promise<Array<{ id: string }>> {
    return this.transaction.manager.query(
      `select tenant.id from tenant
       join member on member.tenant_id = tenant.id and member.account_id = $1 and member.suspended_at is null
       where tenant.slug = $2`,
      [accountId, slug],
    );
  }

  private heldBy(accountId: string): Promise<Held[]> {
    return this.transaction.manager.query(
      `select network.id as "networkId", network.slug, held.role from network_appointment held join network on network.id = held.network_id
       where held.account_id = $1 and held.ended_at is null`,
      [accountId],
    );
  }

  /** Inside the unit, because whether a past term still counts depends on the other web masters. */
  private async memberOf({ id: accountId, name }: Person, tenantId: string): Promise<TenantActor | null> {
    const [rows, lent] = await this.transaction.look({ accountId, tenantId, reach: 'unit' }, (): Promise<[Array<{ role: TenantRole }>, Behalf[]]> => Promise.all([
      this.transaction.manager.query(`select distinct role from appointment where account_id = $1 and ${inForceSql('$2::date')}`, [accountId, bangkokDay(this.clock.now())]),
      this.delegations.findBehalf(accountId),
    ]));
    const own = rows.map((row) => row.role);
    // A role of one's own needs no lending.
    const behalf = lent.filter(({ role }) => !own.includes(role));
    const roles = [...new Set<TenantRole>([...own, ...behalf.map(({ role }) => role)])];
    if (roles.length === 0) return null;
    return { accountId, name, tenantId, reach: 'unit', roles, behalf, ability: tenantAbility(accountId, roles) };
  }

  /** A network role in one of its units; each entry is recorded and visible to the unit (SPEC 3). */
  private async enter({ id: accountId, name }: Person, slug: string, held: readonly Held[], what: string): Promise<TenantActor | null> {
    for (const networkId of new Set(held.map((row) => row.networkId))) {
      const [tenant]: Array<{ id: string }> = await this.transaction.look({ accountId, networkId }, () =>
        this.transaction.manager.query('select id from tenant where slug = $1 and network_id = $2', [slug, networkId]),
      );
      if (!tenant) continue;
      const roles = held.filter((row) => row.networkId === networkId).map((row) => row.role);
      const scope = { accountId, tenantId: tenant.id, reach: 'network' as const };
      await this.transaction.act(scope, () => this.audit.record('tenant.entered', 'tenant', tenant.id, { what, roles }));
      return { accountId, name, tenantId: tenant.id, reach: 'network', roles, ability: networkAbility(roles, 'tenant') };
    }
    return null;
  }
}
