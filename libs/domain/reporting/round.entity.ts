import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RoundKind } from '@prongsai/kernel/workflow';

/** A round of reports in a network's fiscal year: which days it covers, and when it is due. */
@Entity('round')
export class Round {
  @PrimaryColumn('uuid') networkId!: string;
  @PrimaryColumn('uuid') id!: string;
  /** B.E. */
  @Column('integer') fiscalYear!: number;
  /** The kind, or `follow_up-<n>` for a named follow-up; the last part of the report's address. */
  @Column('text') code!: string;
  @Column('text') kind!: RoundKind;
  @Column('text') title!: string;
  @Column('date') windowFrom!: string;
  @Column('date') windowUntil!: string;
  /** The last second that is in time: 23:59:59 Asia/Bangkok of the day. */
  @Column('timestamptz') dueToSuperiorAt!: Date;
  @Column('timestamptz') dueToProvinceAt!: Date;
  @Column('timestamptz') createdAt!: Date;
}

/** The report as a message names it: รายงานรอบ 6 เดือน ปีงบประมาณ 2569. */
export function reportName(round: Pick<Round, 'kind' | 'title' | 'fiscalYear'>): string {
  return `รายงาน${round.kind === 'follow_up' ? ` “${round.title}”` : round.title} ปีงบประมาณ ${round.fiscalYear}`;
}

/** The report's path in the unit's console. */
export function reportPath(round: Pick<Round, 'code' | 'fiscalYear'>): string {
  return `/t/@/reports/${round.fiscalYear}/${round.code}`;
}
