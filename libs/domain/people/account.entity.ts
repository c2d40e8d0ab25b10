import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One person, once in the whole installation. The password's hash is never read through this class. */
@Entity('account')
export class Account {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') email!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) position!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('boolean') isDemo!: boolean;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) suspendedAt!: Date | null;
}
