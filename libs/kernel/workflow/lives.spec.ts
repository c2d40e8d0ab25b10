import { canStart } from './machine';
import {
  publicationLife, publicationState, publicationStateObstacle, publicationStates, publicationVerbs,
  type PublicationFacts, type PublicationState, type PublicationVerb,
} from './publication-life';
import { reportLife, reportStateObstacle, reportStates, reportVerbs, type ReportState, type ReportVerb } from './report-life';
import { requestLife, requestStateObstacle, requestStates, requestVerbs, type RequestState, type RequestVerb } from './request-life';

const thai = /^[^A-Z]*[\u0E00-\u0E7F][^A-Z]*$/;

/** All pairs of two lists, for a test each: a state or verb that is added has no expectation and fails. */
const pairs = <A, B>(as: readonly A[], bs: readonly B[]): Array<[A, B]> => as.flatMap((a) => bs.map((b): [A, B] => [a, b]));

describe('a request: every state and verb (SPEC 6)', () => {
  const expected: Record<RequestState, Partial<Record<RequestVerb, RequestState>>> = {
    draft: { edit: 'draft', submit: 'submitted', cancel: 'cancelled' },
    submitted: { cancel: 'cancelled', approve: 'approved', approveVerbally: 'approved_verbally', return: 'returned', refuse: 'refused' },
    returned: { edit: 'returned', submit: 'submitted', cancel: 'cancelled' },
    approved_verbally: { publish: 'published', confirmApproval: 'approved' },
    approved: { publish: 'published', takeBack: 'submitted' },
    refused: {},
    cancelled: {},
    published: { confirmPublished: 'published' },
  };
  it.each(pairs(requestStates, requestVerbs))('%s, %s', (state, verb) => {
    const leadsTo = expected[state][verb] ?? null;
    const { from, to } = requestLife[verb];
    expect(from.includes(state) ? (to ?? state) : null).toBe(leadsTo);
    const obstacle = requestStateObstacle(verb, state);
    if (leadsTo) expect(obstacle).toBeNull();
    else expect(obstacle).toMatch(thai);
  });
});

describe('a publication: every state and verb (SPEC 8)', () => {
  const expected: Record<PublicationState, readonly PublicationVerb[]> = {
    scheduled: ['withdraw'],
    live: ['withdraw', 'confirmCurrent', 'extend', 'revise', 'supersede'],
    expired: ['expire'],
    withdrawn: [],
    superseded: [],
  };
  it.each(pairs(publicationStates, publicationVerbs))('%s, %s', (state, verb) => {
    const isPossible = expected[state].includes(verb);
    expect(publicationLife[verb].from.includes(state)).toBe(isPossible);
    const obstacle = publicationStateObstacle(verb, state);
    if (isPossible) expect(obstacle).toBeNull();
    else expect(obstacle).toMatch(thai);
  });

  const at = (text: string) => new Date(text);
  const facts: PublicationFacts = { liveFrom: at('2026-01-01T17:00:00Z'), liveUntil: at('2026-02-01T17:00:00Z'), withdrawnAt: null, supersededAt: null };
  it.each<[string, Date, Partial<PublicationFacts>, PublicationState]>([
    ['a millisecond before its first', at('2026-01-01T16:59:59.999Z'), {}, 'scheduled'],
    ['at its first instant', at('2026-01-01T17:00:00Z'), {}, 'live'],
    ['a millisecond before its end', at('2026-02-01T16:59:59.999Z'), {}, 'live'],
    ['at its end, which is exclusive', at('2026-02-01T17:00:00Z'), {}, 'expired'],
    ['long after, without an end', at('2126-02-01T17:00:00Z'), { liveUntil: null }, 'live'],
    ['withdrawn before it was live', at('2026-01-01T00:00:00Z'), { withdrawnAt: at('2025-12-31T00:00:00Z') }, 'withdrawn'],
    ['withdrawn, and its period has passed', at('2026-03-01T00:00:00Z'), { withdrawnAt: at('2026-01-15T00:00:00Z') }, 'withdrawn'],
    ['superseded, and its period has passed', at('2026-03-01T00:00:00Z'), { supersededAt: at('2026-01-15T00:00:00Z') }, 'superseded'],
    ['withdrawn and superseded', at('2026-03-01T00:00:00Z'), { withdrawnAt: at('2026-01-15T00:00:00Z'), supersededAt: at('2026-01-14T00:00:00Z') }, 'withdrawn'],
  ])('judged %s', (_, now, change, state) => {
    expect(publicationState({ ...facts, ...change }, now)).toBe(state);
  });
});

describe('a monitoring report: every state and verb (SPEC 12)', () => {
  const expected: Record<ReportState, Partial<Record<ReportVerb, ReportState>>> = {
    open: { draft: 'drafted', submit: 'submitted' },
    drafted: { draft: 'drafted', submit: 'submitted' },
    submitted: { acknowledge: 'acknowledged' },
    acknowledged: { send: 'sent' },
    sent: { accept: 'accepted', return: 'returned' },
    accepted: {},
    returned: { draft: 'drafted', submit: 'submitted' },
  };
  it.each(pairs(reportStates, reportVerbs))('%s, %s', (state, verb) => {
    const leadsTo = expected[state][verb] ?? null;
    expect(canStart(reportLife, verb, state) ? reportLife[verb].to : null).toBe(leadsTo);
    const obstacle = reportStateObstacle(verb, state);
    if (leadsTo) expect(obstacle).toBeNull();
    else expect(obstacle).toMatch(thai);
  });

  it('says about a sent report that the province must give it back first', () => {
    expect(reportStateObstacle('draft', 'sent')).toBe('รายงานรอบนี้ส่งแล้ว แก้ไขไม่ได้ ขอให้จังหวัดส่งกลับก่อน');
  });
});
