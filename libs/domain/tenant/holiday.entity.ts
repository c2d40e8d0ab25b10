import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day off of a network; working days skip it. */
@Entity('holiday')
export class Holiday {
  @PrimaryColumn('uuid') networkId!: string;
  @PrimaryColumn('date') day!: string;
  @Column('text') name!: string;
}
