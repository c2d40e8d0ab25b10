import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An approver's or head's power that somebody else uses for a while: รักษาราชการแทน (`acting`), ปฏิบัติราชการแทน (`delegated`). */
@Entity('delegation')
export class Delegation {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') principalId!: string;
  @Column('uuid') delegateId!: string;
  @Column('text') role!: 'approver' | 'unit_head';
  @Column('text') kind!: 'acting' | 'delegated';
  @Column('text', { nullable: true }) orderNumber!: string | null;
  @Column('timestamptz') startsAt!: Date;
  /** Exclusive. */
  @Column('timestamptz') endsAt!: Date;
  @Column('uuid') givenBy!: string;
  @Column('timestamptz') givenAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}
