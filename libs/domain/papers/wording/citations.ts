import dated from './citations.json';

export type Citation = keyof (typeof dated)[number]['cite'];

/** The fixed wording of each law that a paper cites, in the version in force on the paper's day. Never typed anywhere else. */
export function citationsOn(day: string): Readonly<Record<Citation, string>> {
  const inForce = dated.filter(({ from }) => from <= day).at(-1) ?? dated[0];
  if (!inForce) throw new Error('there is no list of citations');
  return inForce.cite;
}
