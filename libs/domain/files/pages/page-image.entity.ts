import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the pictures of a file's pages are. `previewId` names the objects. */
@Entity('file_preview')
export class FilePreview {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') fileId!: string;
  @Column('uuid') previewId!: string;
  @Column('text') state!: 'waiting' | 'ready' | 'none';
  @Column('text', { nullable: true }) reason!: 'locked' | 'damaged' | 'heavy' | null;
  @Column('integer') pageCount!: number;
  @Column('integer') tries!: number;
  @Column('timestamptz') askedAt!: Date;
  @Column('timestamptz', { nullable: true }) madeAt!: Date | null;
}

/** One page's picture and its words. */
@Entity('file_page')
export class FilePage {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') fileId!: string;
  @PrimaryColumn('integer') number!: number;
  @Column('integer') width!: number;
  @Column('integer') height!: number;
  @Column('integer') size!: number;
  @Column('text') words!: string;
}
