import type { Cadence, ReportState, RoundKind, TenantKind } from '@prongsai/kernel/workflow';

/** What is live in one category: items last published or checked on the same day and ending on the same day count as one. */
export interface PublicationFact {
  categoryCode: string;
  /** ISO day on which it was published or last confirmed current, whichever is later. */
  touchedOn: string;
  /** Last ISO day on which it shows; null without an end. */
  lastOn: string | null;
}

/** A live announcement of the framework (ประกาศกรอบแนวทาง) of the fiscal year. */
export interface FrameworkFact {
  publishedOn: string;
  lastOn: string | null;
}

/** The term of a web master who is neither ended nor suspended. */
export interface TermFact {
  untilOn: string | null;
}

/** A work group with the number of its data stewards in force. */
export interface WorkGroupFact {
  name: string;
  dataStewards: number;
}

/** One round of the fiscal year, with how far the unit's report has come. */
export interface RoundFact {
  kind: RoundKind;
  windowFrom: string;
  /** The next due day that is not met: to the superior until it is submitted, then to the province. */
  dueOn: string;
  /** The last due day of the round; a unit opened after it owes nothing. */
  lastDueOn: string;
  state: ReportState;
  /** A due instant was missed, by an act or by time passing. */
  late: boolean;
  /** ISO day of the first sending to the province. */
  sentOn: string | null;
}

/** What the other rooms know of a unit. */
export interface GatheredFacts {
  publications: PublicationFact[];
  frameworks: FrameworkFact[];
  webMasterTerms: TermFact[];
  workGroups: WorkGroupFact[];
  rounds: RoundFact[];
}

/** Everything a unit's requirements are judged from; no database, no clock. */
export interface ComplianceFacts extends GatheredFacts {
  unit: { kind: TenantKind; openedOn: string; frozen: boolean; minWebMasters: number };
  /** Every requirement group, in the order of the matrix. */
  groups: ReadonlyArray<{ code: string; title: string; order: number }>;
  /** The categories of the unit's profile of the fiscal year. */
  categories: ReadonlyArray<{ code: string; group: string; cadence: Cadence; required: boolean }>;
}

/** The moment that facts are gathered for: `day` is the calendar day of `instant` in Asia/Bangkok, `fiscalYear` is B.E. */
export interface FactMoment {
  fiscalYear: number;
  day: string;
  instant: Date;
}

/**
 * A room that knows facts of the transaction's unit. Declared here, filled at wiring by the rooms that own the facts, so
 * that this room reads nobody's tables and no cycle arises.
 */
export interface FactSource {
  /** The parts that this room knows, as they were at the moment. Runs in the unit's own transaction. */
  gather(moment: FactMoment): Promise<Partial<GatheredFacts>>;
}
export const FACT_SOURCES = Symbol('fact sources');
