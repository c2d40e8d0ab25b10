/** What lateness is told from. Instants; a due instant is the last second that is in time. */
export interface LatenessFacts {
  dueToSuperiorAt: Date;
  dueToProvinceAt: Date;
  /** The first time each act was done stays judged, even if the report comes back and is sent again. */
  firstSubmittedAt: Date | null;
  firstSentAt: Date | null;
}

export interface Lateness {
  lateToSuperior: boolean;
  lateToProvince: boolean;
  /** A report is late if it missed either (SPEC 12). */
  late: boolean;
}

/** Whether `at` is after the due second: 23:59:59.999 of the day is in time, the next second is late. */
export function isLate(at: Date, dueAt: Date): boolean {
  return at.getTime() >= dueAt.getTime() + 1_000;
}

/**
 * How late a report is at `now`: what was done is judged by when it was first done, what was not done yet by the clock.
 * A due instant that had passed before the unit was opened asks nothing of it.
 */
export function latenessOf(facts: LatenessFacts, now: Date, unitOpenedAt: Date): Lateness {
  const missed = (doneAt: Date | null, dueAt: Date) => isLate(doneAt ?? now, dueAt) && (doneAt !== null || !isLate(unitOpenedAt, dueAt));
  const lateToSuperior = missed(facts.firstSubmittedAt, facts.dueToSuperiorAt);
  const lateToProvince = missed(facts.firstSentAt, facts.dueToProvinceAt);
  return { lateToSuperior, lateToProvince, late: lateToSuperior || lateToProvince };
}
