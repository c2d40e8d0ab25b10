import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TimeRange, WeekHours } from '@prongsai/kernel/thai';

/** A clinic of a unit (คลินิก) and when it is held in an ordinary week. */
@Entity('clinic')
export class Clinic {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('integer') version!: number;
  @Column('text') name!: string;
  /** Its place among the unit's clinics, from 1. */
  @Column('integer') ord!: number;
  @Column('text', { nullable: true }) appointment!: string | null;
  @Column('text', { nullable: true }) phoneExtension!: string | null;
  @Column('jsonb') weekly!: WeekHours;
  /** Whether it is closed on the unit's days off. */
  @Column('boolean') closesWithUnit!: boolean;
  @Column('uuid') editedBy!: string;
  @Column('timestamptz') editedAt!: Date;
}

/** A calendar day on which a clinic's hours differ; no ranges mean งด. */
@Entity('clinic_day')
export class ClinicDay {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') clinicId!: string;
  @PrimaryColumn('date') day!: string;
  @Column('jsonb') ranges!: TimeRange[];
  @Column('text', { nullable: true }) words!: string | null;
  @Column('uuid') editedBy!: string;
  @Column('timestamptz') editedAt!: Date;
}
