import type { ClinicBody, ClinicDayBody, OpeningHoursBody, OpenTenantBody, RoundBody } from '@prongsai/kernel/contracts';
import type { RefusalReason, TenantRole } from '@prongsai/kernel/workflow';
import type { Framework } from '@prongsai/domain/tenant';

/** What happens in a demo network, to be told by the ordinary verbs. Days are ISO days in Asia/Bangkok. */
export interface NetworkStory {
  slug: string;
  nameTh: string;
  nameEn: string;
  provinceTh: string;
  opensOn: string;
  /** Fiscal years (B.E.) whose usual rounds are made, beside this year's and last year's. */
  pastYears: readonly number[];
  followUps: readonly RoundBody[];
  supervisor: PersonStory;
  admin: PersonStory;
  /** A unit stands behind its parent. */
  units: readonly UnitStory[];
}

/** A person, made up: no act of a real office holder is invented (the documents name some). */
export interface PersonStory {
  email: string;
  name: string;
  position: string;
}

/** The people that every demo unit has (SPEC 18). */
export type CastName = 'owner' | 'approver' | 'head' | 'webmaster1' | 'webmaster2';

export interface MemberStory extends PersonStory {
  role: TenantRole;
  /** Of the unit's site work group. */
  ofWorkGroup?: boolean;
  orderNumber?: string;
  fromOn: string;
  untilOn?: string;
}

/** When a unit is open, entered on the day on which its site opens. */
export interface HoursStory {
  opening: OpeningHoursBody;
  clinics: readonly ClinicBody[];
  days: readonly ClinicDayStory[];
}

/** A clinic's day that differs, entered on the day `on`. */
export interface ClinicDayStory {
  on: string;
  clinic: string;
  body: ClinicDayBody;
}

export interface UnitStory {
  tenant: OpenTenantBody;
  framework: Framework;
  /** Slug of the unit above it. */
  parent?: string;
  profile: string;
  opensOn: string;
  goesLiveOn: string;
  /** The head is appointed by the network's administrator, and appoints the others. */
  members: readonly MemberStory[];
  hours: HoursStory;
  acts: readonly ActStory[];
}

/** One item's way from request to publication, or as far as it has come. */
export interface ItemStory {
  kind: 'item';
  /** Day of the last act; the request is sent the working day before. */
  on: string;
  /** Unlike every other of the unit: by its title an item is found again. */
  title: string;
  paragraphs: readonly string[];
  categoryCode: string;
  subItemCode?: string;
  sourceName: string;
  dataFrom: string;
  dataUntil: string;
  shownUntil?: string;
  externalLink?: string;
  credit?: string;
  remarks?: string;
  requirementCodes?: readonly string[];
  /** A document from disk, or a paper that is set from the item's own title and paragraphs. */
  file?: { name: string; path: string } | { name: string; path: null };
  intakeChannel?: 'letter' | 'email' | 'console';
  webMaster?: 'webmaster1' | 'webmaster2';
  outcome: ItemOutcome;
}

export type ItemOutcome =
  | { state: 'published' | 'approved' | 'submitted' }
  | { state: 'returned'; comment: string }
  | { state: 'refused'; reason: RefusalReason; comment: string };

/** "Checked, still right", on an item published before. */
export interface CheckStory {
  kind: 'check';
  on: string;
  title: string;
}

/** An item taken down before its time. */
export interface WithdrawalStory {
  kind: 'withdrawal';
  on: string;
  title: string;
  reason: string;
}

/** The record that periods have ended, which the worker makes from day to day. */
export interface ExpiryStory {
  kind: 'expiry';
  on: string;
}

export type ReportStep = 'draft' | 'submit' | 'acknowledge' | 'send' | 'accept' | 'return';

/** One act on the report of a round. */
export interface ReportStepStory {
  kind: 'report';
  on: string;
  step: ReportStep;
  fiscalYear: number;
  round: string;
  problems?: string;
  suggestions?: string;
  comment?: string;
}

export type ActStory = ItemStory | CheckStory | WithdrawalStory | ExpiryStory | ReportStepStory;

/** The acts in the order of their days; acts of one day keep the order in which they are given. */
export function inOrder(acts: readonly ActStory[]): ActStory[] {
  return [...acts].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
