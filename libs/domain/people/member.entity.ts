import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's place in one unit; it stays when the appointments end, so that old acts keep their names. */
@Entity('member')
export class Member {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') accountId!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) suspendedAt!: Date | null;
  /** The office decided to show this person on its public page of people. */
  @Column('boolean', { default: false }) shownPublicly!: boolean;
}
