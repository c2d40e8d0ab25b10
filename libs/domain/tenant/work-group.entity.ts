import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A section of a unit (กลุ่มงาน); the register of a report is kept per group. */
@Entity('work_group')
export class WorkGroup {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('timestamptz') createdAt!: Date;
}
