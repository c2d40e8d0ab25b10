import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReportView } from '@prongsai/kernel/contracts';
import type { ReportState } from '@prongsai/kernel/workflow';

/** What a report counts. Nobody types any of it. */
export interface ReportFiguresFrozen {
  window: ReportView['window'];
  categories: ReportView['categories'];
  requests: NonNullable<ReportView['requests']>;
  webMasters: ReportView['webMasters'];
  register: ReportView['register'];
}

/** A unit's report of one round (รายงานผลการกำกับติดตาม). A round without a row is open. */
@Entity('monitoring_report')
export class MonitoringReport {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') networkId!: string;
  @Column('uuid') roundId!: string;
  @Column('text') state!: ReportState;
  @Column('text', { nullable: true }) problems!: string | null;
  @Column('text', { nullable: true }) suggestions!: string | null;
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  @Column('uuid', { nullable: true }) submittedBy!: string | null;
  @Column('timestamptz', { nullable: true }) acknowledgedAt!: Date | null;
  @Column('uuid', { nullable: true }) acknowledgedBy!: string | null;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  @Column('uuid', { nullable: true }) sentBy!: string | null;
  @Column('timestamptz', { nullable: true }) acceptedAt!: Date | null;
  @Column('uuid', { nullable: true }) acceptedBy!: string | null;
  @Column('timestamptz', { nullable: true }) returnedAt!: Date | null;
  @Column('text', { nullable: true }) returnComment!: string | null;
  /** The first time each act was done stays judged, even if the report comes back and is sent again. */
  @Column('timestamptz', { nullable: true }) firstSubmittedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) firstSentAt!: Date | null;
  /** The figures of the last sending. */
  @Column('jsonb', { nullable: true }) frozen!: ReportFiguresFrozen | null;
}
