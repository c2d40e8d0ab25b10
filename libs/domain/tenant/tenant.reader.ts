import { Injectable } from '@nestjs/common';
import { notFound } from '@prongsai/kernel/core';
import { fiscalYearWindow } from '@prongsai/kernel/thai';
import type { TenantKind, TenantState } from '@prongsai/kernel/workflow';
import { TenantTransaction } from '@prongsai/platform/db';
import { Holiday } from './holiday.entity';
import { Tenant } from './tenant.entity';
import { WorkGroup } from './work-group.entity';

/** What a citizen may know of a unit. */
export interface PublicTenant {
  id: string;
  networkId: string;
  slug: string;
  kind: TenantKind;
  state: TenantState;
  nameTh: string;
  shortNameTh: string;
  nameEn: string | null;
  districtTh: string | null;
  districtEn: string | null;
  address: string | null;
  phone: string | null;
  fax: string | null;
  email: string | null;
  mapUrl: string | null;
  headTitle: string | null;
  note: string | null;
  networkSlug: string;
  networkNameTh: string;
  provinceTh: string;
}

const publicColumns = `tenant.id, tenant.network_id as "networkId", tenant.slug, tenant.kind, tenant.state, tenant.name_th as "nameTh",
  tenant.short_name_th as "shortNameTh", tenant.name_en as "nameEn", tenant.district_th as "districtTh", tenant.district_en as "districtEn",
  tenant.address, tenant.phone, tenant.fax, tenant.email, tenant.map_url as "mapUrl", tenant.head_title as "headTitle", tenant.note,
  network.slug as "networkSlug", network.name_th as "networkNameTh", network.province_th as "provinceTh"`;

/** Reads units. Each method says under which kind of transaction it runs. */
@Injectable()
export class TenantReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** As staff inside the tenant: the whole row. Throws NOT_FOUND. */
  async get(tenantId: string): Promise<Tenant> {
    return (await this.transaction.manager.getRepository(Tenant).findOneBy({ id: tenantId })) ?? notFound();
  }

  /** As staff inside the tenant: its work groups by name. */
  async listWorkGroups(): Promise<WorkGroup[]> {
    const groups = await this.transaction.manager.getRepository(WorkGroup).find();
    return groups.sort((a, b) => a.name.localeCompare(b.name, 'th'));
  }

  /** As staff inside the tenant: the network's days off, as ISO days. */
  async listHolidays(): Promise<ReadonlySet<string>> {
    return new Set((await this.transaction.manager.getRepository(Holiday).find()).map((holiday) => holiday.day));
  }

  /** As the network: its days off in a fiscal year (B.E.) behind `after` (ISO day), in their order. Answers at most `limit`. */
  async listHolidaysOf(networkId: string, fiscalYear: number, after: string | null, limit: number): Promise<Array<{ day: string; name: string }>> {
    const { from, until } = fiscalYearWindow(fiscalYear);
    return this.transaction.manager.query(
      'select day::text as day, name from holiday where network_id = $1 and day between $2 and $3 and ($4::date is null or day > $4) order by day limit $5',
      [networkId, from, until, after, limit],
    );
  }

  /** As the site, with no tenant named: the unit that a slug shows, if its site has opened. */
  async findPublicBySlug(slug: string): Promise<PublicTenant | null> {
    const [row] = await this.transaction.manager.query(
      `select ${publicColumns} from tenant join network on network.id = tenant.network_id where tenant.slug = $1`,
      [slug],
    );
    return row ?? null;
  }

  /** As the site, with no tenant named: every unit whose site has opened, by network and Thai name. */
  async listPublic(networkSlug?: string): Promise<PublicTenant[]> {
    const rows: PublicTenant[] = await this.transaction.manager.query(
      `select ${publicColumns} from tenant join network on network.id = tenant.network_id
       where ($1::text is null or network.slug = $1) order by network.slug, tenant.slug`,
      [networkSlug ?? null],
    );
    return rows.sort((a, b) => a.networkSlug.localeCompare(b.networkSlug) || a.nameTh.localeCompare(b.nameTh, 'th'));
  }

  /** As the site: every network. */
  async listNetworks(): Promise<Array<{ slug: string; nameTh: string; provinceTh: string }>> {
    return this.transaction.manager.query('select slug, name_th as "nameTh", province_th as "provinceTh" from network order by name_th');
  }
}
