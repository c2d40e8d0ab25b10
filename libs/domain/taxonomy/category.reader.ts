import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '@prongsai/platform/db';
import { Category, RequirementGroup } from './category.entity';

/** Reads the categories of the transaction's tenant. Runs as staff or as the site. */
@Injectable()
export class CategoryReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /**
   * The unit's categories in the fiscal year (B.E.), in the framework's order: of the profile assigned for that
   * year or the last year before it; a year before the first assignment uses the first.
   */
  async list(fiscalYear: number): Promise<Category[]> {
    const { manager } = this.transaction;
    const [assigned] = await manager.query(
      `select profile_id from tenant_profile where tenant_id = app.tenant_id()
       order by (fiscal_year <= $1) desc, case when fiscal_year <= $1 then -fiscal_year else fiscal_year end limit 1`,
      [fiscalYear],
    );
    if (!assigned) return [];
    return manager.getRepository(Category).find({ where: { profileId: assigned.profile_id }, order: { ord: 'ASC' } });
  }

  /** One category of the unit's profile of the year; null for any other code. */
  async find(code: string, fiscalYear: number): Promise<Category | null> {
    return (await this.list(fiscalYear)).find((category) => category.code === code) ?? null;
  }

  /** Every requirement group in order. */
  async listGroups(): Promise<RequirementGroup[]> {
    return this.transaction.manager.getRepository(RequirementGroup).find({ order: { ord: 'ASC' } });
  }
}
