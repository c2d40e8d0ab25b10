import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Cadence } from '@prongsai/kernel/workflow';

/** One thing that every unit must publish, shared by all profiles so that one matrix shows them side by side. */
@Entity('requirement_group')
export class RequirementGroup {
  @PrimaryColumn('text') code!: string;
  @Column('integer') ord!: number;
  @Column('text') titleTh!: string;
  @Column('text') titleEn!: string;
}

/** A set of categories (SPEC 5): `dho`, `phangnga`, `khemarat`, `bothong`. */
@Entity('category_profile')
export class CategoryProfile {
  @PrimaryColumn('text') id!: string;
  @Column('text') titleTh!: string;
  @Column('text') titleEn!: string;
}

/** A category of a profile; its code is the id of the documents' extract. */
@Entity('category')
export class Category {
  @PrimaryColumn('text') profileId!: string;
  @PrimaryColumn('text') code!: string;
  @Column('integer') ord!: number;
  @Column('text') titleTh!: string;
  @Column('text') shortTitleTh!: string;
  @Column('text') titleEn!: string;
  @Column('boolean') required!: boolean;
  @Column('text') cadence!: Cadence;
  @Column('text') countRule!: 'subjects' | 'acts';
  @Column('text') origin!: 'none' | 'source' | 'source_and_time';
  @Column('text') requirementGroup!: string;
  @Column('jsonb') subItems!: Array<{ code: string; title: string }>;
}

/** The profile of a unit from a fiscal year (B.E.) on, until another is assigned. */
@Entity('tenant_profile')
export class TenantProfile {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('integer') fiscalYear!: number;
  @Column('text') profileId!: string;
}
