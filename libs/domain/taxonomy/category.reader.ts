import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '@prongsai/platform/db';
import { Category, RequirementGroup } from './category.entity';

/** Reads the categories of the transaction's tenant. Runs as staff or as the site. */
@Injectable()
export class CategoryReader {
  /** Profiles and groups are loaded by a release and change with none of our acts, so a process asks for each once. */
  private readonly profiles = new Map<string, Category[]>();
  private groups: RequirementGroup[] | null = null;

  constructor(private readonly transaction: TenantTransaction) {}

  /**
   * The unit's categories in the fiscal year (B.E.), in the framework's order: of the profile assigned for that
   * year or the last year before it; a year before the first assignment uses the first.
   */
  async list(fiscalYear: number): Promise<readonly Category[]> {
    const { manager } = this.transaction;
    const [assigned] = await manager.query(
      `select profile_id from tenant_profile where tenant_id = app.tenant_id()
       order by (fiscal_year <= $1) desc, case when fiscal_year <= $1 then -fiscal_year else fiscal_year end limit 1`,
      [fiscalYear],
    );
    if (!assigned) return [];
    const profileId = String(assigned.profile_id);
    const known = this.profiles.get(profileId);
    if (known) return known;
    const read = await manager.getRepository(Category).find({ where: { profileId }, order: { ord: 'ASC' } });
    if (read.length > 0) this.profiles.set(profileId, read);
    return read;
  }

  /** One category of the unit's profile of the year; null for any other code. */
  async find(code: string, fiscalYear: number): Promise<Category | null> {
    return (await this.list(fiscalYear)).find((category) => category.code === code) ?? null;
  }

  /** Every requirement group in order. */
  async listGroups(): Promise<readonly RequirementGroup[]> {
    if (this.groups) return this.groups;
    const read = await this.transaction.manager.getRepository(RequirementGroup).find({ order: { ord: 'ASC' } });
    if (read.length > 0) this.groups = read;
    return read;
  }
}
