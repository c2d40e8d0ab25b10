import { aPdf, unique } from '@prongsai/testing/factories';

/** An act that was begun and whose answer has not come: after a kill nobody knows whether it was done. */
export interface Attempt {
  verb: Verb;
  /** The Idempotency-Key, with which it may be asked again. */
  key: string;
  to: string;
  /** How often it was sent. */
  tries: number;
}

/** Every verb that the writers do. */
export const verbs = [
  'upload', 'create', 'submit', 'approve', 'return', 'refuse', 'publish', 'withdraw',
  'report submit', 'report acknowledge', 'report send', 'report accept', 'report return', 'appoint', 'end appointment',
] as const;
export type Verb = (typeof verbs)[number];

interface Watched {
  /** Number of its unit, and of the writer whose work it is. */
  unit: number;
  writer: number;
  /** The last state that the service acknowledged. */
  state: string;
  attempt: Attempt | null;
}

/** One item from the file to the citizen. */
export interface RequestThing extends Watched {
  kind: 'request';
  title: string;
  bytes: Buffer;
  fileId: string | null;
  id: string | null;
  /** Once published. */
  link: string | null;
  publicationId: string | null;
}

/** One unit's report of one round. */
export interface ReportThing extends Watched {
  kind: 'report';
  fiscalYear: number;
  round: string;
  id: string | null;
}

/** A member who becomes a web master and ceases to be one. */
export interface PersonThing extends Watched {
  kind: 'person';
  memberId: string;
  appointmentId: string | null;
}

export type Thing = RequestThing | ReportThing | PersonThing;

/** What comes after each state; where there are two the dice decide. */
export const nextVerbs: Record<Thing['kind'], Record<string, readonly [Verb, string][]>> = {
  request: {
    new: [['upload', 'uploaded']], uploaded: [['create', 'draft']], draft: [['submit', 'submitted']],
    submitted: [['approve', 'approved'], ['approve', 'approved'], ['approve', 'approved'], ['return', 'returned'], ['refuse', 'refused']],
    returned: [['submit', 'submitted']], approved: [['publish', 'published']], published: [['withdraw', 'withdrawn']],
  },
  report: {
    open: [['report submit', 'submitted']], submitted: [['report acknowledge', 'acknowledged']], acknowledged: [['report send', 'sent']],
    sent: [['report return', 'returned'], ['report return', 'returned'], ['report accept', 'accepted']], returned: [['report submit', 'submitted']],
  },
  person: { out: [['appoint', 'in']], in: [['end appointment', 'out']] },
};

/** Whether nothing comes after its state. */
export function isAtRest(thing: Thing): boolean {
  return nextVerbs[thing.kind][thing.state] === undefined;
}

const untouched = (unit: number, writer: number) => ({ unit, writer, attempt: null });

export function newRequest(unit: number, writer: number): RequestThing {
  const name = unique('fire');
  return { ...untouched(unit, writer), kind: 'request', state: 'new', title: `เรื่อง ${name}`, bytes: aPdf(name), fileId: null, id: null, link: null, publicationId: null };
}

export function newReport(unit: number, writer: number, fiscalYear: number, round: string): ReportThing {
  return { ...untouched(unit, writer), kind: 'report', state: 'open', fiscalYear, round, id: null };
}

export function newPerson(unit: number, writer: number, memberId: string): PersonThing {
  return { ...untouched(unit, writer), kind: 'person', state: 'out', memberId, appointmentId: null };
}
