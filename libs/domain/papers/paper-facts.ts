import type { ReportView } from '@prongsai/kernel/contracts';
import type { Cadence, RoundKind, TenantKind } from '@prongsai/kernel/workflow';

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

/** A category of the unit's framework, as its announcement tells it. */
export interface AnnouncedCategory {
  title: string;
  subItems: string[];
  cadence: Cadence;
  origin: 'none' | 'source' | 'source_and_time';
  required: boolean;
}

/** What the announcement of the framework says; the head signs it. */
export interface FrameworkAnnouncementFacts {
  kind: 'framework_announcement';
  unit: UnitFacts;
  fiscalYear: number;
  categories: AnnouncedCategory[];
  decider: string;
  daysToDecide: number;
  daysToPublish: number;
  daysToConfirm: number;
  verbalAllowed: boolean;
  minWebMasters: number;
  intakeEmail: string | null;
  extensions: string[];
  maxFileBytes: number;
  logDays: number;
  reportTo: string;
  /** Clauses that the unit itself adds. */
  ownClauses: string[];
  askedOn: string;
  signedOn: string | null;
  head: PersonFacts;
}

export interface AppointedPerson {
  name: string;
  position: string | null;
  workGroup: string | null;
}

/** What the order appointing web masters says; the head signs it under the number that the clerk gives. */
export interface WebMasterOrderFacts {
  kind: 'web_master_order';
  unit: UnitFacts;
  fiscalYear: number;
  orderNumber: string | null;
  announcement: CitedAnnouncement;
  minWebMasters: number;
  supervisor: AppointedPerson | null;
  webMasters: AppointedPerson[];
  stewards: Array<{ workGroup: string; people: AppointedPerson[] }>;
  from: string | null;
  until: string | null;
  askedOn: string;
  signedOn: string | null;
  head: PersonFacts;
}

/** What the notice of an item that came down before its time says. */
export interface WithdrawalNoticeFacts {
  kind: 'withdrawal_notice';
  unit: UnitFacts;
  workGroup: string | null;
  title: string;
  category: string;
  requestNumber: string | null;
  link: string;
  publishedAt: string;
  withdrawnAt: string;
  reason: string;
  webMaster: PersonFacts;
  head: PersonFacts;
}

/** What the three papers of a monitoring report say. */
export interface ReportFacts {
  unit: UnitFacts;
  fiscalYear: number;
  round: { kind: RoundKind; title: string };
  window: { from: string; until: string };
  dueOn: string;
  categories: ReportView['categories'];
  requests: NonNullable<ReportView['requests']>;
  register: ReportView['register'];
  webMasters: Array<{ name: string; position: string | null; orderNumber: string | null; from: string }>;
  decider: string;
  problems: string | null;
  suggestions: string | null;
  reporter: PersonFacts;
  head: PersonFacts;
  via: PersonFacts | null;
  link: string | null;
  late: boolean;
  printedAt: string;
  /** Names of the report's sending, so that the papers of each are told apart; null before. */
  sentAt: string | null;
}
export type ReportMemoFacts = ReportFacts & { kind: 'report_memo' };
export type MonitoringReportFacts = ReportFacts & { kind: 'monitoring_report' };
export type ReportRegisterFacts = ReportFacts & { kind: 'report_register' };

/** What each kind of paper says. Kept with the paper, so that it can be set again word for word. */
export type PaperFacts = RequestFormFacts | PublicationMemoFacts | PageSnapshotFacts | EvidenceCertificateFacts | FrameworkAnnouncementFacts | WebMasterOrderFacts | WithdrawalNoticeFacts | ReportMemoFacts | MonitoringReportFacts | ReportRegisterFacts;
/** Papers that are set from blocks; the others are kept as they were read. */
export type SetPaperFacts = Exclude<PaperFacts, PageSnapshotFacts>;
