import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PaperKind } from '@prongsai/kernel/contracts';
import type { PaperFacts } from './paper-facts';

/** A paper that the system makes of what it knows: its facts first, its bytes when the worker has set them. */
@Entity('paper')
export class Paper {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: PaperKind;
  /** The publication, report or unit that it is about. */
  @Column('uuid') subjectId!: string;
  /** Made anew for the same subject it is the next edition. */
  @Column('integer') edition!: number;
  /** B.E., with the running number of that year. */
  @Column('integer') fiscalYear!: number;
  @Column('integer') number!: number;
  @Column('text') title!: string;
  @Column('text') state!: 'waiting' | 'ready' | 'none';
  /** Why there is none: the page was gone already, or the paper could not be set. */
  @Column('text', { nullable: true }) reason!: 'gone' | 'failed' | null;
  @Column('jsonb') facts!: PaperFacts;
  @Column('uuid', { nullable: true }) requestId!: string | null;
  @Column('uuid', { nullable: true }) publicationId!: string | null;
  @Column('uuid', { nullable: true }) reportId!: string | null;
  @Column('text', { array: true }) requirementCodes!: string[];
  @Column('integer') tries!: number;
  @Column('timestamptz') askedAt!: Date;
  @Column('timestamptz', { nullable: true }) madeAt!: Date | null;
  @Column('timestamptz', { nullable: true }) signedAt!: Date | null;
  @Column('uuid', { nullable: true }) signedBy!: string | null;
  /** From here on the database lets nothing of the row change. */
  @Column('timestamptz', { nullable: true }) frozenAt!: Date | null;
  @Column('text', { nullable: true }) fileName!: string | null;
  @Column('text', { nullable: true }) mediaType!: string | null;
  @Column('bigint', { nullable: true }) size!: number | null;
  @Column('text', { nullable: true }) sha256!: string | null;
}

/** How a unit wants its papers. */
@Entity('paper_setting')
export class PaperSetting {
  @PrimaryColumn('uuid') tenantId!: string;
  /** The one through whom memos pass on their way to the head. */
  @Column('text', { nullable: true }) viaName!: string | null;
  @Column('text', { nullable: true }) viaPosition!: string | null;
  /** The announcement that the unit works by, when it was not made here. */
  @Column('date', { nullable: true }) announcedOn!: string | null;
  @Column('text', { nullable: true }) announcedClause!: string | null;
}
