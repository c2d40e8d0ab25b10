/** The rows to show after a new reading: in their old places those still there or ticked here, then what is new. */
export function keptRows<T extends { id: string }>(before: readonly T[], read: readonly T[], ticked: ReadonlySet<string>): readonly T[] {
  const now = new Map(read.map((row) => [row.id, row]));
  const stay = before.filter(({ id }) => now.has(id) || ticked.has(id)).map((row) => now.get(row.id) ?? row);
  const known = new Set(stay.map(({ id }) => id));
  return [...stay, ...read.filter(({ id }) => !known.has(id))];
}
