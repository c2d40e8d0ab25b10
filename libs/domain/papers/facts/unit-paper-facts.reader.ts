import { Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import type { UnitPaperBody } from '@prongsai/kernel/contracts';
import { bangkokDay, fiscalYearOf } from '@prongsai/kernel/thai';
import { allowedTypes, maxFileBytes } from '@prongsai/domain/files';
import { CategoryReader } from '@prongsai/domain/taxonomy';
import type { Tenant } from '@prongsai/domain/tenant';
import type { FrameworkAnnouncementFacts, UnitFacts, WebMasterOrderFacts } from '../paper-facts';
import { PeopleFactsReader } from './people-facts.reader';
import { UnitFactsReader } from './unit-facts.reader';

/** Traffic data is kept for ninety days at least (Computer Crime Act, section 26). */
const logDays = 90;

/** What announcement and order of a unit say, from its real data. Needs an open transaction of the unit. */
@Injectable()
export class UnitPaperFactsReader {
  constructor(
    private readonly clock: Clock,
    private readonly units: UnitFactsReader,
    private readonly people: PeopleFactsReader,
    private readonly categories: CategoryReader,
  ) {}

  async of(tenantId: string, wanted: UnitPaperBody): Promise<FrameworkAnnouncementFacts | WebMasterOrderFacts> {
    const tenant = await this.units.tenant(tenantId);
    const unit = await this.units.of(tenant);
    return wanted.kind === 'framework_announcement' ? this.announcement(tenant, unit, wanted) : this.order(tenant, unit, wanted);
  }

  private async announcement(tenant: Tenant, unit: UnitFacts, wanted: UnitPaperBody): Promise<FrameworkAnnouncementFacts> {
    const fiscalYear = wanted.fiscalYear ?? fiscalYearOf(this.clock.now());
    const categories = await this.categories.list(fiscalYear);
    return {
      kind: 'framework_announcement', unit, fiscalYear,
      categories: categories.map(({ titleTh, subItems, cadence, origin, required }) => ({ title: titleTh, subItems: subItems.map(({ title }) => title), cadence, origin, required })),
      decider: deciderOf(tenant, unit), daysToDecide: tenant.workingDaysToDecide, daysToPublish: tenant.workingDaysToPublish, daysToConfirm: tenant.workingDaysToConfirm,
      verbalAllowed: tenant.verbalApprovalAllowed, minWebMasters: tenant.minWebMasters, intakeEmail: tenant.intakeEmail ?? tenant.email,
      extensions: allowedExtensions(), maxFileBytes, logDays, reportTo: 'ผู้บังคับบัญชา', ownClauses: wanted.ownClauses ?? [],
      askedOn: bangkokDay(this.clock.now()), signedOn: null, head: await this.people.head(tenant.id, null),
    };
  }

  private async order(tenant: Tenant, unit: UnitFacts, wanted: UnitPaperBody): Promise<WebMasterOrderFacts> {
    const stewards = await this.people.appointed(tenant.id, 'data_steward');
    const [supervisor] = await this.people.appointed(tenant.id, 'approver');
    const groups = [...new Set(stewards.map(({ workGroup }) => workGroup ?? 'ทุกกลุ่มงาน'))];
    return {
      kind: 'web_master_order', unit, fiscalYear: wanted.fiscalYear ?? fiscalYearOf(this.clock.now()), orderNumber: null,
      announcement: await this.units.announcement(tenant.id), minWebMasters: tenant.minWebMasters, supervisor: supervisor ?? null,
      webMasters: await this.people.appointed(tenant.id, 'web_master'),
      stewards: groups.map((workGroup) => ({ workGroup, people: stewards.filter((one) => (one.workGroup ?? 'ทุกกลุ่มงาน') === workGroup) })),
      from: wanted.from ?? null, until: wanted.until ?? null, askedOn: bangkokDay(this.clock.now()), signedOn: null, head: await this.people.head(tenant.id, null),
    };
  }
}

/** Who decides, as the unit chose (seeds 000 2.1.2 and 001 3.2.1). */
export function deciderOf({ decidedBy }: Tenant, { headTitle, siteWorkGroup }: UnitFacts): string {
  if (decidedBy === 'group_head') return `หัวหน้า${siteWorkGroup ?? 'กลุ่มงานที่รับผิดชอบดูแลเว็บไซต์'}`;
  return decidedBy === 'officer_in_charge' ? 'เจ้าหน้าที่ผู้รับผิดชอบดูแลเว็บไซต์' : (headTitle ?? 'หัวหน้าหน่วยงาน');
}

function allowedExtensions(): string[] {
  return Object.keys(allowedTypes).map((extension) => `.${extension}`);
}
