import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MailPace } from '@prongsai/kernel/workflow';

/** Something a person is told, in the console and by mail. */
@Entity('notice')
export class Notice {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') accountId!: string;
  @Column('text') accountName!: string;
  @Column('text') kind!: string;
  @Column('text') title!: string;
  @Column('text') body!: string;
  @Column('text', { nullable: true }) link!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;
}

/** A mail that waits in the outbox, or has gone. Its id names the file or the Message-ID. */
@Entity('mail_message')
export class MailMessage {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) noticeId!: string | null;
  @Column('text') toAddress!: string;
  @Column('text') toName!: string;
  @Column('text') subject!: string;
  @Column('text') textBody!: string;
  @Column('text') htmlBody!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  @Column('integer') tries!: number;
  @Column('text', { nullable: true }) lastError!: string | null;
  /** Null for somebody who has no account here. */
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('text', { nullable: true }) unitName!: string | null;
  /** It waits until then: the end of quiet hours, or its digest. Null: it went into the outbox at once. */
  @Column('timestamptz', { nullable: true }) dueAt!: Date | null;
  @Column('text', { nullable: true }) digest!: 'daily' | 'weekly' | null;
  /** The mail that carries it together with others; names the file or the Message-ID. */
  @Column('uuid', { nullable: true }) digestId!: string | null;
  /** The mail server refused it for good, with `lastError`; it is not tried again. */
  @Column('timestamptz', { nullable: true }) bouncedAt!: Date | null;
}

/** When a person wants mail, and whether it reaches them. */
@Entity('account_mail')
export class AccountMail {
  @PrimaryColumn('uuid') accountId!: string;
  @Column('text') pace!: MailPace;
  /** Minutes after midnight in Asia/Bangkok, as `quietUntil`. */
  @Column('integer', { nullable: true }) quietFrom!: number | null;
  @Column('integer', { nullable: true }) quietUntil!: number | null;
  @Column('timestamptz', { nullable: true }) bouncedAt!: Date | null;
  @Column('text', { nullable: true }) bouncedAddress!: string | null;
  @Column('text', { nullable: true }) bounceReason!: string | null;
}
