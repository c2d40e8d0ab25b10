import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VersionFile } from './publication.entity';

/** What a publication was before a new version took its place; never changed. */
@Entity('publication_version')
export class PublicationVersion {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') publicationId!: string;
  @PrimaryColumn('integer') number!: number;
  @Column('uuid') requestId!: string;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) details!: string | null;
  @Column('text') categoryCode!: string;
  @Column('text') sourceName!: string;
  @Column('date') dataFrom!: string;
  @Column('date') dataUntil!: string;
  @Column('text', { nullable: true }) externalLink!: string | null;
  @Column('text', { nullable: true }) credit!: string | null;
  @Column('jsonb') files!: VersionFile[];
  @Column('timestamptz') putOnlineAt!: Date;
  @Column('uuid') putOnlineBy!: string;
  @Column('timestamptz') replacedAt!: Date;
  @Column('uuid') replacedBy!: string;
}
