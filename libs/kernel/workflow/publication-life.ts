/** States of a publication (SPEC 6). They are judged from facts and the clock, never stored. */
export const publicationStates = ['scheduled', 'live', 'expired', 'withdrawn', 'superseded'] as const;
export type PublicationState = (typeof publicationStates)[number];

/** The facts from which a publication's state follows. Instants; `liveUntil` is exclusive, null means no end. */
export interface PublicationFacts {
  liveFrom: Date;
  liveUntil: Date | null;
  withdrawnAt: Date | null;
  supersededAt: Date | null;
}

/** The state at `now`. Withdrawal and supersession come before dates: they are acts, dates only pass. */
export function publicationState(facts: PublicationFacts, now: Date): PublicationState {
  if (facts.withdrawnAt) return 'withdrawn';
  if (facts.supersededAt) return 'superseded';
  if (facts.liveUntil && facts.liveUntil <= now) return 'expired';
  return facts.liveFrom <= now ? 'live' : 'scheduled';
}

/** What a request for a publication that is there already asks: a new version of it, or a later end. */
export const requestPurposes = ['revise', 'extend'] as const;
export type RequestPurpose = (typeof requestPurposes)[number];

/** Verbs on a publication. */
export const publicationVerbs = ['withdraw', 'confirmCurrent', 'expire', 'extend', 'revise', 'supersede'] as const;
export type PublicationVerb = (typeof publicationVerbs)[number];

/** From which states a verb may start. `expire` only records what the clock has already done. */
export const publicationLife: Record<PublicationVerb, { from: readonly PublicationState[] }> = {
  withdraw: { from: ['scheduled', 'live'] },
  confirmCurrent: { from: ['live'] },
  expire: { from: ['expired'] },
  extend: { from: ['live'] },
  revise: { from: ['live'] },
  supersede: { from: ['live'] },
};

export const publicationStateWords: Record<PublicationState, string> = {
  scheduled: 'รอวันเผยแพร่',
  live: 'เผยแพร่แล้ว',
  expired: 'ครบระยะเวลา นำลงแล้ว',
  withdrawn: 'นำลงก่อนกำหนด',
  superseded: 'มีฉบับใหม่แทน',
};

/** Why a verb cannot start from a state, in Thai; null when it can. */
export function publicationStateObstacle(verb: PublicationVerb, state: PublicationState): string | null {
  if (publicationLife[verb].from.includes(state)) return null;
  return `ทำรายการนี้ไม่ได้ รายการอยู่ในสถานะ: ${publicationStateWords[state]}`;
}
