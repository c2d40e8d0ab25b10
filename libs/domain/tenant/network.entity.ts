import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One province (เครือข่ายจังหวัด). */
@Entity('network')
export class Network {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') nameTh!: string;
  @Column('text') nameEn!: string;
  @Column('text') provinceTh!: string;
  @Column('timestamptz') createdAt!: Date;
}
