import type { TenantKind } from '@prongsai/kernel/workflow';

/** A person on a paper. What is null is left to be written by hand. Instants are ISO, days `YYYY-MM-DD`. */
export interface PersonFacts {
  name: string | null;
  position: string | null;
  /** When the person did the act in the system. */
  signedAt: string | null;
  /** `รักษาราชการแทน …` or `ปฏิบัติราชการแทน …`, when the person stands in. */
  standsFor?: string | null;
}

/** The unit, spelled the same wherever it stands. */
export interface UnitFacts {
  name: string;
  kind: TenantKind;
  province: string;
  headTitle: string | null;
  phone: string | null;
  documentPrefix: string | null;
  siteWorkGroup: string | null;
  /** Address of its site, without a slash at the end. */
  site: string;
}

export interface AttachedFile {
  name: string;
  extension: string;
  /** Bytes. */
  size: number;
}

/** The announcement that a paper cites; null parts stay dotted. */
export interface CitedAnnouncement {
  on: string | null;
  clause: string | null;
}

/** What form and memo of one request say. */
export interface RequestFacts {
  unit: UnitFacts;
  formVariant: 'regional' | 'central' | 'affiliated' | 'own';
  workGroup: string | null;
  /** `23/2569`. */
  number: string | null;
  requestedOn: string;
  fiscalYear: number;
  title: string;
  details: string;
  files: AttachedFile[];
  sourceName: string;
  dataFrom: string;
  dataUntil: string;
  externalLink: string | null;
  link: string | null;
  category: string;
  publishFrom: string | null;
  publishUntil: string | null;
  remarks: string | null;
  requirements: Array<{ code: string; title: string }>;
  channel: string | null;
  contact: { name?: string | null; position?: string | null; unit?: string | null; phone?: string | null; email?: string | null } | null;
  provider: PersonFacts;
  approver: PersonFacts;
  publisher: PersonFacts;
  /** Through whom the memo passes, if the unit has one. */
  via: PersonFacts | null;
  outcome: 'allowed' | 'refused' | 'open';
  refusal: { reason: string; comment: string | null; toldOn: string | null; channel: string | null } | null;
  verbal: { by: string; position: string | null; channel: string; at: string; confirmedAt: string | null } | null;
  announcement: CitedAnnouncement;
}

export type RequestFormFacts = RequestFacts & { kind: 'request_form' };
export type PublicationMemoFacts = RequestFacts & { kind: 'publication_memo' };

/** A page as it was read from the public site. `readAt` is null until it was. */
export interface PageSnapshotFacts {
  kind: 'page_snapshot';
  unit: UnitFacts;
  title: string;
  address: string;
  readAt: string | null;
}

/** A paper or file that a certificate names, by its hash. */
export interface NamedEvidence {
  name: string;
  /** Number among the unit's papers, for papers. */
  number: string | null;
  size: number;
  sha256: string;
}

/** What the certificate of evidence of a publication says. */
export interface EvidenceCertificateFacts {
  kind: 'evidence_certificate';
  unit: UnitFacts;
  number: string;
  title: string;
  category: string;
  requestNumber: string | null;
  link: string;
  publishFrom: string;
  publishUntil: string | null;
  publishedAt: string;
  provider: PersonFacts;
  approver: PersonFacts;
  publisher: PersonFacts;
  snapshot: { address: string; readAt: string } | null;
  evidence: NamedEvidence[];
  requirements: Array<{ code: string; title: string }>;
  fiscalYear: number;
  issuedAt: string;
}

/** What each kind of paper says. Kept with the paper, so that it can be set again word for word. */
export type PaperFacts = RequestFormFacts | PublicationMemoFacts | PageSnapshotFacts | EvidenceCertificateFacts;
/** Papers that are set from blocks; the others are kept as they were read. */
export type SetPaperFacts = Exclude<PaperFacts, PageSnapshotFacts>;
