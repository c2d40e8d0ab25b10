import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DelegationKind, RefusalReason, RequestPurpose, RequestState } from '@prongsai/kernel/workflow';

/** Who answers questions about the request, as the form asks (seeds 000 and 001, 2.1.1). */
export interface RequestContact {
  name?: string | null;
  position?: string | null;
  unit?: string | null;
  phone?: string | null;
  email?: string | null;
}

/** คำขอเผยแพร่ข้อมูล, from draft to published. Fields in the order of the ministry's form. */
@Entity('publication_request')
export class PublicationRequest {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') state!: RequestState;
  /** Counts edits; a PATCH names the version that it saw. */
  @Column('integer') version!: number;
  /** B.E.; set at submit, with the running number of that year. */
  @Column('integer', { nullable: true }) fiscalYear!: number | null;
  @Column('integer', { nullable: true }) number!: number | null;
  @Column('text', { nullable: true }) title!: string | null;
  @Column('text', { nullable: true }) details!: string | null;
  @Column('text', { nullable: true }) categoryCode!: string | null;
  @Column('text', { nullable: true }) subItemCode!: string | null;
  @Column('text', { nullable: true }) sourceName!: string | null;
  @Column('date', { nullable: true }) dataFrom!: string | null;
  @Column('date', { nullable: true }) dataUntil!: string | null;
  @Column('date', { nullable: true }) publishFrom!: string | null;
  @Column('date', { nullable: true }) publishUntil!: string | null;
  @Column('text', { nullable: true }) externalLink!: string | null;
  @Column('text', { nullable: true }) remarks!: string | null;
  /** Recorded for the contact, who has no account here; the recorder is the requester. */
  @Column('boolean', { default: false }) recorded!: boolean;
  /** Since when an answer by letter is owed to that person; null when nothing is or was. */
  @Column('timestamptz', { nullable: true }) answerOwedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('uuid', { nullable: true }) answeredBy!: string | null;
  @Column('text', { nullable: true }) answerNote!: string | null;
  @Column('text', { nullable: true }) intakeChannel!: 'letter' | 'email' | 'console' | 'other' | null;
  @Column('text', { nullable: true }) credit!: string | null;
  @Column('jsonb', { nullable: true }) contact!: RequestContact | null;
  @Column('uuid', { nullable: true }) workGroupId!: string | null;
  @Column('text', { array: true }) requirementCodes!: string[];
  @Column('uuid') requesterId!: string;
  @Column('uuid') lastEditorId!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') editedAt!: Date;
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  /** Reserved at submit; form and memo print it. */
  @Column('text', { nullable: true }) linkCode!: string | null;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  /** For whom whoever decided stood in, and how; null when in their own right. */
  @Column('uuid', { nullable: true }) decidedFor!: string | null;
  @Column('text', { nullable: true }) decidedAs!: DelegationKind | null;
  @Column('uuid', { nullable: true }) approvedBy!: string | null;
  /** กรณีเร่งด่วน: who allowed it verbally, when and by what channel, who wrote that down, and when the written approval is due. */
  @Column('uuid', { nullable: true }) verbalApproverId!: string | null;
  @Column('timestamptz', { nullable: true }) verbalApprovedAt!: Date | null;
  @Column('text', { nullable: true }) verbalChannel!: string | null;
  @Column('uuid', { nullable: true }) verbalRecordedBy!: string | null;
  @Column('timestamptz', { nullable: true }) verbalRecordedAt!: Date | null;
  @Column('date', { nullable: true }) verbalDueOn!: string | null;
  @Column('date', { nullable: true }) verbalRemindedOn!: string | null;
  @Column('timestamptz', { nullable: true }) verbalConfirmedAt!: Date | null;
  @Column('uuid', { nullable: true }) webMasterId!: string | null;
  @Column('text', { nullable: true }) refusalReason!: RefusalReason | null;
  @Column('text', { nullable: true }) comment!: string | null;
  @Column('uuid', { nullable: true }) publishedBy!: string | null;
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
  @Column('uuid', { nullable: true }) publicationId!: string | null;
  /** The publication that it is about to change, and how; both null for something new. */
  @Column('uuid', { nullable: true }) forPublicationId!: string | null;
  @Column('text', { nullable: true }) purpose!: RequestPurpose | null;
}

/** A file of a request, in the order of the form. */
@Entity('request_file')
export class RequestFile {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') requestId!: string;
  @PrimaryColumn('uuid') fileId!: string;
  @Column('integer') position!: number;
}
