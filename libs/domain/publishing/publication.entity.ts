import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FileKind } from './file-kind';

/** A file of a version that was replaced, as citizens had it. */
export type VersionFile = Pick<PublicationFile, 'number' | 'fileId' | 'name' | 'mediaType' | 'extension' | 'size' | 'storageKey'>;

/** The public copy of an approved request (รายการที่เผยแพร่). Its state follows from these facts and the clock. */
@Entity('publication')
export class Publication {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  /** The permanent link is `/p/<code>`. */
  @Column('text') code!: string;
  /** The request of the version that is shown. */
  @Column('uuid') requestId!: string;
  /** Counts what was put online behind the link: 1, and one more for each new version. */
  @Column('integer', { default: 1 }) version!: number;
  @Column('timestamptz', { nullable: true }) revisedAt!: Date | null;
  @Column('uuid', { nullable: true }) revisedBy!: string | null;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) details!: string | null;
  @Column('text') categoryCode!: string;
  @Column('text', { nullable: true }) subItemCode!: string | null;
  @Column('text') requirementGroup!: string;
  @Column('text') sourceName!: string;
  @Column('date') dataFrom!: string;
  @Column('date') dataUntil!: string;
  @Column('text', { nullable: true }) externalLink!: string | null;
  @Column('text', { nullable: true }) credit!: string | null;
  @Column('uuid', { nullable: true }) workGroupId!: string | null;
  @Column('date') publishFrom!: string;
  @Column('date', { nullable: true }) publishUntil!: string | null;
  @Column('timestamptz') liveFrom!: Date;
  /** Exclusive; null means no end. */
  @Column('timestamptz', { nullable: true }) liveUntil!: Date | null;
  /** Until when the written approval of what was allowed verbally must be there, exclusive; null when nothing is owed. */
  @Column('timestamptz', { nullable: true }) approvalDueAt!: Date | null;
  @Column('timestamptz') publishedAt!: Date;
  @Column('uuid') publishedBy!: string;
  @Column('timestamptz', { nullable: true }) confirmedCurrentAt!: Date | null;
  @Column('uuid', { nullable: true }) confirmedCurrentBy!: string | null;
  /** When the worker recorded that the period had ended; the site stopped by itself at `liveUntil`. */
  @Column('timestamptz', { nullable: true }) expiryRecordedAt!: Date | null;
  /** The day by which somebody demanded that it come down; later is counted late. */
  @Column('timestamptz', { nullable: true }) takedownDueAt!: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
  @Column('uuid', { nullable: true }) withdrawnBy!: string | null;
  @Column('text', { nullable: true }) withdrawReason!: string | null;
  /** It should never have been shown: its link says nothing of it. */
  @Column('boolean', { default: false }) withdrawnInError!: boolean;
  @Column('timestamptz', { nullable: true }) supersededAt!: Date | null;
  @Column('uuid', { nullable: true }) supersededBy!: string | null;
  @Column('text', { nullable: true }) supersedeReason!: string | null;
  /** The item that took its place. */
  @Column('uuid', { nullable: true }) successorId!: string | null;
  /** What citizens' search looks into (`searchTextOf`); written with each version, never read back. */
  @Column('text', { select: false }) searchText!: string;
  /** Kinds of its files, each once. */
  @Column('text', { array: true }) fileKinds!: FileKind[];
}

/** A file of a publication; its address counts files, never names hashes. */
@Entity('publication_file')
export class PublicationFile {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') publicationId!: string;
  @PrimaryColumn('integer') number!: number;
  @Column('uuid') fileId!: string;
  @Column('text') name!: string;
  @Column('text') mediaType!: string;
  @Column('text') extension!: string;
  @Column('bigint') size!: number;
  @Column('text') storageKey!: string;
}
