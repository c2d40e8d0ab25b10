import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Found } from './finder/find-personal-data';

/** How far the reading of a file's text is, and what was found in it. */
@Entity('file_reading')
export class FileReading {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') fileId!: string;
  /** `unreadable`: locked, damaged, too heavy, or of a kind without text. */
  @Column('text') state!: 'waiting' | 'read' | 'unreadable';
  @Column('jsonb') found!: Found[];
  @Column('integer') tries!: number;
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;
}
