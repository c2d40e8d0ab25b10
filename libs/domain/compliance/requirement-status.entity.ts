import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RequirementStatus } from '@prongsai/kernel/workflow';

/** What one requirement of a unit came to when it was last judged. Kept so that a dashboard reads no publication. */
@Entity('requirement_status')
export class RequirementStatusRow {
  @PrimaryColumn('uuid') tenantId!: string;
  @Column('uuid') networkId!: string;
  /** B.E. */
  @PrimaryColumn('integer') fiscalYear!: number;
  @PrimaryColumn('text') code!: string;
  @Column('integer') ord!: number;
  @Column('text') title!: string;
  @Column('text') status!: RequirementStatus;
  @Column('date', { nullable: true }) dueOn!: string | null;
  @Column('date', { nullable: true }) lapsesOn!: string | null;
  /** Why, in Thai sentences. */
  @Column('jsonb') facts!: string[];
  @Column('date') judgedOn!: string;
  @Column('timestamptz') judgedAt!: Date;
}
