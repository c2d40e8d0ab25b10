import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TimeRange, WeekHours } from '@prongsai/kernel/thai';

/** When a unit is open in an ordinary week (เวลาทำการ), and what it asks people to bring. */
@Entity('opening_hours')
export class OpeningHours {
  @PrimaryColumn('uuid') tenantId!: string;
  @Column('integer') version!: number;
  @Column('jsonb') weekly!: WeekHours;
  @Column('boolean') closedOnHolidays!: boolean;
  /** Behind the hours: `เว้นวันหยุดราชการ`. */
  @Column('text', { nullable: true }) note!: string | null;
  /** The section that keeps the clinic table, as citizens are told: `งานผู้ป่วยนอก`. */
  @Column('text', { nullable: true }) keeper!: string | null;
  /** Before coming (ก่อนมา): a short list. */
  @Column('text', { array: true }) hints!: string[];
  @Column('uuid') editedBy!: string;
  @Column('timestamptz') editedAt!: Date;
}

/** A calendar day on which the unit's hours differ; no ranges mean closed. */
@Entity('opening_day')
export class OpeningDay {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('date') day!: string;
  @Column('jsonb') ranges!: TimeRange[];
  @Column('text', { nullable: true }) words!: string | null;
}
