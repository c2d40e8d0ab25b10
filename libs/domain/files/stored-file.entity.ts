import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Bytes of one hash, kept once per tenant. */
@Entity('stored_blob')
export class StoredBlob {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('text') sha256!: string;
  @Column('bigint') size!: number;
  @Column('text') storageKey!: string;
  @Column('timestamptz') createdAt!: Date;
}

/** One upload: private until a live publication uses it. */
@Entity('stored_file')
export class StoredFile {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') mediaType!: string;
  @Column('text') extension!: string;
  @Column('bigint') size!: number;
  @Column('text') sha256!: string;
  @Column('text') receivedSha256!: string;
  @Column('text') state!: 'checking' | 'ready' | 'refused';
  @Column('text') scan!: 'not_scanned' | 'waiting' | 'clean' | 'infected';
  @Column('timestamptz', { nullable: true }) scannedAt!: Date | null;
  /** The hash of the blob while the file has one, null once it is refused. */
  @Column('text', { nullable: true }) keptSha256!: string | null;
  @Column('uuid') uploadedBy!: string;
  @Column('timestamptz') createdAt!: Date;
}
