import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The reason for which a finding in a request may be shown, by whoever gave it last. */
@Entity('personal_data_clearance')
export class PersonalDataClearance {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') requestId!: string;
  @PrimaryColumn('text') findingId!: string;
  @Column('text') reason!: string;
  @Column('uuid') clearedBy!: string;
  @Column('timestamptz') clearedAt!: Date;
}
