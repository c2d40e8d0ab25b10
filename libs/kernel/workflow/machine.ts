/** A life told as data: for every verb, the states it may start from and the state it leads to. */
export type Transitions<State extends string, Verb extends string> = Record<Verb, { from: readonly State[]; to: State }>;

/** Whether `verb` may start from `state`. */
export function canStart<State extends string, Verb extends string>(
  table: Transitions<State, Verb>,
  verb: Verb,
  state: State,
): boolean {
  return table[verb].from.includes(state);
}
