import { Injectable } from '@nestjs/common';
import { compareThai } from '@prongsai/kernel/thai';
import { tenantRoles, type TenantRole } from '@prongsai/kernel/workflow';
import { TenantTransaction } from '@prongsai/platform/db';

/** A person whom the office decided to show to citizens. */
export interface ShownPerson {
  name: string;
  position: string | null;
  /** In force today; at least one. */
  roles: TenantRole[];
}

/** Who stands first on the page. */
const order: Record<TenantRole, number> = { unit_head: 0, approver: 1, web_master: 2, data_steward: 3, content_owner: 4 };

/** Reads the people on a unit's public page. Runs as the site: the database answers with those and no others. */
@Injectable()
export class ShownPeopleReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The head first, then by role and Thai name. */
  async list(): Promise<ShownPerson[]> {
    const rows: ShownPerson[] = await this.transaction.manager.query('select name, position, roles from app.people_shown()');
    const rank = ({ roles }: ShownPerson) => Math.min(...roles.map((role) => order[role]));
    return rows
      .map((row) => ({ ...row, roles: tenantRoles.filter((role) => row.roles.includes(role)).sort((a, b) => order[a] - order[b]) }))
      .sort((a, b) => rank(a) - rank(b) || compareThai(a.name, b.name));
  }
}
