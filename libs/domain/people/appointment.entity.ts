import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NetworkRole, TenantRole } from '@prongsai/kernel/workflow';

/** A role held in a unit, by order and for a period (SPEC 2). */
@Entity('appointment')
export class Appointment {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') memberId!: string;
  @Column('uuid') accountId!: string;
  @Column('text') role!: TenantRole;
  @Column('uuid', { nullable: true }) workGroupId!: string | null;
  @Column('text', { nullable: true }) orderNumber!: string | null;
  @Column('date') fromOn!: string;
  @Column('date', { nullable: true }) untilOn!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) suspendedAt!: Date | null;
}

/** A role held in a network. */
@Entity('network_appointment')
export class NetworkAppointment {
  @PrimaryColumn('uuid') networkId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') accountId!: string;
  @Column('text') role!: NetworkRole;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}
