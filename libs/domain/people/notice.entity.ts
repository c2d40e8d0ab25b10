import { Column, Entity, PrimaryColumn } from 'typeorm';

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
}
